using Xvma.Sync;

namespace Xvma;

/// <summary>The machine's ordinary memory: frames of every page size, reserved lazily, counted exactly (MEM-1, MEM-7).</summary>
internal sealed class FramePool<TSync>
    where TSync : struct, ISync
{
    private AtomicInt64<TSync> lastId = new(0, "last frame id");
    private AtomicInt64<TSync> liveFrames = new(0, "live frames");
    private AtomicInt64<TSync> liveBytes = new(0, "live bytes");

    public long LiveFrames => liveFrames.Load();

    public long LiveBytes => liveBytes.Load();

    /// <returns>A zeroed frame with one reference, or null when the system has no memory for it.</returns>
    public Frame<TSync>? TryAllocate(PageSize size)
    {
        var bytes = (long)size.Bytes;
        var address = SharedMemory<TSync>.Reserve(bytes);
        if (address == 0) return null;
        liveFrames.Add(1);
        liveBytes.Add(bytes);
        return Seam<TSync>.Share(
            (Pool: this, Id: lastId.Add(1), address, bytes),
            static made => new Frame<TSync>(made.Pool, made.Id, made.address, made.bytes));
    }

    /// <summary>Gives a frame's memory back; called once, by whoever took its last reference and pin away (MEM-4).</summary>
    internal void Free(Frame<TSync> frame)
    {
        SharedMemory<TSync>.Release(frame.Address, frame.Bytes);
        liveBytes.Add(-frame.Bytes);
        liveFrames.Add(-1);
    }
}
