using Linearity.Models;

namespace Linearity.Tests;

public sealed class RecorderTests
{
    [Fact]
    public void An_atomic_counter_used_by_real_threads_is_linearizable()
    {
        var counter = 0L;
        var history = Record(threads: 4, calls: 500, () => Interlocked.Increment(ref counter));

        Assert.Equal(2_000, history.Operations.Count);
        Assert.All(history.Operations, call => Assert.False(call.IsPending));
        Assert.True(Linearizability.Check(new CounterModel(), history).IsLinearizable);
    }

    [Fact]
    public void A_counter_that_two_threads_read_before_either_writes_is_caught()
    {
        var counter = 0L;
        using var both = new Barrier(2);
        var history = Record(threads: 2, calls: 1, () =>
        {
            var seen = Volatile.Read(ref counter);
            both.SignalAndWait(TestContext.Current.CancellationToken);
            Volatile.Write(ref counter, seen + 1);
            return seen + 1;
        });

        Assert.False(Linearizability.Check(new CounterModel(), history).IsLinearizable);
    }

    [Fact]
    public void What_throws_stays_pending()
    {
        var recorder = new HistoryRecorder<long, long>(1, new MachineClock());
        var session = recorder.Begin(0);
        session.Call(1, () => 1);
        Assert.Throws<InvalidOperationException>(() => session.Call(1, () => throw new InvalidOperationException()));

        Assert.Equal([false, true], recorder.ToHistory().Operations.Select(call => call.IsPending));
    }

    [Fact]
    public void A_thread_that_is_executed_again_writes_the_same_again()
    {
        var recorder = new HistoryRecorder<long, long>(1, new MachineClock());
        recorder.Begin(0).Call(1, () => 1);
        var again = recorder.Begin(0);
        again.Call(1, () => 1);
        again.Call(1, () => 2);

        Assert.Equal([1, 2], recorder.ToHistory().Operations.Select(call => call.Result));
    }

    [Fact]
    public void A_thread_has_one_call_open_at_most()
    {
        Assert.Throws<InvalidOperationException>(() => new HistoryBuilder<long, long>().Invoke(0, 1).Invoke(0, 1));
        Assert.Throws<InvalidOperationException>(() => new HistoryBuilder<long, long>().Respond(0, 1));
    }

    private static History<long, long> Record(int threads, int calls, Func<long> add)
    {
        var recorder = new HistoryRecorder<long, long>(threads, new MachineClock());
        var all = Enumerable.Range(0, threads).Select(thread => new Thread(() =>
        {
            var session = recorder.Begin(thread);
            for (var call = 0; call < calls; call++) session.Call(1, add);
        })).ToList();
        foreach (var thread in all) thread.Start();
        foreach (var thread in all) thread.Join();
        return recorder.ToHistory();
    }
}
