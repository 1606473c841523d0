namespace Braid.Tests.Minimising;

/// <summary>Failures without end, made small.</summary>
public sealed class LassoTests(ITestOutputHelper output)
{
    private static readonly ExplorerOptions Fair = new() { Strategy = Strategy.FairWalk, MaxSchedules = 200, MaxStepsPerSchedule = 3_000 };

    [Theory]
    [InlineData(1UL)]
    [InlineData(2UL)]
    [InlineData(3UL)]
    [InlineData(4UL)]
    public void Two_who_give_way_to_each_other_are_brought_down_to_one_round_of_each(ulong seed)
    {
        var small = Small(() => EndlessPrograms.Polite(areBoth: true), Fair with { Seed = seed });

        // Each looks, steps back and asks again: three steps of each. One has asked before; whoever looks must be interrupted before the other does.
        Assert.Equal(("Livelock", 6), (small.Failure.Identity, RoundOf(small.Failure)));
        Assert.Equal(new ScheduleSize(3, 3, 7), small.Report.After);
    }

    [Fact]
    public void Nothing_is_left_to_drop_and_the_same_failure_always_becomes_the_same()
    {
        var (one, two) = (Small(EndlessPrograms.WritersFirst, Fair), Small(EndlessPrograms.WritersFirst, Fair));

        Assert.True(one.Report.IsComplete);
        Assert.Equal(one.Report, two.Report);
        Assert.Equal(one.Failure.Schedule.Decisions, two.Failure.Schedule.Decisions);
    }

    [Fact]
    public void Who_starves_is_still_kept_waiting_by_others_who_all_move()
    {
        var weak = Fair with { Liveness = new() { Fairness = Fairness.Weak } };
        var small = Small(EndlessPrograms.BusyLock, weak);

        // The patient one has asked, and could go on; then the busy one takes the lock and gives it back, and nobody else can move all through that.
        Assert.Equal(("whoever asks is served", 2), (small.Failure.Identity, RoundOf(small.Failure)));
        Assert.Equal(new ScheduleSize(1, 1, 3), small.Report.After);
    }

    [Fact]
    public void A_deaf_server_needs_but_the_request_and_its_one_look()
    {
        var small = Small(EndlessPrograms.DeafServer, Fair);

        Assert.Equal(1, RoundOf(small.Failure));
        Assert.Equal(new ScheduleSize(1, 2, 3), small.Report.After);
    }

    [Fact]
    public void The_page_shows_the_loop_once_and_says_how_small_it_is()
    {
        var page = FailureDisplay.Render(FailureReport.Of(Small(() => EndlessPrograms.Polite(areBoth: true), Fair)), new());
        output.WriteLine(page);

        Assert.Contains(", minimised to ", page, StringComparison.Ordinal);
        Assert.Contains("from here on, ", page, StringComparison.Ordinal);
        Assert.Contains("<-- back to step ", page, StringComparison.Ordinal);
        Assert.InRange(page.Count(letter => letter == '\n'), 10, 30);
    }

    [Fact]
    public void What_never_repeats_is_left_as_it_is()
    {
        var options = Fair with { Liveness = new() { Temperature = 300 } };
        var found = Explore.All(EndlessPrograms.CountingServer, options).Failure!;
        var small = Minimiser.Run(EndlessPrograms.CountingServer, found, stop: TestContext.Current.CancellationToken);

        Assert.False(small.Report.IsReproduced);
        Assert.Same(found, small.Failure);
    }

    [Fact]
    public void A_budget_that_is_spent_is_said()
    {
        var found = Explore.All(() => EndlessPrograms.Polite(areBoth: true), Fair).Failure!;
        var small = Minimiser.Run(() => EndlessPrograms.Polite(areBoth: true), found, new() { MaxRuns = 3, MaxSchedulesPerBound = 0 }, TestContext.Current.CancellationToken);

        Assert.Equal((false, 4L), (small.Report.IsComplete, small.Report.Runs));
        Assert.Equal(ReplayOutcome.Reproduced, Explorer.Replay(() => EndlessPrograms.Polite(areBoth: true), small.Failure.Schedule).Outcome);
    }

    private static int RoundOf(Failure failure) => Cycle.AtEndOf(failure.Trace with { Steps = [.. failure.Trace.Steps.Where(step => step.IsDecision)] })!.Length;

    private Minimised Small(Func<Program> program, ExplorerOptions options)
    {
        var found = Explore.All(program, options).Failure!;
        var small = Minimiser.Run(program, found, stop: TestContext.Current.CancellationToken);
        output.WriteLine($"{small.Report}");

        Assert.True(small.Report.IsReproduced);
        Assert.True(small.Report.After <= small.Report.Before);
        Assert.Equal((found.Kind, found.Identity, found.FoundAfter), (small.Failure.Kind, small.Failure.Identity, small.Failure.FoundAfter));
        var again = Explorer.Replay(program, small.Failure.Schedule);
        Assert.Equal((ReplayOutcome.Reproduced, small.Failure.Message), (again.Outcome, again.Failure?.Message));
        return small;
    }
}
