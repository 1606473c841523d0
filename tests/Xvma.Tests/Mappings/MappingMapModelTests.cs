using FsCheck;
using FsCheck.Fluent;

namespace Xvma.Tests.Mappings;

/// <summary>Random sequences of operations, on the map and on a model that is too simple to be wrong.</summary>
public sealed class MappingMapModelTests(ITestOutputHelper output)
{
    private const ulong Seed = 0x5EED_2013;
    private const ulong WindowBytes = PagewiseModel.PageCount * PagewiseModel.PageBytes;

    /// <summary>
    /// Where the 2 MB of a test lie: at the bottom of each region and at the very top, where there is no address after the last.
    /// </summary>
    public static TheoryData<ulong> Windows => [1UL << 53, 1UL << 63, ulong.MaxValue - WindowBytes + 1];

    [Theory]
    [MemberData(nameof(Windows))]
    [Trait("Clause", "MAP-3")]
    [Trait("Clause", "MAP-4")]
    [Trait("Clause", "MAP-5")]
    [Trait("Clause", "MAP-6")]
    [Trait("Clause", "MAP-7")]
    public void A_map_does_what_a_table_of_pages_does(ulong windowStart)
    {
        var most = 0;
        Check(operations =>
        {
            var run = new MapAgainstModel(windowStart, new PagewiseModel(windowStart));
            var difference = run.FirstDifference(operations);
            most = Math.Max(most, run.MostMappings);
            return difference;
        });

        // Else no tree was ever higher than a leaf and its parent were full.
        Assert.True(most > 64, $"at most {most} mappings in any sequence");
    }

    [Fact]
    public void A_model_that_forgets_a_page_is_told_from_the_map_by_a_sequence_of_two_operations()
    {
        // The negative control: the comparison notices, and shrinking leaves what is needed and nothing more.
        var failure = Assert.ThrowsAny<Exception>(() => Check(operations =>
            new MapAgainstModel(1UL << 53, new PagewiseModel(1UL << 53) { ForgetsLastPage = true }).FirstDifference(operations)));
        output.WriteLine(failure.Message);
        var shrunk = failure.Message[failure.Message.IndexOf("Shrunk:", StringComparison.Ordinal)..];
        Assert.Equal(1, Occurrences(shrunk, "Insert("));
        Assert.Equal(1, Occurrences(shrunk, "Remove("));
        Assert.Equal(0, Occurrences(shrunk, "SetRights("));
    }

    private static int Occurrences(string text, string part) => text.Split(part).Length - 1;

    private void Check(Func<Operation[], string?> firstDifference)
    {
        output.WriteLine($"seed {Seed:x}");
        Prop.ForAll(Sequences(), operations => firstDifference(operations) is not { } difference
                ? true.ToProperty()
                : false.Label(difference))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(150).WithStartSize(10).WithEndSize(300).WithReplay(Seed, 1UL));
    }

    private static Arbitrary<Operation[]> Sequences()
    {
        var number = Gen.Choose(0, (1 << 20) - 1);
        // Removals take several mappings at a time: with as many of them as of insertions a map would never grow.
        var kind = Gen.Frequency(
            (14, Gen.Constant(OperationKind.Insert)), (1, Gen.Constant(OperationKind.Remove)),
            (2, Gen.Constant(OperationKind.SetRights)), (2, Gen.Constant(OperationKind.FindFree)));
        var operation = kind.SelectMany(k => Gen.Choose(0, PagewiseModel.PageCount - 1).SelectMany(
            at => number.SelectMany(length => number.Select(choice => new Operation(k, at, length, choice)))));
        return Arb.From(operation.ArrayOf(), Shrink);
    }

    // Fewer operations first, halves before single ones; then smaller numbers.
    private static IEnumerable<Operation[]> Shrink(Operation[] operations)
    {
        for (var size = operations.Length / 2; size > 0; size /= 2)
        {
            for (var start = 0; start + size <= operations.Length; start += size)
                yield return [.. operations[..start], .. operations[(start + size)..]];
        }

        for (var i = 0; i < operations.Length; i++)
        {
            var operation = operations[i];
            Operation[] smaller =
            [
                operation with { At = operation.At / 2 }, operation with { Length = operation.Length % 8 },
                operation with { Length = 0 }, operation with { Choice = operation.Choice % 12 },
            ];
            foreach (var other in smaller.Where(other => other != operation))
                yield return [.. operations[..i], other, .. operations[(i + 1)..]];
        }
    }
}
