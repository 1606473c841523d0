using Xvma.Sync;

namespace Xvma.Coyote.Tests;

/// <summary>What was shaped so that Coyote controls it, here without Coyote: real threads over the assemblies that ship.</summary>
public sealed class NativeWaitingTests
{
    private readonly Mutex<NativeSync> mutex = new("mutex");
    private readonly ReaderWriterLock<NativeSync> guard = new("guard");
    private readonly WaitQueue<NativeSync> queue = new("queue");
    private AtomicInt64<NativeSync> word = new(0, "word");
    private long plain;

    [Fact]
    public void A_mutex_lets_one_thread_in_at_a_time_however_many_come()
    {
        Together(8, _ =>
        {
            for (var turn = 0; turn < 5_000; turn++)
            {
                using var held = mutex.Enter();
                plain++;
            }
        });
        Assert.Equal(40_000, plain);
    }

    [Fact]
    public void A_mutex_that_is_held_cannot_be_taken_and_one_given_back_can()
    {
        using (mutex.Enter())
        {
            Together(1, _ => Assert.False(mutex.TryEnter(out var none)));
        }

        Assert.True(mutex.TryEnter(out var held));
        held.Dispose();
    }

    [Fact]
    public void Writers_exclude_all_and_readers_see_no_half()
    {
        Together(6, index =>
        {
            for (var turn = 0; turn < 2_000; turn++)
            {
                if (index < 3)
                {
                    using var held = guard.EnterWrite();
                    plain++;
                }
                else
                {
                    using var held = guard.EnterRead();
                    var seen = plain;
                    Assert.Equal(seen, plain);
                }
            }
        });
        Assert.Equal(6_000, plain);
    }

    [Fact]
    public void No_wake_up_is_lost_in_a_relay()
    {
        const int Turns = 2_000;
        Together(3, index =>
        {
            for (var turn = index; turn < 3 * Turns; turn += 3)
            {
                queue.WaitUntil((Self: this, turn), static state => state.Self.word.Load() == state.turn);
                word.Add(1);
                queue.WakeAll();
            }
        });
        Assert.Equal(3 * Turns, word.Load());
    }

    [Fact]
    public void Who_spins_goes_on_when_the_word_changes()
    {
        Together(2, index =>
        {
            if (index == 0)
            {
                word.SpinWhileEqual(0);
                Assert.Equal(7, word.Load());
            }
            else
            {
                word.Store(7);
            }
        });
    }

    private static void Together(int count, Action<int> body)
    {
        var failures = new System.Collections.Concurrent.ConcurrentQueue<Exception>();
        var threads = Enumerable.Range(0, count).Select(index => new Thread(() =>
        {
            try
            {
                body(index);
            }
            catch (Exception failure)
            {
                failures.Enqueue(failure);
            }
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        Assert.Empty(failures);
    }
}
