namespace Xvma.Sync;

/// <summary>An event count: a waiter sleeps only while no wake-up has come since it took its ticket.</summary>
internal sealed class NativeWaitQueue
{
    private readonly object gate = new();
    private long wakeUps;

    public long Prepare()
    {
        lock (gate) return wakeUps;
    }

    public void Wait(long ticket)
    {
        lock (gate)
        {
            while (wakeUps == ticket) Monitor.Wait(gate);
        }
    }

    public void WakeAll()
    {
        lock (gate)
        {
            wakeUps++;
            Monitor.PulseAll(gate);
        }
    }
}
