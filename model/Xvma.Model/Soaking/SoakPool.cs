namespace Xvma.Model;

/// <summary>The tasks that the threads of a soak act for, the groups they may ask to join and the segments they may ask for.</summary>
internal sealed class SoakPool
{
    private static readonly int[] Uids = [1000, 1000, 1000, 1001];

    private readonly XvmaTask[] tasks;
    private readonly long[] groups = new long[4];
    private readonly long[] segments = new long[4];
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

    /// <summary>Puts another task where a dead one is.</summary>
    public void Replace(int index, XvmaTask dead, XvmaTask? child = null)
    {
        var next = child ?? Start((int)(Started % Uids.Length));
        if (Interlocked.CompareExchange(ref tasks[index], next, dead) != dead) _ = next.TryExit();
    }

    private XvmaTask Start(int choice)
    {
        Interlocked.Increment(ref started);
        return Machine.StartTask(Uids[choice % Uids.Length]);
    }
}
