using Xvma.Sync;

namespace Xvma;

/// <summary>A partition's mega-page memory: who has which part of it (MEM-11). What is handed out is made of memory by the ordinary pool, lazily.</summary>
internal sealed class MegaPool<TSync>(FramePool<TSync> memory, MachineOptions options) : IFrameSource<TSync>
    where TSync : struct, ISync
{
    private AtomicRef<TSync, MegaPageMap> map = new(
        MegaPageMap.Of(options.PageSizes, options.MegaPageBytes), options.Partitions == 1 ? new("mega pages") : new("mega pages", "partition", memory.Partition));

    /// <inheritdoc/>
    public int Partition => memory.Partition;

    /// <inheritdoc/>
    public bool HasFailed => memory.HasFailed;

    public MegaPageUsage Usage => map.Load()!.Usage();

    public Frame<TSync>? TryAllocate(PageSize size)
    {
        if (!TryTake(size, out var place)) return null;
        var frame = memory.TryAllocate(size, this, (long)place);
        if (frame is null) Give((long)place, size);
        return frame;
    }

    public void Free(Frame<TSync> frame)
    {
        memory.Release(frame);
        Give(frame.Place, new(System.Numerics.BitOperations.Log2((ulong)frame.Bytes)));
        memory.Settle();
    }

    private bool TryTake(PageSize size, out ulong place)
    {
        while (true)
        {
            var seen = map.Load()!;
            if (seen.TryTake(size, out place) is not { } next) return false;
            if (map.TryChange(seen, next)) return true;
        }
    }

    private void Give(long place, PageSize size)
    {
        while (true)
        {
            var seen = map.Load()!;
            if (map.TryChange(seen, seen.Give((ulong)place, size))) return;
        }
    }
}
