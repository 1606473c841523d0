using FsCheck;
using FsCheck.Fluent;
using Xvma.Model.Instances;
using Xvma.Spec.Formal;

namespace Xvma.Model.Tests.Programs;

/// <summary>Random programs of up to 200 operations by eight tasks, with the specification as the model; shrunk to the shortest that still disagrees.</summary>
[Trait("Clause", "INV-11")]
[Collection(nameof(Console))]
public sealed class SpecifiedProgramTests(ITestOutputHelper output)
{
    private const ulong Seed = 0x5EED_2013;
    private const int Longest = 200;

    private static readonly Dictionary<string, MachineOptions> Machines = new()
    {
        ["two chiplets"] = new() { Chiplets = 2, ContextsPerChiplet = 3, SlotsPerContext = 2, TlbSets = 2, TlbWays = 2 },
        ["one context for all and hardly any ASIDs"] = new() { Chiplets = 1, ContextsPerChiplet = 1, SlotsPerContext = 2, AsidLimit = 24, TlbSets = 1, TlbWays = 2 },
        ["interrupts that only switch to polling"] = new() { Chiplets = 1, ContextsPerChiplet = 4, SlotsPerContext = 2, TlbSets = 2, TlbWays = 3, Interrupts = InterruptVariant.SwitchToPolling },
        ["two partitions, of which one fails and returns"] = new() { Partitions = 2, MissedLooks = 2, Chiplets = 1, ContextsPerChiplet = 2, SlotsPerContext = 2, TlbSets = 2, TlbWays = 2 },
    };

    public static TheoryData<string> All => new(Machines.Keys);

    [Theory]
    [MemberData(nameof(All))]
    public void A_program_does_what_the_specification_says(string machine)
    {
        var run = new SpecifiedRun(XvmaTheory.Theory);
        long operations = 0;

        Check(program =>
        {
            operations += program.Length;
            return run.FirstDisagreement(program, Machines[machine]);
        });

        output.WriteLine($"{operations} operations, {run.Done} of them neither refused nor faulted; {run.Received} messages received; {run.Followed} actions of the specification followed");

        // Else all of this would be about refusals.
        Assert.InRange(run.Done, operations / 8, operations);
        Assert.InRange(run.Received, 5, operations);
    }

    [Theory]
    [InlineData("join", "NoSuchGroup")]
    [InlineData("leave", "NotAMember")]
    [InlineData("release permit", "StillAttached")]
    [InlineData("get", "NoSuchSegment")]
    public void A_specification_that_refuses_less_is_told_from_the_library_in_a_few_operations(string action, string error)
    {
        // The negative control: the comparison notices, and shrinking leaves what is needed and little more.
        var run = new SpecifiedRun(XvmaTheory.Theory.WithoutRefusal(action, error));

        var failure = Assert.ThrowsAny<Exception>(() => Check(program => run.FirstDisagreement(program, Machines["two chiplets"])));

        output.WriteLine(failure.Message);
        var shrunk = failure.Message[failure.Message.IndexOf("Shrunk:", StringComparison.Ordinal)..];
        Assert.InRange(shrunk[..shrunk.IndexOf("|]", StringComparison.Ordinal)].Split(';').Length, 1, 8);
    }

    private void Check(Func<int[], string?> firstDisagreement)
    {
        output.WriteLine($"seed {Seed:x}");
        var program = Gen.Choose(0, int.MaxValue - 1).ArrayOf();
        Prop.ForAll(Arb.From(program, Shorter), numbers => firstDisagreement(numbers) is not { } disagreement
                ? true.ToProperty()
                : false.Label(disagreement))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(100).WithStartSize(Longest / 2).WithEndSize(Longest).WithReplay(Seed, 1UL));
    }

    // Halves before single operations: what a number stands for says nothing of its size.
    private static IEnumerable<int[]> Shorter(int[] program)
    {
        for (var size = program.Length / 2; size > 0; size /= 2)
        {
            for (var start = 0; start + size <= program.Length; start += size) yield return [.. program[..start], .. program[(start + size)..]];
        }
    }
}
