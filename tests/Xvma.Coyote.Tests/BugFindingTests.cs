using Xvma.Model.Coyote;

namespace Xvma.Coyote.Tests;

[Collection(CoyoteTests.Name)]
public sealed class BugFindingTests(Samples samples, ITestOutputHelper output)
{
    // The others are made of these, or are held to less in the tests of strategies: every pair of program and strategy takes its time.
    private static readonly CoyoteStrategy[] Basic = [CoyoteStrategy.Random, CoyoteStrategy.Prioritization, CoyoteStrategy.FairPrioritization];

    private const uint Budget = 200;
    private const uint Few = 100;

    public static TheoryData<string, CoyoteFailureKind, string, CoyoteStrategy> Wrong()
    {
        (string, CoyoteFailureKind, string)[] bugs =
        [
            ("counter", CoyoteFailureKind.Safety, "COUNT"),
            ("wake-up", CoyoteFailureKind.Deadlock, "INV-12"),
            ("two locks", CoyoteFailureKind.Deadlock, "INV-12"),
            ("seqlock", CoyoteFailureKind.Safety, "PAIR"),
            ("polite locks", CoyoteFailureKind.Safety, "TRY"),
            ("readers", CoyoteFailureKind.Safety, "COUNT"),
            ("hand-over", CoyoteFailureKind.Safety, "MESSAGE"),
            ("memory", CoyoteFailureKind.Safety, "SUM"),
            ("last user", CoyoteFailureKind.Safety, "INV-6"),
            ("two owners", CoyoteFailureKind.Safety, "INV-6"),
            ("machine", CoyoteFailureKind.Safety, "STORE"),
            ("exception", CoyoteFailureKind.UnhandledException, "System.DivideByZeroException"),
        ];
        var data = new TheoryData<string, CoyoteFailureKind, string, CoyoteStrategy>();
        foreach (var (name, kind, identity) in bugs)
        {
            foreach (var strategy in Basic) data.Add(name, kind, identity, strategy);
        }

        return data;
    }

    public static TheoryData<string, CoyoteStrategy> Right()
    {
        var data = new TheoryData<string, CoyoteStrategy>();
        string[] names = ["counter", "wake-up", "two locks", "seqlock", "polite locks", "readers", "hand-over", "memory", "last user", "two owners", "machine", "exception", "polling"];
        foreach (var name in names)
        {
            foreach (var strategy in Basic) data.Add(name, strategy);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_wrong_program_is_found_by_each_strategy_within_200_schedules(
        string name, CoyoteFailureKind kind, string identity, CoyoteStrategy strategy)
    {
        var result = samples.Check(name + "/wrong", new() { Strategy = strategy, MaxIterations = Budget });
        Show(result);
        Assert.Equal(CoyoteVerdict.Bug, result.Verdict);
        Assert.Equal((kind, identity), (result.Failure!.Kind, result.Failure.Identity));
        Assert.Empty(result.Uncontrolled);
    }

    [Theory]
    [MemberData(nameof(Right))]
    public void A_right_program_gives_no_false_alarm(string name, CoyoteStrategy strategy)
    {
        var result = samples.Check(name + "/right", new() { Strategy = strategy, MaxIterations = Few });
        Show(result);
        Assert.Null(result.Failure);
        Assert.Equal((CoyoteVerdict.NoBugWithinBudget, CoyoteStop.Iterations, Few), (result.Verdict, result.StoppedBy, result.Iterations));
        Assert.Empty(result.Uncontrolled);
        Assert.InRange(result.DistinctSchedules, (int)Few / 3, (int)Few);
    }

    private void Show(CoyoteResult result) => output.WriteLine(
        $"{result.Iterations} schedules, {result.DistinctSchedules} distinct, {result.Steps} steps, cut off {result.CutOff}, {result.Elapsed.TotalMilliseconds:f0} ms. {result.Failure}");
}
