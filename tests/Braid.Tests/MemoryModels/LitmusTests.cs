namespace Braid.Tests.MemoryModels;

/// <summary>The outcomes that x86-TSO allows, all of them and no other, for the litmus tests of the literature and for random ones.</summary>
public sealed class LitmusTests
{
    private const string IndependentReads = "x=1 | y=1 | a=x; b=y | c=y; d=x";

    /// <summary>Name, text, the outcome in question, whether sequential consistency and total store order allow it.</summary>
    public static TheoryData<string, string, string, bool, bool> Known => new()
    {
        { "SB", "x=1; a=y | y=1; b=x", "a=0 b=0", false, true },
        { "SB, fenced", "x=1; fence; a=y | y=1; fence; b=x", "a=0 b=0", false, false },
        { "SB, fenced on one side", "x=1; fence; a=y | y=1; b=x", "a=0 b=0", false, true },
        { "SB, sequential stores", "x!1; a=y | y!1; b=x", "a=0 b=0", false, false },
        { "SB, atomic operations between", "x=1; c+z; a=y | y=1; d+z; b=x", "a=0 b=0", false, false },
        { "SB, light fences only", "x=1; light; a=y | y=1; light; b=x", "a=0 b=0", false, true },
        { "MP", "x=1; y=1 | a=y; b=x", "a=1 b=0", false, false },
        { "LB", "a=x; y=1 | b=y; x=1", "a=1 b=1", false, false },
        { "2+2W", "x=1; y=2 | y=1; x=2", "x=1 y=1", false, false },
        { "IRIW", IndependentReads, "a=1 b=0 c=1 d=0", false, false },
        { "R", "x=1; y=1 | y=2; a=x", "a=0 x=1 y=2", false, true },
        { "R, fenced", "x=1; y=1 | y=2; fence; a=x", "a=0 x=1 y=2", false, false },
        { "S", "x=2; y=1 | a=y; x=1", "a=1 x=2", false, false },
        { "RWC", "x=1 | a=x; b=y | y=1; c=x", "a=1 b=0 c=0", false, true },
        { "WRC", "x=1 | a=x; y=1 | b=y; c=x", "a=1 b=1 c=0", false, false },
        { "n6", "x=1; a=x; b=y | y=2; x=2", "a=1 b=0 x=1", false, true },
        { "n5", "x=1; a=x | x=2; b=x", "a=2 b=1", false, false },
        { "n4", "a=x; x=1 | b=x; x=2", "a=2 b=1", false, false },
        { "n1", "x=2; a=y | y=1; x=1 | b=x; c=x", "a=0 b=1 c=2", false, true },
        { "iwp2.4", "x=1; a=x; b=y | y=1; c=y; d=x", "a=1 b=0 c=1 d=0", false, true },
        { "CoRR", "x=1; x=2 | a=x; b=x", "a=2 b=1", false, false },
    };

    [Theory]
    [MemberData(nameof(Known))]
    public void A_litmus_test_has_the_outcomes_of_the_memory_model_and_no_others(string name, string text, string asked, bool sequential, bool buffered)
    {
        Check(MemoryModel.SequentialConsistency, sequential);
        Check(MemoryModel.TotalStoreOrder, buffered);

        void Check(MemoryModel model, bool isAllowed)
        {
            var expected = AbstractMachine.Outcomes(text, model);
            var (outcomes, result) = LitmusProgram.Explore(text, new() { MemoryModel = model });
            Assert.Equal(Verdict.Exhausted, result.Verdict);
            Assert.True(expected.SetEquals(outcomes), $"{name}: {string.Join(" / ", outcomes.Except(expected))} too many, {string.Join(" / ", expected.Except(outcomes))} missing");
            Assert.Equal(isAllowed, outcomes.Any(outcome => Contains(outcome, asked)));
            var threads = LitmusProgram.Explore(text, new() { MemoryModel = model, Backend = Backend.OsThreads });
            Assert.True(outcomes.SetEquals(threads.Outcomes), $"{name}: the backends differ");
            Assert.True(result.Hashes!.SetEquals(threads.Result.Hashes!), $"{name}: the backends' executions differ");
        }
    }

    /// <summary>Executions up to the order of independent steps.</summary>
    [Theory]
    [InlineData("x=1; a=y | y=1; b=x", 4)]
    [InlineData("x=1; fence; a=y | y=1; fence; b=x", 3)]
    [InlineData("x=1; y=1 | a=y; b=x", 3)]
    [InlineData("a=x; y=1 | b=y; x=1", 3)]
    [InlineData("x=1; y=2 | y=1; x=2", 3)]
    [InlineData(IndependentReads, 15)]
    [InlineData("x=1; a=x | y=1; b=y", 1)]
    [InlineData("x=1; a=x; b=x | y=1", 1)]
    public void A_read_of_ones_own_store_is_one_execution_wherever_the_store_is(string text, int executions)
    {
        foreach (var strategy in new[] { Strategy.Exhaustive, Strategy.SourceSets, Strategy.SleepSets })
        {
            var (_, result) = LitmusProgram.Explore(text, new() { MemoryModel = MemoryModel.TotalStoreOrder, Strategy = strategy });
            Assert.Equal((executions, 0), (result.Traces, result.DistinctTraces!.Value - result.Traces));
        }
    }

    [Fact]
    public void Random_straight_programs_have_the_outcomes_of_the_abstract_machine()
    {
        for (var seed = 1; seed <= 150; seed++)
        {
            var text = Draw(new(seed));
            foreach (var model in Enum.GetValues<MemoryModel>())
            {
                var expected = AbstractMachine.Outcomes(text, model);
                var (outcomes, result) = LitmusProgram.Explore(text, new() { MemoryModel = model, Workers = 1 });
                Assert.Equal(Verdict.Exhausted, result.Verdict);
                Assert.True(expected.SetEquals(outcomes), $"seed {seed}, {model}: {text}: {outcomes.Count} of {expected.Count}");
            }
        }
    }

    private static bool Contains(string outcome, string asked) =>
        asked.Split(' ').All(part => outcome.Split(' ').Contains(part, StringComparer.Ordinal));

    internal static string Draw(Random random)
    {
        var register = 'a';
        var threads = random.Next(2, 4);
        return string.Join(" | ", Enumerable.Range(0, threads).Select(_ => string.Join("; ", Enumerable.Range(0, threads == 2 ? 4 : 3).Select(_ =>
        {
            var cell = LitmusText.Cells[random.Next(2)];
            return random.Next(10) switch
            {
                < 4 => $"{cell}={random.Next(1, 4)}",
                < 8 => $"{register++}={cell}",
                8 => $"{cell}!{random.Next(1, 4)}",
                _ => random.Next(2) == 0 ? "fence" : $"{register++}+{cell}",
            };
        }))));
    }
}
