using Xvma.Sync;

namespace Xvma;

/// <summary>The machine's ordinary memory: frames of every page size, reserved lazily, counted exactly (MEM-1, MEM-7).</summary>
internal sealed class FramePool<TSync>(ulong most) : IFrameSource<TSync>
    where TSync : struct, ISync
{
    private AtomicInt64<TSync> lastId = new(0, "last frame id");
    private AtomicInt64<TSync> liveFrames = new(0, "live frames");
    private AtomicInt64<TSync> liveBytes = new(0, "live bytes");
    private AtomicInt64<TSync> charged = new(0, "charged bytes");

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
        var bytes = (long)size.Bytes;
        var address = SharedMemory<TSync>.Reserve(bytes);
        if (address == 0) return null;
        liveFrames.Add(1);
        liveBytes.Add(bytes);
        return Seam<TSync>.Share(
            (source, Id: lastId.Add(1), address, bytes, place),
            static made => new Frame<TSync>(made.source, made.Id, made.address, made.bytes, made.place));
    }

    /// <inheritdoc/>
    public void Free(Frame<TSync> frame)
    {
        SharedMemory<TSync>.Release(frame.Address, frame.Bytes);
        liveBytes.Add(-frame.Bytes);
        liveFrames.Add(-1);
        if (ReferenceEquals(frame.Source, this)) Uncharge(frame.Bytes);
    }

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
