using Xvma;

namespace RankJob;

/// <summary>One rank of a job: a task, its memory, and everybody's memory at addresses of its own. Used by one thread.</summary>
public sealed partial class Rank
{
    private readonly Machine machine;
    private readonly SegmentId[] segments;
    private readonly Window memory;

    internal Rank(Machine machine, XvmaTask task, int number, SegmentId[] segments, ulong bytes)
    {
        this.machine = machine;
        this.segments = segments;
        Task = task;
        Number = number;
        memory = task.MapPrivate(Layout.Memory + bytes, Layout.Pages, at: Layout.Own(machine));
        task.Gru.CreateQueue(memory.Start + Layout.Queue, Layout.QueueLines);
    }

    /// <summary>The task that it is.</summary>
    public XvmaTask Task { get; }

    /// <summary>Its number, from 0.</summary>
    public int Number { get; }

    /// <summary>How many ranks there are.</summary>
    public int Count => segments.Length;

    /// <summary>Bytes that it has for its own use.</summary>
    public ulong Bytes => memory.Range.Length - Layout.Memory;

    /// <summary>Its instruction slot.</summary>
    public Gru Gru => Task.Gru;

    /// <summary>Where a byte of a rank's memory is, in this rank's space: an operand for any instruction.</summary>
    /// <param name="rank">Whose; also one's own.</param>
    /// <param name="offset">From the beginning of the memory for its own use, in bytes.</param>
    public ExtendedAddress At(int rank, ulong offset) => Place(rank, Layout.Memory + offset);

    /// <summary>Copies from another rank's memory to one's own: user to user, one copy, no call (bcopy).</summary>
    /// <param name="rank">Whose memory is read.</param>
    /// <param name="offset">Where in it.</param>
    /// <param name="into">Where in one's own memory.</param>
    /// <param name="bytes">How much; at least 1.</param>
    /// <exception cref="RankLostException">That rank, or this one, has ended; part of it may have been copied.</exception>
    public void Get(int rank, ulong offset, ulong into, ulong bytes) =>
        Done(rank, Gru.TryCopy(At(rank, offset), At(Number, into), bytes, out _));

    /// <summary>The other way round.</summary>
    /// <inheritdoc cref="Get"/>
    public void Put(int rank, ulong offset, ulong from, ulong bytes) =>
        Done(rank, Gru.TryCopy(At(Number, from), At(rank, offset), bytes, out _));

    /// <summary>Exports all of the private region, whatever will be mapped there.</summary>
    internal SegmentId Export() => Task.MakeSegment(machine.Options.Layout.PrivateRegion);

    /// <summary>Attaches the memory of all ranks, its own too, so that every rank has the same addresses.</summary>
    internal void AttachAll()
    {
        for (var rank = 0; rank < Count; rank++)
        {
            var permit = Task.TryGet(segments[rank]);
            if (permit.IsOk && Task.TryAttachPrivate(permit.Value, 0, Layout.Span, Layout.Pages, at: Layout.Of(machine, rank)).IsOk) continue;
            throw new RankLostException(Task.State == TaskState.Alive ? rank : Number, FaultCause.NotMapped);
        }
    }

    private ExtendedAddress Place(int rank, ulong offset) => Layout.Of(machine, rank) + offset;

    /// <summary>Who is lost when an instruction on a rank's memory has ended in an exception.</summary>
    private void Done(int rank, FaultCause cause)
    {
        if (cause != FaultCause.None) throw new RankLostException(cause == FaultCause.TaskGone ? Number : rank, cause);
    }
}
