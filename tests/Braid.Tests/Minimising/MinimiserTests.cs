using Braid.Tests.Display;

namespace Braid.Tests.Minimising;

public sealed class MinimiserTests
{
    [Theory]
    [InlineData("lost update", 1)]
    [InlineData("three preemptions", 3)]
    [InlineData("deadlock", 1)]
    [InlineData("lost wakeup", 1)]
    [InlineData("choice", 0)]
    public void Each_bug_is_brought_down_to_the_preemptions_it_needs(string bug, int preemptions)
    {
        var program = Named(bug);
        for (var seed = 1UL; seed <= 5; seed++)
        {
            var failure = Found(program, seed);
            var small = Small(program, failure);
            Assert.True(small.Report.IsReproduced, $"seed {seed}");
            Assert.Equal((failure.Kind, failure.Identity, failure.FoundAfter), (small.Failure.Kind, small.Failure.Identity, small.Failure.FoundAfter));
            Assert.Equal(preemptions, small.Report.After.Preemptions);
            Assert.True(small.Report.HasFewestPreemptions, $"seed {seed}: {small.Report}");
            Assert.True(small.Report.After <= small.Report.Before, $"seed {seed}: {small.Report}");
            Assert.Equal(small.Report.After.Steps, small.Failure.Schedule.Decisions.Count);
            Assert.Equal(ReplayOutcome.Reproduced, Explorer.Replay(program, small.Failure.Schedule).Outcome);
        }
    }

    [Theory]
    [InlineData("lost update", 1)]
    [InlineData("three preemptions", 3)]
    [InlineData("deadlock", 1)]
    [InlineData("lost wakeup", 1)]
    public void Changing_the_schedule_piece_by_piece_gets_there_without_the_search(string bug, int preemptions)
    {
        var program = Named(bug);
        for (var seed = 1UL; seed <= 5; seed++)
        {
            var small = Small(program, Found(program, seed), new() { MaxSchedulesPerBound = 0 });
            Assert.Equal(preemptions, small.Report.After.Preemptions);
            Assert.True(small.Report.IsComplete);
            Assert.False(small.Report.HasFewestPreemptions);          // it has not looked, so it does not say so
        }
    }

    [Fact]
    public void The_same_failure_always_becomes_the_same_page()
    {
        var program = Bugs.LostUpdate();
        var failure = Found(program, 3);
        var (one, two) = (Small(program, failure), Small(program, failure));
        Assert.Equal(one.Report, two.Report);
        Assert.Equal(one.Failure.Schedule.Decisions, two.Failure.Schedule.Decisions);
    }

    [Fact]
    public void An_execution_without_end_is_brought_down_to_the_switches_it_needs()
    {
        var program = Bugs.NoEnd();
        var options = new ExplorerOptions { Strategy = Strategy.RandomWalk, MaxSchedules = 100, MaxStepsPerSchedule = 3_000, Workers = 1 };
        var failure = Explorer.Run(program, options, stop: TestContext.Current.CancellationToken).Failure;
        Assert.Equal(FailureKind.NonTermination, failure?.Kind);
        var small = Small(program, failure!, new() { MaxRuns = 200, MaxSchedulesPerBound = 50 });
        // The bystander moves as well: only where nobody else is left to is it no fault of the schedule.
        Assert.Equal(new ScheduleSize(0, 2, 3_000), small.Report.After);
        Assert.Contains("From step 4 on the same step repeats", Assert.Single(Explanation.Of(small.Failure)), StringComparison.Ordinal);
    }

    [Fact]
    public void Many_bystanders_do_not_hide_the_one_preemption()
    {
        var program = Bugs.LostUpdate(noise: 10);
        var failure = Found(program, 1);
        var small = Small(program, failure);
        Assert.True(small.Report.Before.Preemptions > 10, $"{small.Report}");
        Assert.Equal(new ScheduleSize(1, 12, 54), small.Report.After);
    }

    [Fact]
    public void A_spent_budget_is_said_and_what_was_reached_is_kept()
    {
        var program = Bugs.LostUpdate(6);
        var small = Small(program, Found(program, 1), new() { MaxRuns = 2, MaxSchedulesPerBound = 0 });
        Assert.False(small.Report.IsComplete);
        Assert.EndsWith("budget spent", small.Report.ToString(), StringComparison.Ordinal);
        Assert.Equal(ReplayOutcome.Reproduced, Explorer.Replay(program, small.Failure.Schedule).Outcome);
    }

    [Fact]
    public void A_failure_that_does_not_come_again_is_left_as_it_was()
    {
        var failure = Found(Bugs.LostUpdate(), 1) with { Identity = "ANOTHER" };
        var small = Small(Bugs.LostUpdate(), failure);
        Assert.False(small.Report.IsReproduced);
        Assert.Same(failure, small.Failure);
        Assert.Null(small.DecisiveRace);
    }

    [Fact]
    public void The_race_said_to_decide_does()
    {
        var small = Small(Bugs.LostUpdate(), Found(Bugs.LostUpdate(), 1));
        Assert.NotNull(small.DecisiveRace);
        Assert.Equal("counter", small.DecisiveRace.Location);
        Assert.True(small.DecisiveRace.Earlier < small.DecisiveRace.Later);
        Assert.NotNull(small.DecisiveRace.Otherwise);
        Assert.True(small.DecisiveRace.LaterOtherwise < small.DecisiveRace.EarlierOtherwise);
    }

    [Fact]
    public void Where_no_order_decides_none_is_named()
    {
        // The choice alone does it.
        var small = Small(Bugs.BadChoice(), Found(Bugs.BadChoice(), 1));
        Assert.Null(small.DecisiveRace);
        Assert.True(small.Races?.IsComplete);
        // Whoever comes second overwrites; the sum is wrong either way.
        var program = Lambda.Of(stage =>
        {
            var cell = new Cell("cell");
            stage.Thread("one", () => cell.Store(1));
            stage.Thread("two", () =>
            {
                cell.Store(1);
                if (cell.Load() == 1) throw new Violation("ALWAYS", "It is always so.");
            });
        });
        var always = Small(program, Explore.All(program, new() { Strategy = Strategy.RandomWalk, MaxSchedules = 20, Seed = 4 }).Failure! with { FoundAfter = 1 });
        Assert.Null(always.DecisiveRace);
    }

    [Fact]
    public void A_deadlock_is_undone_by_a_lock_that_was_never_got()
    {
        var small = Small(Bugs.Deadlock(), Found(Bugs.Deadlock(), 1));
        Assert.Equal(OperationKind.Enter, small.DecisiveRace?.Beyond?.Kind);
        Assert.Equal(small.Report.After.Steps + 1, small.DecisiveRace!.Later);
    }

    [Fact]
    public void What_another_had_not_finished_is_undone_by_letting_it_finish()
    {
        var program = Lambda.Of(stage =>
        {
            var state = new Cell("state");
            stage.Thread("maker", () =>
            {
                state.Store(1);
                state.Store(2);
            });
            stage.Thread("user", () =>
            {
                if (state.Load() == 1) throw new Violation("HALF", "It is half made.");
            });
        });
        var small = Small(program, Explore.All(program).Failure!);
        // The look might also have come before the first change; that pair lies within the run and is named first.
        Assert.Equal((1, 2), (small.DecisiveRace?.Earlier, small.DecisiveRace?.Later));
        var never = Lambda.Of(stage =>
        {
            var state = new Cell("state", 1);
            stage.Thread("maker", () => state.Store(2));
            stage.Thread("user", () =>
            {
                if (state.Load() == 1) throw new Violation("HALF", "It is half made.");
            });
        });
        var found = Explore.All(never, new() { Strategy = Strategy.RandomWalk, MaxSchedules = 20, Seed = 1 }).Failure!;
        var search = Minimiser.FindRace(never, found);
        Assert.Equal(OperationKind.Store, search?.Decisive?.Beyond?.Kind);
    }

    [Fact]
    public void Under_store_buffers_the_store_that_came_too_late_is_named()
    {
        var program = MemoryModels.Reclaiming.Dekker(MemoryModels.Fences.None);
        var small = Small(program, Explore.All(program, new() { MemoryModel = MemoryModel.TotalStoreOrder }).Failure!);
        var race = small.DecisiveRace;
        Assert.NotNull(race);
        var steps = small.Failure.Trace.Steps.Where(step => step.IsDecision).Concat(race.Beyond is null ? [] : [race.Beyond]).ToList();
        Assert.Contains(OperationKind.Flush, new[] { steps[race.Earlier - 1].Kind, steps[race.Later - 1].Kind });
    }

    [Theory]
    [InlineData("lost update")]
    [InlineData("three preemptions")]
    [InlineData("deadlock")]
    [InlineData("lost wakeup")]
    public void The_page_of_a_minimised_failure_is_short(string bug)
    {
        var program = Named(bug);
        var page = FailureDisplay.Render(FailureReport.Of(Small(program, Found(program, 1))) with { ReplayCommand = "replay it" }, new());
        Golden.Matches(page, $"The_page_of_a_minimised_{bug.Replace(' ', '_')}");
    }

    [Fact]
    public void A_minimised_failure_goes_through_a_file_and_is_reproduced_from_it()
    {
        var program = Bugs.Deadlock();
        var small = Small(program, Found(program, 2));
        using var folder = new Schedules.TemporaryFolder();
        ScheduleFile.Write(folder["deadlock.json"], SavedSchedule.Of(small.Failure, "SC"));
        var read = ScheduleFile.TryRead(folder["deadlock.json"]);
        Assert.True(read.IsOk, read.Message);
        var replay = Explorer.Replay(program, read.Saved.Schedule);
        Assert.StartsWith("reproduced exactly", ReplayDisplay.Render(read.Saved.Schedule, replay, new()), StringComparison.Ordinal);
        var other = Explorer.Replay(Bugs.LostWakeup(), read.Saved.Schedule);
        Assert.StartsWith("diverged at step", ReplayDisplay.Render(read.Saved.Schedule, other, new()), StringComparison.Ordinal);
    }

    private static Minimised Small(Func<Program> program, Failure failure, MinimiserOptions? options = null) =>
        Minimiser.Run(program, failure, options, TestContext.Current.CancellationToken);

    private static Failure Found(Func<Program> program, ulong seed)
    {
        var options = new ExplorerOptions { Strategy = Strategy.RandomWalk, MaxSchedules = 20_000, Seed = seed, Workers = 1 };
        var result = Explorer.Run(program, options, stop: TestContext.Current.CancellationToken);
        Assert.Equal(Verdict.Bug, result.Verdict);
        return result.Failure!;
    }

    private static Func<Program> Named(string bug) => bug switch
    {
        "lost update" => Bugs.LostUpdate(),
        "three preemptions" => Bugs.ThreePreemptions(),
        "deadlock" => Bugs.Deadlock(),
        "lost wakeup" => Bugs.LostWakeup(),
        _ => Bugs.BadChoice(),
    };
}
