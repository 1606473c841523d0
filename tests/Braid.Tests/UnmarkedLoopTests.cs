namespace Braid.Tests;

/// <summary>Loops that do not say that they wait.</summary>
public sealed class UnmarkedLoopTests
{
    private static readonly Strategy[] Searches = [Strategy.Exhaustive, Strategy.SourceSets, Strategy.SleepSets];

    [Fact]
    public void One_that_waits_for_what_another_does_is_explored_to_the_end_and_the_bounds_say_what_was_assumed()
    {
        foreach (var strategy in Searches)
        {
            var result = Explore.All(() => LoopPrograms.Flag(isSet: true), new() { Strategy = strategy });

            // Seen before the change between no and sixteen times; a seventeenth round is only there to watch that nothing changes.
            Assert.Equal((Verdict.Exhausted, 17L, 1L), (result.Verdict, result.Traces, result.LoopsHalted));
            Assert.EndsWith(", loops gone round 16 times taken for waiting", result.Bounds, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("loops", Explore.All(() => LoopPrograms.Flag(isSet: true, isMarked: true)).Bounds, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Backend.ReExecution)]
    [InlineData(Backend.OsThreads)]
    public void One_that_nobody_can_end_is_reported_with_what_it_sees_in_a_round(Backend backend)
    {
        var result = Explore.All(() => LoopPrograms.Flag(isSet: false), new() { Backend = backend, MaxStepsPerSchedule = 400 });

        Assert.Equal(FailureKind.NonTermination, result.Failure?.Kind);
        Assert.Equal("poller goes round for ever, as far as 400 steps show: flag is 0. Nobody is left to change that.", result.Failure!.Message);
        var again = Explorer.Replay(() => LoopPrograms.Flag(isSet: false), result.Failure.Schedule, new() { Backend = backend });
        Assert.Equal((ReplayOutcome.Reproduced, result.Failure.Message), (again.Outcome, again.Failure?.Message));
        Assert.Contains(TraceDisplay.Columns(result.Failure, new()), line => line.Contains("from here on, ", StringComparison.Ordinal));
    }

    [Fact]
    public void Two_that_wait_for_each_other_are_reported_both_with_all_that_a_round_reads()
    {
        foreach (var options in new ExplorerOptions[] { new(), new() { Strategy = Strategy.RandomWalk, MaxSchedules = 10 }, new() { PreemptionBound = 1 } })
        {
            var result = Explore.All(LoopPrograms.ForEachOther, options with { MaxStepsPerSchedule = 400 });

            Assert.Equal(
                "one goes round for ever, as far as 400 steps show: a is 0, then c is 0; two goes round for ever, as far as 400 steps show: b is 0. Nobody is left to change that.",
                result.Failure?.Message);
        }
    }

    [Fact]
    public void A_failure_of_one_is_made_small_and_replays()
    {
        var options = new ExplorerOptions { MaxStepsPerSchedule = 300 };
        var found = Explore.All(() => LoopPrograms.Flag(isSet: false), options).Failure!;
        var small = Minimiser.Run(() => LoopPrograms.Flag(isSet: false), found, stop: TestContext.Current.CancellationToken);

        Assert.True(small.Report.IsReproduced);
        Assert.Equal(0, small.Report.After.Preemptions);
        Assert.Equal(ReplayOutcome.Reproduced, Explorer.Replay(() => LoopPrograms.Flag(isSet: false), small.Failure.Schedule).Outcome);
    }

    [Fact]
    public void They_end_in_the_states_that_marked_ones_end_in()
    {
        foreach (var program in new Func<bool, Action<string>, Program>[] { LoopPrograms.Peterson, LoopPrograms.TestAndSet })
        {
            HashSet<string> StatesOf(bool isMarked, ExplorerOptions options)
            {
                var states = new HashSet<string>();
                var result = Explore.All(() => program(isMarked, state => states.Add(state)), options with { Workers = 1 });
                Assert.Null(result.Failure);
                return states;
            }

            var marked = StatesOf(isMarked: true, new());
            Assert.True(marked.Count > 1);
            foreach (var strategy in Searches) Assert.Equal(marked.Order(), StatesOf(isMarked: false, new() { Strategy = strategy, LoopRounds = 4 }).Order());
            Assert.Equal(marked.Order(), StatesOf(isMarked: false, new() { PreemptionBound = 3, LoopRounds = 3 }).Order());
            Assert.Equal(marked.Order(), StatesOf(isMarked: false, new() { Strategy = Strategy.Pct(3), MaxSchedules = 600 }).Order());
        }
    }

    [Fact]
    public void All_searches_come_to_the_same_executions()
    {
        foreach (var model in new[] { MemoryModel.SequentialConsistency, MemoryModel.TotalStoreOrder })
        {
            foreach (var program in new Func<Program>[] { LoopPrograms.ForAnotherObject, () => LoopPrograms.Flag(isSet: true), () => LoopPrograms.TestAndSet(isMarked: false, _ => { }) })
            {
                var all = Searches.Select(strategy => Explore.All(program, new() { Strategy = strategy, MemoryModel = model, LoopRounds = 5, CountDistinctTraces = true })).ToList();

                Assert.All(all, each => Assert.Equal((Verdict.Exhausted, true), (each.Verdict, each.LoopsHalted > 0)));
                Assert.Equal(all[0].Traces, all[0].DistinctTraces);
                Assert.All(all, each => Assert.Equal(all[0].Hashes!.Order(), each.Hashes!.Order()));
            }
        }
    }

    [Fact]
    public void Store_buffers_break_what_only_waits_by_looking_too()
    {
        var result = Explore.All(() => LoopPrograms.Peterson(isMarked: false), new() { MemoryModel = MemoryModel.TotalStoreOrder, LoopRounds = 3 });

        Assert.Equal("lost", result.Failure?.Identity);
    }

    [Fact]
    public void One_that_gives_up_by_itself_is_found_out_and_explored_without_assuming_anything()
    {
        var states = new HashSet<string>();
        var result = Explore.All(() => LoopPrograms.GivesUp(after: 40, state => states.Add(state)), new() { Workers = 1 });

        // It was let go on alone to see whether it stops, and did: so the search began again. A flag that comes late, or only after it has given up.
        Assert.Equal((Verdict.Exhausted, 0L), (result.Verdict, result.LoopsHalted));
        Assert.DoesNotContain("loops", result.Bounds, StringComparison.Ordinal);
        Assert.Equal(["0", "1", "2"], states.Order());
        Assert.Equal(result.Traces, Explore.All(() => LoopPrograms.GivesUp(after: 40), new() { LoopRounds = 0 }).Traces);
    }

    [Fact]
    public void One_that_gives_up_sooner_than_a_loop_counts_as_one_is_none()
    {
        Assert.Equal(
            Explore.All(() => LoopPrograms.GivesUp(after: 15), new() { LoopRounds = 0 }).Traces,
            Explore.All(() => LoopPrograms.GivesUp(after: 15)).Traces);
    }

    [Fact]
    public void What_repeats_but_changes_something_is_no_loop()
    {
        var result = Explore.All(() => LoopPrograms.TakesAndGivesBack(times: 40), new() { StopAtFirstFailure = false });

        Assert.Equal((Verdict.Exhausted, 81L, 0L), (result.Verdict, result.Traces, result.LoopsHalted));
    }

    [Fact]
    public void A_strategy_that_favours_threads_does_not_take_unfairness_for_a_failure()
    {
        var options = new ExplorerOptions { Strategy = Strategy.Pct(3), MaxSchedules = 300, MaxStepsPerSchedule = 500 };

        Assert.Equal((300L, null), (Explore.All(() => LoopPrograms.Flag(isSet: true), options) is var ended ? ended.Traces : 0, ended.Failure));
        Assert.Contains("no fair scheduler does that", Explore.All(() => LoopPrograms.Flag(isSet: true), options with { LoopRounds = 0 }).Failure?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rounds_are_none_or_at_least_two() =>
        Assert.ThrowsAny<ArgumentException>(() => Explore.All(() => LoopPrograms.Flag(isSet: true), new() { LoopRounds = 1 }));
}
