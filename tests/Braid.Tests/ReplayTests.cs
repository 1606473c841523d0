namespace Braid.Tests;

public sealed class ReplayTests
{
    private static Failure Found(Func<Program> program) => Explore.All(program).Failure!;

    [Fact]
    public void A_decision_for_a_thread_that_cannot_move_diverges_there()
    {
        var program = Litmus.Philosophers(2);
        var schedule = Found(program).Schedule;
        var altered = schedule with { Decisions = [schedule.Decisions[0], schedule.Decisions[0] with { Thread = 1, Location = "fork 0" }] };
        var replay = Explorer.Replay(program, altered);

        Assert.Equal(ReplayOutcome.Diverged, replay.Outcome);
        Assert.Equal(1, replay.DivergedAt);
        Assert.Equal("At decision 2: thread 2 stands before Enter of 'fork 1', where Enter of 'fork 0' is recorded.", replay.Explanation);
    }

    [Fact]
    public void A_schedule_of_another_failure_ends_differently()
    {
        var program = Litmus.Philosophers(2);
        var replay = Explorer.Replay(program, Found(program).Schedule with { FailureKind = FailureKind.Safety, FailureIdentity = "INV-1" });

        Assert.Equal(ReplayOutcome.EndedDifferently, replay.Outcome);
        Assert.Equal("The schedule is recorded to end in Safety INV-1; it ended in Deadlock Deadlock.", replay.Explanation);
    }

    [Fact]
    public void A_guided_replay_skips_what_cannot_be_taken_and_says_what_it_did()
    {
        var program = Litmus.Philosophers(2);
        var schedule = Found(program).Schedule with { Decisions = [new(1, OperationKind.None, ""), new(9, OperationKind.None, "")] };
        var replay = Explorer.Replay(program, schedule, new() { Mode = ReplayMode.Guided });

        Assert.Equal(ReplayOutcome.EndedDifferently, replay.Outcome);
        Assert.Null(replay.Failure);
        Assert.Equal([1, 1, 1, 1, 0, 0, 0, 0], replay.Taken.Decisions.Select(decision => decision.Thread));
        Assert.Equal(ReplayOutcome.Reproduced, Explorer.Replay(program, replay.Taken).Outcome);
    }

    [Fact]
    public void Choices_are_part_of_the_schedule()
    {
        Func<Program> program = Lambda.Of(stage => stage.Thread("chooser", () =>
        {
            if (BraidSync.Choose(5, "number") + BraidSync.Choose(3, "other") == 6) throw new Violation("six", "Four and two.");
        }));
        var all = Explore.All(program, new() { StopAtFirstFailure = false });
        Assert.Equal(14, all.Traces);
        Assert.Equal(1, all.Failures);
        Assert.Equal([4, 2], all.Failure!.Schedule.Decisions.Select(decision => decision.Choice));
        Assert.Equal(ReplayOutcome.Reproduced, Explorer.Replay(program, all.Failure.Schedule).Outcome);
    }

    [Fact]
    public void Calls_and_notes_are_written_down_once_however_often_a_body_is_executed()
    {
        Func<Program> program = Lambda.Of(stage =>
        {
            var x = new Cell("x");
            for (var thread = 0; thread < 2; thread++)
            {
                stage.Thread($"thread {thread}", () =>
                {
                    Calls.Begin("increment");
                    var seen = x.Load();
                    Calls.Note($"saw {seen}");
                    x.Store(seen + 1);
                    Calls.End("increment");
                    if (x.Load() == 1) throw new Violation("lost", "An increment was lost.");
                });
            }
        });
        var failure = Explore.All(program, new() { Strategy = Strategy.RandomWalk, MaxSchedules = 1000, Seed = 3 }).Failure!;

        foreach (var thread in Enumerable.Range(0, 2))
        {
            var own = failure.Trace.Events.Where(told => told.Thread == thread).Select(told => told.Kind);
            Assert.Equal(own.Distinct(), own);
        }

        Assert.Contains(failure.Trace.Events, told => told.Text == "saw 0");
    }
}
