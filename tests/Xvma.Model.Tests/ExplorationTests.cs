using Braid;

namespace Xvma.Model.Tests;

public sealed class ExplorationTests
{
    // Far above what any scenario needs: a run that meets it has a problem, and says so. In schedules, not in time: the same everywhere.
    private const long Limit = 500_000;

    public static TheoryData<string> Scenarios => [.. ScenarioCatalogue.All.Select(scenario => scenario.Name)];

    public static TheoryData<string> Bugs => [.. KnownBug.All.Select(bug => bug.Name)];

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void A_scenario_holds_under_every_schedule_within_its_bounds(string name)
    {
        var result = BraidChecker.Check(ScenarioCatalogue.Find(name), new() { MaxSchedules = Limit }, stop: TestContext.Current.CancellationToken);

        Assert.True(result.Failure is null, result.Failure is { } failure ? FailureDisplay.Render(new() { Failure = failure }, new()) : "");
        Assert.Equal(Verdict.Exhausted, result.Verdict);
        Assert.True(result.Traces > 1, "Its actors never meet: there is one execution only.");
    }

    [Theory]
    [MemberData(nameof(Bugs))]
    public void A_known_bug_is_found_and_its_schedule_replays(string name)
    {
        var checker = SavedSchedules.Checker;
        Assert.True(KnownBug.TryFind(name, out var bug));

        var (_, found) = checker.Check(bug, new() { MaxSchedules = Limit }, stop: TestContext.Current.CancellationToken);

        Assert.NotNull(found);
        Assert.Equal(ReplayOutcome.Reproduced, checker.Replay(bug, found.Saved.Schedule).Outcome);
        if (SavedSchedules.AreToBeWritten) ScheduleFile.Write(SavedSchedules.PathOf(name), found.Saved);
    }
}
