using Xvma.Sync;

namespace Braid.Tests;

public sealed class WaitingTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void Readers_of_a_lock_do_not_see_each_other(int readers)
    {
        var result = Explore.All(Lambda.Of(stage =>
        {
            var rw = new ReaderWriterLock<BraidSync>("rw");
            for (var reader = 0; reader < readers; reader++)
            {
                stage.Thread($"reader {reader}", () =>
                {
                    using var held = rw.EnterRead();
                });
            }
        }));

        Assert.Equal(Verdict.Exhausted, result.Verdict);
        Assert.Equal(1, result.Traces);
    }

    [Fact]
    public void A_writer_excludes_readers_and_writers()
    {
        Program Make()
        {
            var inside = 0;
            Cell? x = null;
            return new Lambda(
                stage =>
                {
                    x = new("x");
                    var rw = new ReaderWriterLock<BraidSync>("rw");
                    for (var writer = 0; writer < 2; writer++)
                    {
                        stage.Thread($"writer {writer}", () =>
                        {
                            using var held = rw.EnterWrite();
                            x.Store(x.Load() + 1);
                        });
                    }

                    stage.Thread("reader", () =>
                    {
                        using var held = rw.EnterRead();
                        if (x.Load() != x.Load()) throw new Violation("torn", "The value changed under a reader.");
                    });
                },
                atRest: () =>
                {
                    if (x!.Load() != 2 + inside) throw new Violation("lost", "A write was lost.");
                });
        }

        Assert.Equal(Verdict.Exhausted, Explore.All(Make).Verdict);
    }

    [Fact]
    public void A_waiting_writer_holds_new_readers_back_so_that_reading_twice_can_deadlock()
    {
        var result = Explore.All(Lambda.Of(stage =>
        {
            var rw = new ReaderWriterLock<BraidSync>("rw");
            stage.Thread("reader", () =>
            {
                using var outer = rw.EnterRead();
                using var inner = rw.EnterRead();
            });
            stage.Thread("writer", () =>
            {
                using var held = rw.EnterWrite();
            });
        }));

        Assert.Equal(FailureKind.Deadlock, result.Failure!.Kind);
        Assert.Equal("Nobody can move: reader waits for rw, which a writer waits for; writer waits for rw, read by 1.", result.Failure.Message);
    }

    [Fact]
    public void Time_passes_only_when_nobody_can_move_and_to_the_earliest_deadline()
    {
        Program Make() => new Lambda(stage =>
        {
            var x = new Cell("x");
            stage.Thread("late", () =>
            {
                Seam<BraidSync>.Delay(200);
                if (Seam<BraidSync>.Now() != 200 || x.Load() != 2) throw new Violation("late", "The later sleeper woke first.");
            });
            stage.Thread("early", () =>
            {
                Seam<BraidSync>.Delay(100);
                if (Seam<BraidSync>.Now() != 100 || x.Load() != 1) throw new Violation("early", "Time passed while somebody could move.");
                x.Store(2);
            });
            stage.Thread("busy", () =>
            {
                x.Store(1);
                if (Seam<BraidSync>.Now() != 0) throw new Violation("busy", "Time passed while somebody could move.");
            });
        });

        var result = Explore.All(Make);
        Assert.Equal(Verdict.Exhausted, result.Verdict);
        Assert.Equal(1, result.Traces);
    }

    [Fact]
    public void Sleepers_with_one_deadline_wake_in_every_order()
    {
        var result = Explore.All(Lambda.Of(stage =>
        {
            var x = new Cell("x");
            for (var thread = 0; thread < 3; thread++)
            {
                var own = thread;
                stage.Thread($"thread {own}", () =>
                {
                    Seam<BraidSync>.Delay(10);
                    x.Store(own);
                });
            }
        }));

        Assert.Equal(6, result.Traces);
    }

    [Fact]
    public void A_sleep_that_nobody_ends_is_told_apart_from_a_delay()
    {
        var result = Explore.All(Lambda.Of(stage =>
        {
            var queue = new WaitQueue<BraidSync>("queue");
            var flag = new Cell("flag");
            stage.Thread("sleeper", () => queue.WaitUntil(flag, static flag => flag.Load() != 0));
            stage.Thread("late", () =>
            {
                Seam<BraidSync>.Delay(1_000);
                flag.Store(1);
            });
        }));

        Assert.Equal(FailureKind.LostWakeup, result.Failure!.Kind);
        Assert.Equal("Nobody can move: sleeper sleeps in queue.", result.Failure.Message);
    }
}
