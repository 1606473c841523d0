using Xvma.Sync;

namespace Xvma;

/// <summary>A partition's ordinary memory: frames of every page size, reserved lazily, counted exactly (MEM-1, MEM-7).</summary>
internal sealed class FramePool<TSync> : IFrameSource<TSync>
    where TSync : struct, ISync
{
    private readonly ulong most;
    private readonly int partitions;
    private readonly PartitionLife<TSync>? life;
    private AtomicInt64<TSync> lastId;
    private AtomicInt64<TSync> liveFrames;
    private AtomicInt64<TSync> liveBytes;
    private AtomicInt64<TSync> charged;

    public FramePool(MachineOptions options, int partition, PartitionLife<TSync>? life)
    {
        most = options.OrdinaryBytes;
        partitions = options.Partitions;
        Partition = partition;
        this.life = life;
        lastId = new(0, Name("last frame id"));
        liveFrames = new(0, Name("live frames"));
        liveBytes = new(0, Name("live bytes"));
        charged = new(0, Name("charged bytes"));
    }

    /// <inheritdoc/>
    public int Partition { get; }

    /// <inheritdoc/>
    public bool HasFailed => life is { HasFailed: true };

    public long LiveFrames => liveFrames.Load();

    public long LiveBytes => liveBytes.Load();

    /// <returns>A zeroed frame with one reference, or null when the system has no memory for it, or the machine as much as it may.</returns>
    public Frame<TSync>? TryAllocate(PageSize size)
    {
        var bytes = (long)size.Bytes;
        if (!TryCharge(bytes)) return null;
        var frame = TryAllocate(size, this, 0);
        if (frame is null) Uncharge(bytes);
        return frame;
    }

    /// <summary>Memory for a frame that another pool answers for.</summary>
    /// <param name="size">Its size.</param>
    /// <param name="source">Whose it is.</param>
    /// <param name="place">Where in that pool it is.</param>
    internal Frame<TSync>? TryAllocate(PageSize size, IFrameSource<TSync> source, long place)
    {
        if (life is { } lives && !lives.TryTakeFrame()) return null;
        var bytes = (long)size.Bytes;
        var address = SharedMemory<TSync>.Reserve(bytes);
        if (address == 0)
        {
            life?.GiveFrame();
            return null;
        }

        liveFrames.Add(1);
        liveBytes.Add(bytes);
        return Seam<TSync>.Share(
            (source, Id: NextId(), address, bytes, place),
            static made => new Frame<TSync>(made.source, made.Id, made.address, made.bytes, made.place));
    }

    /// <inheritdoc/>
    public void Free(Frame<TSync> frame)
    {
        Release(frame);
        Uncharge(frame.Bytes);
        Settle();
    }

    /// <summary>Gives the memory of a frame back that another pool answers for.</summary>
    internal void Release(Frame<TSync> frame)
    {
        SharedMemory<TSync>.Release(frame.Address, frame.Bytes);
        liveBytes.Add(-frame.Bytes);
        liveFrames.Add(-1);
    }

    /// <summary>Last, when nothing is left of a frame: from now on it does not keep its partition from returning (PAR-4).</summary>
    internal void Settle() => life?.GiveFrame();

    // The partitions' ids come in turns, so that none has another's and each says whose it is.
    private long NextId() => ((lastId.Add(1) - 1) * partitions) + Partition + 1;

    private CellName Name(string what) => partitions == 1 ? new(what) : new(what, "partition", Partition);

    // Where there is no limit nothing is counted: one shared word less for every fault to change.
    private bool TryCharge(long bytes)
    {
        while (most != ulong.MaxValue)
        {
            var seen = charged.Load();
            if ((ulong)(seen + bytes) > most) return false;
            if (charged.TryChange(seen, seen + bytes)) return true;
        }

        return true;
    }

    private void Uncharge(long bytes)
    {
        if (most != ulong.MaxValue) charged.Add(-bytes);
    }
}
