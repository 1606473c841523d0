using Xvma.Sync;

namespace Xvma;

/// <summary>
/// The memory that a mapping has for itself, page by page, given on first use (MEM-3). A mapping that is split shares its backing with its parts; each
/// page belongs to one part.
/// </summary>
internal sealed class OwnMemory<TSync>(IFrameSource<TSync> pool, long id, PageSize pageSize, long pages) : Backing<TSync>
    where TSync : struct, ISync
{
    private readonly Mutex<TSync> gate = new(new("gate", "backing", id));
    private readonly PageTable<TSync> table = new(id, pages);

    /// <summary>The partition whose memory it is (PAR-1).</summary>
    public int Partition => pool.Partition;

    /// <summary>The frame of a page, if it has one. Takes no lock.</summary>
    public Frame<TSync>? Find(long page) => table.Find(page);

    /// <summary>
    /// The frame of a page, allocated if it has none yet. A page that has been released gets none: a fault that looked its mapping up
    /// before the unmap must not leave a frame behind that nobody will free (MEM-4).
    /// </summary>
    public FrameLookup FindOrAllocate(long page, out Frame<TSync>? frame)
    {
        frame = table.Find(page);
        if (frame is not null) return FrameLookup.Found;

        using var held = gate.Enter();
        frame = table.Find(page);
        if (frame is not null) return FrameLookup.Found;
        if (table.IsReleased(page)) return FrameLookup.Released;
        frame = pool.TryAllocate(pageSize);
        if (frame is null) return pool.HasFailed ? FrameLookup.Lost : FrameLookup.OutOfMemory;
        table.Set(page, frame);
        return FrameLookup.Found;
    }

    /// <summary>Gives the mapping's reference on these pages back. No translation to them is usable any more when this is called.</summary>
    public override void Release(long first, long count)
    {
        using var held = gate.Enter();
        table.Release(first, first + count, static (_, frame) => frame.Unreference());
    }

    /// <summary>
    /// Takes these pages' frames out, with the references on them, and lets the pages have no other: a fault that has looked the mapping up
    /// before comes back for another look. Inside of an invalidation, so that no fault begins to look.
    /// </summary>
    public void TakeOut(long first, long count, Action<long, Frame<TSync>> taken)
    {
        using var held = gate.Enter();
        table.Release(first, first + count, taken);
    }

    /// <summary>Lets pages that were taken out have frames again.</summary>
    public void Reopen(long first, long count)
    {
        using var held = gate.Enter();
        table.Reopen(first, first + count);
    }

    /// <summary>Gives a page a frame, with the reference on it, unless it has one by now or was released.</summary>
    /// <returns>Whether it took it.</returns>
    public bool TryGive(long page, Frame<TSync> frame)
    {
        using var held = gate.Enter();
        if (table.Find(page) is not null || table.IsReleased(page)) return false;
        table.Set(page, frame);
        return true;
    }

    /// <summary>Gives every page a frame, before anybody else knows of the backing, or none and says so.</summary>
    public bool TryFill()
    {
        for (var page = 0L; page < pages; page++)
        {
            if (pool.TryAllocate(pageSize) is { } frame)
            {
                table.Set(page, frame);
                continue;
            }

            Release(0, page);
            return false;
        }

        return true;
    }

    /// <summary>A zeroed frame of this backing's page size that is nobody's yet, with one reference; null when there is no memory.</summary>
    public Frame<TSync>? TryReserve() => pool.TryAllocate(pageSize);

    /// <summary>A backing of as many pages, of the same page size and memory, and without any yet.</summary>
    public OwnMemory<TSync> Another(long id, long count) => new(pool, id, pageSize, count);

    /// <summary>Calls <paramref name="action"/> for each of these pages that has a frame.</summary>
    public void VisitFrames(long first, long count, Action<long, Frame<TSync>> action) =>
        table.Visit(first, first + count, action);
}
