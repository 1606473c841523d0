namespace Xvma.Sync;

/// <summary>Many readers or one writer, on <see cref="Monitor"/> so that Microsoft Coyote controls it; a waiting writer holds new readers back.</summary>
internal sealed class NativeReaderWriterLock
{
    private readonly object gate = new();
    private int readers;
    private int waitingWriters;
    private int sleepers;
    private bool writing;

    public void EnterRead()
    {
        lock (gate)
        {
            while (writing || waitingWriters > 0) Sleep();
            readers++;
        }
    }

    public bool TryEnterRead()
    {
        lock (gate)
        {
            if (writing || waitingWriters > 0) return false;
            readers++;
            return true;
        }
    }

    public void ExitRead()
    {
        lock (gate)
        {
            if (--readers == 0) WakeSleepers();
        }
    }

    public void EnterWrite()
    {
        lock (gate)
        {
            waitingWriters++;
            while (writing || readers > 0) Sleep();
            waitingWriters--;
            writing = true;
        }
    }

    public bool TryEnterWrite()
    {
        lock (gate)
        {
            if (writing || readers > 0) return false;
            writing = true;
            return true;
        }
    }

    public void ExitWrite()
    {
        lock (gate)
        {
            writing = false;
            WakeSleepers();
        }
    }

    private void Sleep()
    {
        sleepers++;
        Monitor.Wait(gate);
        sleepers--;
    }

    private void WakeSleepers()
    {
        if (sleepers > 0) Monitor.PulseAll(gate);
    }
}
