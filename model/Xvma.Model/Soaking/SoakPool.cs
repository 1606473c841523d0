using System.Collections.Concurrent;

namespace Xvma.Model;

/// <summary>The tasks that the threads of a soak act for, the groups they may ask to join and the segments they may ask for.</summary>
internal sealed class SoakPool : IDisposable
{
    private static readonly int[] Uids = [1000, 1000, 1000, 1001];

    private readonly XvmaTask[] tasks;
    private readonly long[] groups = new long[4];
    private readonly long[] segments = new long[4];
    private readonly ConcurrentDictionary<ulong, bool> received = [];
    private readonly ReaderWriterLockSlim queues = new();
    private readonly SoakQueue?[] made = new SoakQueue?[4];
    private long started;

    public SoakPool(Machine machine, int size)
    {
        Machine = machine;
        tasks = [.. Enumerable.Range(0, size).Select(index => Start(index))];
    }

    public Machine Machine { get; }

    public int Size => tasks.Length;

    /// <summary>Tasks started so far.</summary>
    public long Started => Volatile.Read(ref started);

    public XvmaTask this[int index] => Volatile.Read(ref tasks[index]);

    /// <summary>A group that somebody made lately; it may be gone.</summary>
    public GroupId GroupAt(int index) => new(Volatile.Read(ref groups[index % groups.Length]));

    public void NoteGroup(GroupId made) => Volatile.Write(ref groups[made.Value % groups.Length], made.Value);

    /// <summary>A segment that somebody made lately; it may be gone.</summary>
    public SegmentId SegmentAt(int index) => new(Volatile.Read(ref segments[index % segments.Length]));

    public void NoteSegment(SegmentId made) => Volatile.Write(ref segments[made.Value % segments.Length], made.Value);

    /// <summary>A queue that somebody made lately; null when nobody has made any.</summary>
    public SoakQueue? QueueAt(int index) => Enumerable.Range(index % made.Length, made.Length).Select(place => Volatile.Read(ref made[place % made.Length])).FirstOrDefault(queue => queue is not null);

    public void NoteQueue(int index, SoakQueue queue) => Volatile.Write(ref made[index % made.Length], queue);

    /// <summary>Puts another task where a dead one is.</summary>
    public void Replace(int index, XvmaTask dead, XvmaTask? child = null)
    {
        var next = child ?? Start((int)(Started % Uids.Length));
        if (Interlocked.CompareExchange(ref tasks[index], next, dead) != dead) _ = next.TryExit();
    }

    /// <summary>Does what may bring another queue to an address; nobody makes one meanwhile.</summary>
    public Result WithQueues<T>(XvmaTask task, T with, Func<XvmaTask, T, Result> call)
    {
        queues.EnterReadLock();
        try
        {
            return call(task, with);
        }
        finally
        {
            queues.ExitReadLock();
        }
    }

    /// <summary>Makes a queue; nothing brings another one to its address meanwhile.</summary>
    public void MakeQueue(Action make)
    {
        queues.EnterWriteLock();
        try
        {
            make();
        }
        finally
        {
            queues.ExitWriteLock();
        }
    }

    /// <summary>Whether a message has not been received before.</summary>
    public bool IsFirst(ulong message) => received.TryAdd(message, true);

    /// <inheritdoc/>
    public void Dispose() => queues.Dispose();

    // In turn in all partitions; in the first one, which never fails, where another one has failed.
    private XvmaTask Start(int choice)
    {
        var partition = (int)(Interlocked.Increment(ref started) / Uids.Length % Machine.Options.Partitions);
        var task = Machine.TryStartTask(Uids[choice % Uids.Length], partition);
        return task.IsOk ? task.Value : Machine.StartTask(Uids[choice % Uids.Length]);
    }
}
