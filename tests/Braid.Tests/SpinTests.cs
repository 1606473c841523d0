using Xvma.Sync;

namespace Braid.Tests;

public sealed class SpinTests
{
    [Theory]
    [InlineData(2, 2)]
    [InlineData(3, 6)]
    public void A_ticket_lock_admits_one_after_the_other_in_every_order_of_tickets(int threads, int orders)
    {
        var result = Explore.All(() => SpinPrograms.TicketLock(threads, isBroken: false), new() { CountDistinctTraces = true });

        Assert.Equal((Verdict.Exhausted, orders), (result.Verdict, result.Traces));
        Assert.Equal(orders, result.DistinctTraces);
    }

    [Fact]
    public void A_ticket_lock_that_serves_two_at_once_is_caught()
    {
        var result = Explore.All(() => SpinPrograms.TicketLock(2, isBroken: true));

        Assert.Equal((FailureKind.Safety, "lost"), (result.Failure?.Kind, result.Failure?.Identity));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void A_test_and_set_lock_excludes_and_ends(int threads)
    {
        var result = Explore.All(() => SpinPrograms.TestAndSet(threads));

        Assert.Equal(Verdict.Exhausted, result.Verdict);
        Assert.True(result.Traces >= (threads == 2 ? 2 : 6));
    }

    [Fact]
    public void Petersons_algorithm_excludes_where_stores_take_effect_at_once_and_fails_where_they_wait_in_a_buffer()
    {
        var result = Explore.All(() => SpinPrograms.Peterson(isFenced: false));
        Assert.Equal(Verdict.Exhausted, result.Verdict);

        var buffered = Explore.All(() => SpinPrograms.Peterson(isFenced: false), new() { MemoryModel = MemoryModel.TotalStoreOrder });
        Assert.Equal(FailureKind.Safety, buffered.Failure?.Kind);

        var fenced = Explore.All(() => SpinPrograms.Peterson(isFenced: true), new() { MemoryModel = MemoryModel.TotalStoreOrder });
        Assert.Equal(Verdict.Exhausted, fenced.Verdict);
    }

    [Fact]
    public void A_reader_of_a_sequence_lock_tries_again_until_it_has_not_been_disturbed()
    {
        Assert.Equal(Verdict.Exhausted, Explore.All(() => SpinPrograms.SequenceLock(isChecked: true)).Verdict);
        Assert.Equal("torn", Explore.All(() => SpinPrograms.SequenceLock(isChecked: false)).Failure?.Identity);
    }

    [Theory]
    [InlineData(Backend.ReExecution)]
    [InlineData(Backend.OsThreads)]
    public void A_loop_that_nobody_can_end_is_reported_at_once_with_what_it_sees(Backend backend)
    {
        var result = Explore.All(() => SpinPrograms.ForgottenFlag(), new() { Backend = backend });

        Assert.Equal(FailureKind.NonTermination, result.Failure!.Kind);
        Assert.Equal("reader goes round for ever: ready is 0, then data is 0. Nobody is left to change that.", result.Failure.Message);
        Assert.InRange(result.Failure.Trace.Steps.Count, 3, 8);
        Assert.False(result.Failure.IsUnfair);
        var again = Explorer.Replay(SpinPrograms.ForgottenFlag, result.Failure.Schedule);
        Assert.Equal(ReplayOutcome.Reproduced, again.Outcome);
    }

    [Fact]
    public void A_loop_that_is_not_taken_for_waiting_is_told_how_to_say_so()
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
                stage.Thread("setter", () => flag.Store(1));
            }),
            new() { MaxStepsPerSchedule = 100, LoopRounds = 0 });

        Assert.Equal(FailureKind.NonTermination, result.Failure?.Kind);
        Assert.Contains("poller took the last 100 of them alone, while setter could move", result.Failure!.Message, StringComparison.Ordinal);
        Assert.Contains("Seam.SpinUntil", result.Failure.Message, StringComparison.Ordinal);
        Assert.True(result.Failure.IsUnfair);
    }

    [Fact]
    public void Two_who_spin_for_each_other_are_reported_both()
    {
        var result = Explore.All(Lambda.Of(stage =>
        {
            var (a, b) = (new Cell("a"), new Cell("b"));
            stage.Thread("one", () => Spin(() => a.Load() == 1, () => b.Store(1)));
            stage.Thread("two", () => Spin(() => b.Load() == 1, () => a.Store(1)));
        }));

        Assert.Equal("one goes round for ever: a is 0; two goes round for ever: b is 0. Nobody is left to change that.", result.Failure?.Message);
    }

    [Fact]
    public void A_loop_that_holds_what_others_wait_for_does_not_hide_that_they_may_go_first()
    {
        // Only where the setter takes the lock before the spinner does, all end.
        var result = Explore.All(
            Lambda.Of(stage =>
            {
                var gate = new Mutex<BraidSync>("gate");
                var flag = new Cell("flag");
                stage.Thread("spinner", () =>
                {
                    using var held = gate.Enter();
                    Seam<BraidSync>.SpinUntil(flag, flag => flag.Load() == 1);
                });
                stage.Thread("setter", () =>
                {
                    using var held = gate.Enter();
                    flag.Store(1);
                });
            }),
            new() { StopAtFirstFailure = false });

        Assert.Equal((1, 1), (result.Traces, result.Failures));
        Assert.Equal("spinner goes round for ever: flag is 0; setter waits for gate, held by spinner. Nobody is left to change that.", result.Failure!.Message);
    }

    [Fact]
    public void Time_does_not_pass_while_a_loop_would_go_on()
    {
        var result = Explore.All(Lambda.Of(stage =>
        {
            var (flag, late) = (new Cell("flag"), new Cell("late"));
            stage.Thread("spinner", () => Spin(() => flag.Load() == 1, () => { if (late.Load() == 1) throw new Violation("late", "Time passed."); }));
            stage.Thread("setter", () => flag.Store(1));
            stage.Thread("sleeper", () =>
            {
                Seam<BraidSync>.Delay(1_000);
                late.Store(1);
            });
        }));

        Assert.Equal(Verdict.Exhausted, result.Verdict);
        Assert.True(result.Traces > 0);
    }

    [Theory]
    [InlineData(Backend.ReExecution)]
    [InlineData(Backend.OsThreads)]
    public void Where_schedules_are_drawn_a_loop_goes_on_once_what_it_saw_has_changed(Backend backend)
    {
        foreach (var program in new Func<Program>[] { () => SpinPrograms.TicketLock(3, isBroken: false), () => SpinPrograms.Peterson(isFenced: false), () => SpinPrograms.SequenceLock(isChecked: true) })
        {
            var result = Explore.All(program, new() { Strategy = Strategy.RandomWalk, MaxSchedules = 300, Backend = backend });
            Assert.Equal((300L, null), (result.Traces, result.Failure));
        }
    }

    [Fact]
    public void Both_searches_and_drawing_end_in_the_same_states()
    {
        foreach (var program in new Func<Action<string>, Program>[] { SpinPrograms.Handshake, SpinPrograms.TwoLocksByAttempt })
        {
            HashSet<string> StatesOf(ExplorerOptions options)
            {
                var states = new HashSet<string>();
                Assert.Null(Explore.All(() => program(state => states.Add(state)), options with { Workers = 1 }).Failure);
                return states;
            }

            var drawn = StatesOf(new() { Strategy = Strategy.RandomWalk, MaxSchedules = 4_000 });
            Assert.True(drawn.Count > 1);
            Assert.Equal(drawn.Order(), StatesOf(new()).Order());
            Assert.Equal(drawn.Order(), StatesOf(new() { Strategy = Strategy.SourceSets }).Order());
            Assert.Equal(drawn.Order(), StatesOf(new() { Strategy = Strategy.SleepSets }).Order());
            Assert.Equal(drawn.Order(), StatesOf(new() { PreemptionBound = 12 }).Order());
        }
    }

    [Theory]
    [InlineData("store", "changes x")]
    [InlineData("lock", "performs Enter of 'm'")]
    [InlineData("choose", "performs Choose of 'c'")]
    [InlineData("nothing", "reads no cell")]
    [InlineData("yield", "reads no cell")]
    [InlineData("nested", "inside of the condition of another spin loop")]
    public void A_failed_attempt_that_does_more_than_look_is_refused(string what, string expected)
    {
        var result = Explore.All(Lambda.Of(stage =>
        {
            var x = new Cell("x");
            var m = new Mutex<BraidSync>("m");
            stage.Thread("spinner", () => Seam<BraidSync>.SpinUntil(0, _ =>
            {
                switch (what)
                {
                    case "store":
                        x.Add(1);
                        break;
                    case "lock":
                        m.Enter().Dispose();
                        break;
                    case "choose":
                        Seam<BraidSync>.Choose(2, "c");
                        break;
                    case "yield":
                        Seam<BraidSync>.Yield();
                        break;
                    case "nested":
                        x.Load();
                        Seam<BraidSync>.SpinUntil(x, cell => cell.Load() == 0);
                        break;
                }

                return false;
            }));
        }));

        Assert.Equal(FailureKind.RuleBroken, result.Failure?.Kind);
        Assert.Contains(expected, result.Failure!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Natively_a_loop_ends_when_its_condition_holds()
    {
        var flag = new AtomicInt64<NativeSync>(0, "flag");
        var setter = new Thread(() => flag.Store(1));
        setter.Start();
        var asked = 0;
        Seam<NativeSync>.SpinUntil(0, _ => ++asked > 0 && flag.Load() == 1);
        setter.Join();

        Assert.True(asked > 0);
        Assert.Equal(1, flag.Load());
    }

    private static void Spin(Func<bool> until, Action then)
    {
        Seam<BraidSync>.SpinUntil(until, until => until());
        then();
    }
}
