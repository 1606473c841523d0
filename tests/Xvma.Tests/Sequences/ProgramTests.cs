using FsCheck;
using FsCheck.Fluent;

namespace Xvma.Tests.Sequences;

/// <summary>Random programs of several tasks, on a machine and on a model that is too simple to be wrong.</summary>
public sealed class ProgramTests(ITestOutputHelper output)
{
    private const ulong Seed = 0x5EED_2013;

    private static readonly Dictionary<string, MachineOptions> Machines = new()
    {
        ["an ordinary machine"] = new(),
        ["one context for all and hardly any ASIDs"] = new() { Chiplets = 1, ContextsPerChiplet = 1, AsidLimit = 24, TlbSets = 1, TlbWays = 2 },
        ["two contexts and interrupts that only switch to polling"] =
            new() { Chiplets = 1, ContextsPerChiplet = 2, AsidLimit = 40, TlbSets = 2, TlbWays = 3, Interrupts = InterruptVariant.SwitchToPolling },
        ["SGI's layout"] = new() { Layout = AddressLayout.Sgi, Chiplets = 2, ContextsPerChiplet = 1 },
        ["a shared region from 2^60"] = new() { Layout = new(new(1UL << 47), new(1UL << 53), new(1UL << 60)), Chiplets = 1 },
    };

    public static TheoryData<string> All => new(Machines.Keys);

    [Theory]
    [MemberData(nameof(All))]
    [Trait("Clause", "INV-11")]
    [Trait("Clause", "INV-8")]
    [Trait("Clause", "INV-2")]
    [Trait("Clause", "INV-1")]
    [Trait("Clause", "TSK-9")]
    public void A_program_does_what_the_model_does(string name)
    {
        var (steps, done) = (0, 0);
        Check(program =>
        {
            var run = new MachineAgainstModel(Machines[name]);
            var difference = run.FirstDifference(program);
            (steps, done) = (steps + program.Length, done + run.Done);
            return difference;
        });
        output.WriteLine($"{steps} steps, {done} of them not refused");

        // Else all of this would be about refusals.
        Assert.InRange(done, steps / 4, steps);
    }

    [Fact]
    public void A_model_that_forgets_rights_is_told_from_the_machine_by_a_mapping_and_an_access()
    {
        // The negative control: the comparison notices, and shrinking leaves what is needed and nothing more.
        var failure = Assert.ThrowsAny<Exception>(() =>
            Check(program => new MachineAgainstModel(new(), forgetsRights: true).FirstDifference(program)));
        output.WriteLine(failure.Message);
        var shrunk = failure.Message[failure.Message.IndexOf("Shrunk:", StringComparison.Ordinal)..];
        Assert.InRange(shrunk[..shrunk.IndexOf("|]", StringComparison.Ordinal)].Split(';').Length, 2, 4);
    }

    private void Check(Func<Operation[], string?> firstDifference)
    {
        output.WriteLine($"seed {Seed:x}");
        Prop.ForAll(Programs(), program => firstDifference(program) is not { } difference
                ? true.ToProperty()
                : false.Label(difference))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(200).WithStartSize(10).WithEndSize(200).WithReplay(Seed, 1UL));
    }

    private static Arbitrary<Operation[]> Programs()
    {
        var number = Gen.Choose(0, (1 << 20) - 1);
        var kind = Gen.Frequency([.. Enum.GetValues<OperationKind>().Select(kind => (Weight(kind), Gen.Constant(kind)))]);
        var operation = kind.SelectMany(k => Gen.Choose(0, 4).SelectMany(
            task => number.SelectMany(at => number.SelectMany(amount => number.Select(choice => new Operation(k, task, at, amount, choice))))));
        return Arb.From(operation.ArrayOf(), Shrink);
    }

    private static int Weight(OperationKind kind) => kind switch
    {
        OperationKind.MapPrivate => 16,
        OperationKind.MapShared => 10,
        OperationKind.Load or OperationKind.Store or OperationKind.Fill or OperationKind.Copy => 6,
        OperationKind.FetchAdd or OperationKind.CompareAndSwap or OperationKind.Join or OperationKind.Create => 5,
        OperationKind.Unmap or OperationKind.Protect or OperationKind.Start => 2,
        _ => 1,
    };

    // Fewer operations first, halves before single ones; then smaller numbers.
    private static IEnumerable<Operation[]> Shrink(Operation[] program)
    {
        for (var size = program.Length / 2; size > 0; size /= 2)
        {
            for (var start = 0; start + size <= program.Length; start += size) yield return [.. program[..start], .. program[(start + size)..]];
        }

        for (var i = 0; i < program.Length; i++)
        {
            var step = program[i];
            Operation[] smaller =
            [
                step with { Task = 0 }, step with { At = step.At % 32 }, step with { At = 0 }, step with { Amount = step.Amount % 8 },
                step with { Amount = 1 }, step with { Choice = step.Choice % 8 }, step with { Choice = 1 },
            ];
            foreach (var other in smaller.Where(other => other != step)) yield return [.. program[..i], other, .. program[(i + 1)..]];
        }
    }
}
