namespace Xvma.Sync;

/// <summary>An event count: a waiter sleeps only while no wake-up has come since it took its ticket.</summary>
internal sealed class NativeWaitQueue
{
    private readonly object gate = new();
    private long wakeUps;
    private int sleepers;

    /// <summary>Acquire: what the caller reads next is not older than the last wake-up counted here.</summary>
    public long Prepare() => Volatile.Read(ref wakeUps);

    public void Wait(long ticket)
    {
        lock (gate)
        {
            sleepers++;
            while (wakeUps == ticket) Monitor.Wait(gate);
            sleepers--;
        }
    }

    public void WakeAll()
    {
        lock (gate)
        {
            // Release, pairs with Prepare: the change that is announced comes before the count.
            Volatile.Write(ref wakeUps, wakeUps + 1);
            if (sleepers > 0) Monitor.PulseAll(gate);
        }
    }
}
