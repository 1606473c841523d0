using Xvma.Sync;

namespace Braid.Tests;

/// <summary>Each kind of failure is found, told as what it is, and replays; the same program without the bug is not accused.</summary>
public sealed class FailureTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Philosophers_who_all_take_the_left_fork_first_starve(int n)
    {
        var program = Litmus.Philosophers(n);
        foreach (var strategy in new[] { Strategy.Exhaustive, Strategy.SourceSets, Strategy.SleepSets })
        {
            var first = Explore.All(program, new() { Strategy = strategy });
            Assert.Equal(FailureKind.Deadlock, first.Failure!.Kind);
            Assert.Contains("waits for fork 0, held by thread 1", first.Failure.Message, StringComparison.Ordinal);
            AssertReplays(program, first.Failure);

            var all = Explore.All(program, new() { Strategy = strategy, StopAtFirstFailure = false });
            Assert.Equal((1 << n) - 2, all.Traces);
            Assert.Equal(1, all.Failures);
        }
    }

    [Fact]
    public void Philosophers_who_agree_on_an_order_of_forks_do_not()
    {
        var result = Explore.All(Lambda.Of(stage =>
        {
            var forks = new Mutex<BraidSync>[] { new("fork 0"), new("fork 1") };
            for (var thread = 0; thread < 2; thread++)
            {
                stage.Thread($"thread {thread}", () =>
                {
                    using var left = forks[0].Enter();
                    using var right = forks[1].Enter();
                });
            }
        }));

        Assert.Equal(Verdict.Exhausted, result.Verdict);
    }

    [Fact]
    public void A_lock_entered_twice_by_one_thread_is_a_deadlock()
    {
        var result = Explore.All(Lambda.Of(stage =>
        {
            var mutex = new Mutex<BraidSync>("mutex");
            stage.Thread("thread", () =>
            {
                using var outer = mutex.Enter();
                using var inner = mutex.Enter();
            });
        }));

        Assert.Equal(FailureKind.Deadlock, result.Failure!.Kind);
        Assert.Equal("Nobody can move: thread waits for mutex, held by thread.", result.Failure.Message);
    }

    [Theory]
    [InlineData(true, Verdict.Exhausted)]
    [InlineData(false, Verdict.Bug)]
    public void A_wake_up_before_the_sleep_is_lost_unless_the_ticket_is_taken_first(bool ticketFirst, Verdict expected)
    {
        Func<Program> program = Lambda.Of(stage =>
        {
            var ready = new Cell("ready");
            var queue = BraidSync.CreateWaitQueue("queue");
            stage.Thread("sleeper", () =>
            {
                var ticket = ticketFirst ? BraidSync.PrepareToWait(queue) : 0;
                if (ready.Load() != 0) return;
                if (!ticketFirst) ticket = BraidSync.PrepareToWait(queue);
                BraidSync.Wait(queue, ticket);
            });
            stage.Thread("waker", () =>
            {
                ready.Store(1);
                BraidSync.WakeAll(queue);
            });
        });
        var result = Explore.All(program);

        Assert.Equal(expected, result.Verdict);
        if (expected == Verdict.Exhausted) return;
        Assert.Equal(FailureKind.LostWakeup, result.Failure!.Kind);
        Assert.Equal("Nobody can move: sleeper sleeps in queue.", result.Failure.Message);
        AssertReplays(program, result.Failure);
    }

    [Fact]
    public void A_spin_that_nobody_ends_is_a_lost_wake_up()
    {
        var result = Explore.All(Lambda.Of(stage =>
        {
            var flag = new Cell("flag");
            stage.Thread("spinner", () => flag.SpinWhile(0));
            stage.Thread("setter", () =>
            {
                flag.Store(1);
                flag.Store(0);
            });
        }));

        Assert.Equal(FailureKind.LostWakeup, result.Failure!.Kind);
        Assert.Equal("Nobody can move: spinner spins while flag is 0.", result.Failure.Message);
    }

    [Theory]
    [InlineData(Backend.ReExecution)]
    [InlineData(Backend.OsThreads)]
    public void A_schedule_that_does_not_end_is_reported_and_never_passed(Backend backend)
    {
        var result = Explore.All(
            Lambda.Of(stage =>
            {
                var flag = new Cell("flag");
                stage.Thread("poller", () =>
                {
                    while (flag.Load() == 0)
                    {
                    }
                });
                stage.Thread("other", () => flag.Load());
            }),
            new() { MaxStepsPerSchedule = 500, Backend = backend });

        Assert.Equal(Verdict.Bug, result.Verdict);
        Assert.Equal(FailureKind.NonTermination, result.Failure!.Kind);
        Assert.Equal(500, result.Failure.Schedule.Decisions.Count);
    }

    [Theory]
    [InlineData(nameof(Violation), FailureKind.Safety, "INV-0")]
    [InlineData(nameof(Assert), FailureKind.Assertion, "Assertion")]
    [InlineData(nameof(InvalidOperationException), FailureKind.UnhandledException, "InvalidOperationException")]
    public void An_exception_out_of_a_body_is_told_by_its_kind(string what, FailureKind kind, string identity)
    {
        Func<Program> program = Lambda.Of(stage =>
        {
            var x = new Cell("x");
            stage.Thread("writer", () => x.Store(1));
            stage.Thread("reader", () =>
            {
                if (x.Load() == 0) return;
                if (what == nameof(Violation)) throw new Violation("INV-0", "It is one.");
                if (what == nameof(Assert)) Assert.Fail("It is one.");
                throw new InvalidOperationException("It is one.");
            });
        });
        var result = Explore.All(program);

        Assert.Equal(kind, result.Failure!.Kind);
        Assert.Equal(identity, result.Failure.Identity);
        Assert.Equal("reader: It is one.", result.Failure.Message);
        AssertReplays(program, result.Failure);
    }

    [Fact]
    public void An_exception_that_a_body_handles_is_none()
    {
        var result = Explore.All(Lambda.Of(stage =>
        {
            var x = new Cell("x");
            stage.Thread("writer", () => x.Store(1));
            stage.Thread("reader", () =>
            {
                try
                {
                    if (x.Load() != 0) throw new InvalidOperationException();
                    x.Load();
                }
                catch (InvalidOperationException)
                {
                    x.Store(2);
                }
            });
        }));

        Assert.Equal(Verdict.Exhausted, result.Verdict);
    }

    [Fact]
    public void The_final_state_is_judged_when_all_threads_have_ended()
    {
        Func<Program> Racy(long least) => () =>
        {
            Cell? x = null;
            return new Lambda(
                stage =>
                {
                    x = new("x");
                    for (var thread = 0; thread < 2; thread++) stage.Thread($"thread {thread}", () => x.Store(x.Load() + 1));
                },
                atRest: () =>
                {
                    if (x!.Load() < least) throw new Violation("sum", "An increment was lost.");
                });
        };

        Assert.Equal(Verdict.Exhausted, Explore.All(Racy(1)).Verdict);
        var lost = Explore.All(Racy(2));
        Assert.Equal("sum", lost.Failure!.Identity);
        AssertReplays(Racy(2), lost.Failure);
    }

    [Fact]
    public void Counting_on_after_a_failure_covers_the_other_executions_too()
    {
        var result = Explore.All(
            Lambda.Of(stage =>
            {
                var x = new Cell("x");
                stage.Thread("writer", () => x.Store(1));
                for (var reader = 0; reader < 3; reader++)
                {
                    stage.Thread($"reader {reader}", () =>
                    {
                        if (x.Load() == 1) throw new Violation("one", "Read one.");
                    });
                }
            }),
            new() { StopAtFirstFailure = false });

        Assert.Equal(1, result.Traces);
        Assert.Equal(7, result.Failures);
    }

    [Fact]
    public void A_lock_released_by_another_thread_than_its_holder_is_an_error()
    {
        var result = Explore.All(Lambda.Of(stage =>
        {
            var mutex = BraidSync.CreateMutex("mutex");
            stage.Thread("thread", () => BraidSync.Exit(mutex));
        }));

        Assert.Equal(nameof(SynchronizationLockException), result.Failure!.Identity);
    }

    private static void AssertReplays(Func<Program> program, Failure failure)
    {
        var again = Explorer.Replay(program, failure.Schedule);
        Assert.Equal(ReplayOutcome.Reproduced, again.Outcome);
        Assert.Equal(failure.Kind, again.Failure!.Kind);
        Assert.Equal(failure.Message, again.Failure.Message);
        Assert.Equal(failure.Trace.Steps, again.Trace.Steps);
        Assert.Equal(failure.Schedule.Decisions, again.Taken.Decisions);
    }
}
