using Braid;

namespace Xvma.Model.Tests;

public sealed class ExplorationTests
{
    // Far above what any scenario needs: a run that meets it has a problem, and says so. In schedules, not in time: the same everywhere.
    private const long Limit = 500_000;

    public static TheoryData<string> ScenariosWithBuffers =>
        [.. ScenarioCatalogue.All.Where(scenario => !scenario.IsLongWithBuffers).Select(scenario => scenario.Name)];

    public static TheoryData<string> Bugs => [.. KnownBug.All.Select(bug => bug.Name)];

    [Theory]
    [MemberData(nameof(ScenariosWithBuffers))]
    public void A_scenario_holds_with_store_buffers_too(string name)
    {
        var scenario = ScenarioCatalogue.Find(name);
        var options = new ExplorerOptions { MaxSchedules = Limit, PreemptionBound = scenario.Preemptions, MemoryModel = MemoryModel.TotalStoreOrder };
        var result = BraidChecker.Check(scenario, options, stop: TestContext.Current.CancellationToken);

        Assert.True(result.Failure is null, result.Failure is { } failure ? FailureDisplay.Render(new() { Failure = failure }, new()) : "");
        Assert.Equal(Verdict.Exhausted, result.Verdict);
    }

    [Theory]
    [InlineData("join against last leave")]
    [InlineData("two joins and a leave")]
    [InlineData("late join")]
    [InlineData("fault against leave")]
    [InlineData("fault against last leave")]
    [InlineData("kill with an outstanding instruction")]
    public void The_reduced_search_sees_as_many_executions_as_the_plain_one(string name)
    {
        var scenario = ScenarioCatalogue.Find(name);

        var plain = BraidChecker.Check(scenario, new() { Strategy = Strategy.SleepSets, MaxSchedules = Limit }, stop: TestContext.Current.CancellationToken);
        var reduced = BraidChecker.Check(scenario, new() { MaxSchedules = Limit }, stop: TestContext.Current.CancellationToken);

        Assert.Equal(Verdict.Exhausted, plain.Verdict);
        Assert.Equal(plain.Traces, reduced.Traces);
    }

    [Fact]
    public void A_hunt_goes_on_with_sampling_and_keeps_to_its_budget()
    {
        Assert.True(KnownBug.TryFind("kept-asid-reused", out var bug));

        var found = KnownBugChecker.Hunt(bug, new() { Workers = 1 }, stop: TestContext.Current.CancellationToken);
        var cut = KnownBugChecker.Hunt(bug, new() { Workers = 1, MaxSchedules = 1_005 }, stop: TestContext.Current.CancellationToken);

        Assert.Equal((Strategy.Portfolio, 1_000), (found.Strategy, found.Before));
        Assert.Equal(ReplayOutcome.Reproduced, KnownBugChecker.Replay(bug, found.Found!.Saved.Schedule).Outcome);
        Assert.InRange(found.Schedules, 1_006, 5_000);
        Assert.Equal((Strategy.Portfolio, 1_005), (cut.Strategy, cut.Schedules));
        Assert.Null(cut.Found);
    }

    [Fact]
    public void A_hunt_does_not_take_what_only_an_unfair_scheduler_does_for_the_bug()
    {
        Assert.True(KnownBug.TryFind("moved-too-early", out var bug));

        // The page is marked before the invalidation, so that a fault is begun again and again until the mover goes on. Without the specification that is all there is to see.
        var met = KnownBugChecker.Explore(bug, new() { Workers = 1, MaxSchedules = 100 }, stop: TestContext.Current.CancellationToken);
        var hunted = KnownBugChecker.Hunt(bug, new() { Workers = 1, MaxSchedules = 1_500 }, stop: TestContext.Current.CancellationToken);

        Assert.True(met.Failure is { Kind: FailureKind.NonTermination, IsUnfair: true }, met.Failure?.Message);
        Assert.Null(hunted.Found);
    }

    [Theory]
    [MemberData(nameof(Bugs))]
    public void A_known_bug_is_found_and_its_schedule_replays(string name)
    {
        Assert.True(KnownBug.TryFind(name, out var bug));

        // As the command looks for it: how far an exhaustive search alone goes before it meets a bug depends on the order it happens to have.
        // What a caller or an invariant at rest can tell is found without the specification; some bugs only it can tell.
        var found = Hunt(oracle: null) ?? Hunt(Spec.Formal.XvmaTheory.Theory);

        Assert.NotNull(found);
        Assert.Equal(ReplayOutcome.Reproduced, KnownBugChecker.Replay(bug, found.Saved.Schedule).Outcome);
        if (SavedSchedules.AreToBeWritten) ScheduleFile.Write(SavedSchedules.PathOf(name), found.Saved);

        FoundFailure? Hunt(Tenet.Theory? oracle) => KnownBugChecker.Hunt(bug, new() { Workers = 1, MaxSchedules = Limit }, null, oracle, TestContext.Current.CancellationToken).Found;
    }
}
