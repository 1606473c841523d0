namespace Braid.Tests;

public sealed class LivenessTests(ITestOutputHelper output)
{
    private static readonly ExplorerOptions Fair = new() { Strategy = Strategy.FairWalk, MaxSchedules = 200, MaxStepsPerSchedule = 3_000 };

    [Theory]
    [InlineData(Backend.ReExecution)]
    [InlineData(Backend.OsThreads)]
    public void Two_who_give_way_to_each_other_for_ever_are_a_livelock(Backend backend)
    {
        var failure = Found(() => EndlessPrograms.Polite(areBoth: true), Fair with { Backend = backend });

        Assert.Equal("Livelock", failure.Identity);
        Assert.Contains("as often as we tried: 16 times", failure.Message, StringComparison.Ordinal);
        var again = Explorer.Replay(() => EndlessPrograms.Polite(areBoth: true), failure.Schedule, new() { Backend = backend });
        Assert.Equal((ReplayOutcome.Reproduced, failure.Message), (again.Outcome, again.Failure?.Message));
    }

    [Fact]
    public void Where_one_gives_way_until_the_other_is_through_both_end()
    {
        // Giving way for a moment is not enough: the other may look only at the moments between.
        Assert.Equal("Livelock", Found(() => EndlessPrograms.Polite(areBoth: false), Fair).Identity);

        var result = Explore.All(() => EndlessPrograms.Polite(areBoth: false, waits: true), Fair);

        Assert.Equal((null, 200L), (result.Failure, result.Traces));
    }

    [Fact]
    public void Who_is_only_never_let_go_on_is_no_failure_of_the_program()
    {
        // Round the poller's loop alone is an endless execution, but no fair one: the setter could move all the time.
        var result = Explore.All(
            Lambda.Of(stage =>
            {
                var flag = new Cell("flag");
                stage.Thread("poller", () =>
                {
                    while (flag.Load() == 0) Xvma.Sync.Seam<BraidSync>.Yield();
                });
                stage.Thread("setter", () => flag.Store(1));
            }),
            Fair with { Liveness = new() { Fairness = Fairness.Weak } });

        Assert.Equal((null, 200L), (result.Failure, result.Traces));
    }

    [Fact]
    public void An_unfair_lock_starves_who_asks_for_it_only_where_locks_need_not_be_fair()
    {
        Assert.Null(Explore.All(EndlessPrograms.BusyLock, Fair with { MaxSchedules = 40, MaxStepsPerSchedule = 500 }).Failure);

        var failure = Found(EndlessPrograms.BusyLock, Fair with { Liveness = new() { Fairness = Fairness.Weak } });
        Assert.Equal("whoever asks is served", failure.Identity);
        Assert.Contains("Whoever can move all through it does.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Writers_who_come_first_starve_a_reader_even_where_locks_are_fair()
    {
        var failure = Found(EndlessPrograms.WritersFirst, Fair);

        Assert.Equal("the reader is served", failure.Identity);
        Assert.Contains("Whoever can move anywhere in it does.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_request_that_is_never_answered_is_found_in_all_schedules_that_end()
    {
        var result = Explore.All(() => EndlessPrograms.Server(looksOnce: true));
        Assert.Equal((FailureKind.Liveness, "every request is answered", true), (result.Failure!.Kind, result.Failure.Identity, result.Failure.IsAtRest));
        Assert.Equal(ReplayOutcome.Reproduced, Explorer.Replay(() => EndlessPrograms.Server(looksOnce: true), result.Failure.Schedule).Outcome);

        Assert.Equal(Verdict.Exhausted, Explore.All(() => EndlessPrograms.Server(looksOnce: false)).Verdict);
    }

    [Fact]
    public void A_request_that_is_never_answered_is_found_in_a_schedule_that_does_not_end()
    {
        var failure = Found(EndlessPrograms.DeafServer, Fair);

        Assert.Equal(("every request is answered", false), (failure.Identity, failure.IsAtRest));
    }

    [Fact]
    public void An_obligation_that_stays_open_where_nothing_repeats_overheats()
    {
        var options = Fair with { Liveness = new() { Temperature = 300 } };
        var failure = Found(EndlessPrograms.CountingServer, options);

        Assert.Contains("for more than 300 steps", failure.Message, StringComparison.Ordinal);
        Assert.Equal(ReplayOutcome.Reproduced, Explorer.Replay(EndlessPrograms.CountingServer, failure.Schedule).Outcome);
    }

    [Fact]
    public void A_loop_that_is_left_after_fewer_rounds_than_are_tried_is_none()
    {
        Assert.Null(Explore.All(() => EndlessPrograms.LocalCounter(rounds: 12), Fair).Failure);
        // And this is what a report of so many rounds means, and does not mean.
        Assert.NotNull(Explore.All(() => EndlessPrograms.LocalCounter(rounds: 40), Fair).Failure);
        Assert.Null(Explore.All(() => EndlessPrograms.LocalCounter(rounds: 40), Fair with { Liveness = new() { Rounds = 64 } }).Failure);
    }

    [Fact]
    public void The_loop_is_marked_in_the_picture_and_its_rounds_are_drawn_once()
    {
        var failure = Found(() => EndlessPrograms.Polite(areBoth: true), Fair);
        var page = string.Join('\n', TraceDisplay.Columns(failure, new()));
        output.WriteLine(page);

        Assert.Contains("from here on, ", page, StringComparison.Ordinal);
        Assert.Contains("<-- back to step ", page, StringComparison.Ordinal);
        Assert.InRange(page.Count(letter => letter == '\n'), 8, 60);
        Assert.True(failure.Trace.Steps.Count > 60);
    }

    [Fact]
    public void A_schedule_kept_in_a_file_still_goes_round()
    {
        var found = Found(EndlessPrograms.BusyLock, Fair with { Liveness = new() { Fairness = Fairness.Weak, Rounds = 5 } });
        var path = Path.GetTempFileName();
        try
        {
            ScheduleFile.Write(path, SavedSchedule.Of(found, "bounds"));
            var read = ScheduleFile.TryRead(path).Saved!.Schedule;
            Assert.Equal(new LivenessOptions { Fairness = Fairness.Weak, Rounds = 5 }, read.Liveness);
            Assert.Equal(ReplayOutcome.Reproduced, Explorer.Replay(EndlessPrograms.BusyLock, read).Outcome);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void What_is_found_depends_on_the_seed_and_not_on_the_workers()
    {
        var one = Found(EndlessPrograms.WritersFirst, Fair with { Workers = 1 });
        var two = Found(EndlessPrograms.WritersFirst, Fair with { Workers = 2 });

        Assert.Equal((one.FoundAfter, one.Message), (two.FoundAfter, two.Message));
        Assert.Equal(one.Schedule.Decisions, two.Schedule.Decisions);
    }

    [Fact]
    public void What_it_does_not_know_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Explore.All(EndlessPrograms.BusyLock, Fair with { MemoryModel = MemoryModel.TotalStoreOrder }));
        Assert.Throws<ArgumentException>(() => Explore.All(EndlessPrograms.BusyLock, Fair with { PreemptionBound = 2 }));
        Assert.ThrowsAny<ArgumentException>(() => Explore.All(EndlessPrograms.BusyLock, Fair with { Liveness = new() { Rounds = 2 } }));
        Assert.ThrowsAny<ArgumentException>(() => Explore.All(EndlessPrograms.BusyLock, Fair with { Liveness = new() { Temperature = 0 } }));
    }

    private static Failure Found(Func<Program> program, ExplorerOptions options)
    {
        var failure = Explore.All(program, options).Failure;
        Assert.Equal(FailureKind.Liveness, failure?.Kind);
        return failure!;
    }
}
