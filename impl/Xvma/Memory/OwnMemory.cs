using Xvma.Sync;

namespace Xvma;

/// <summary>
/// The memory that a mapping has for itself, page by page, given on first use (MEM-3). A mapping that is split shares its backing with its parts; each
/// page belongs to one part.
/// </summary>
internal sealed class OwnMemory<TSync>(FramePool<TSync> pool, long id, PageSize pageSize, long pages) : Backing<TSync>
    where TSync : struct, ISync
{
    private readonly Mutex<TSync> gate = new(new("gate", "backing", id));
    private readonly PageTable<TSync> table = new(id, pages);

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
        if (frame is null) return FrameLookup.OutOfMemory;
        table.Set(page, frame);
        return FrameLookup.Found;
    }

    /// <summary>Gives the mapping's reference on these pages back. No translation to them is usable any more when this is called.</summary>
    public override void Release(long first, long count)
    {
        using var held = gate.Enter();
        table.Release(first, first + count, static frame => frame.Unreference());
    }

    /// <summary>Calls <paramref name="action"/> for each of these pages that has a frame.</summary>
    public void VisitFrames(long first, long count, Action<long, Frame<TSync>> action) =>
        table.Visit(first, first + count, action);
}
