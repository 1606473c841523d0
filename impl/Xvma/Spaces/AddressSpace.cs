using Xvma.Sync;

namespace Xvma;

/// <summary>
/// An extended address space (an xmm): a task's private one, or the one that the members of a group share. Its mappings are one immutable
/// map published by one reference, so a look-up takes no lock; changes are made one at a time.
/// </summary>
internal sealed class AddressSpace<TSync>
    where TSync : struct, ISync
{
    private readonly AtomicRefArray<TSync, AsidRecord> asids;
    private readonly Mutex<TSync> changes;
    private AtomicRef<TSync, MappingMap<Backing<TSync>>> mappings;
    private AtomicInt64<TSync> rangeActive;

    public AddressSpace(long id, AddressKind kind, MachineParts<TSync> parts)
    {
        Id = id;
        Parts = parts;
        Region = parts.Options.Layout.RegionOf(kind);
        asids = new(parts.Chiplets.Length, new("asids", "space", id));
        changes = new(new("changes", "space", id));
        mappings = new(MappingMap<Backing<TSync>>.Empty, new("mappings", "space", id));
        rangeActive = new(0, new("range-active", "space", id));
        Calm = new(new("calm", "space", id));
        Exports = new(new("exports", "space", id));
    }

    public long Id { get; }

    /// <summary>Where its mappings may lie.</summary>
    public AddressRange Region { get; }

    /// <summary>Woken when no invalidation is under way any more.</summary>
    public WaitQueue<TSync> Calm { get; }

    /// <summary>Invalidations under way (IVL-1).</summary>
    public long RangeActive => rangeActive.Load();

    /// <summary>The mappings now.</summary>
    public MappingMap<Backing<TSync>> Mappings => mappings.Load()!;

    /// <summary>The segments made of it that are not removed yet (XPM-1); of a group's space none. Changed under its task's gate.</summary>
    public Registry<TSync, Segment<TSync>> Exports { get; }

    public MachineParts<TSync> Parts { get; }

    /// <summary>What stands for this space in a chiplet's TLB; null when nothing does. Under the chiplet's gate.</summary>
    public AsidRecord? AsidsIn(Chiplet<TSync> chiplet) => asids.Load(chiplet.Index);

    public void SetAsidsIn(Chiplet<TSync> chiplet, AsidRecord? record) => asids.Store(chiplet.Index, record);

    /// <summary>Waits for its turn to change the mappings: one writer, and readers never wait.</summary>
    public Mutex<TSync>.Scope EnterChanges() => changes.Enter();

    /// <summary>Publishes the next map. For a change that takes anything away, inside an invalidation of what it takes.</summary>
    public void Publish(MappingMap<Backing<TSync>> next) => mappings.Store(next);

    /// <summary>The first half of an invalidation's bracket (IVL-1).</summary>
    public void RaiseRangeActive() => rangeActive.Add(1);

    /// <summary>
    /// Takes back what others have borrowed of a range of it (XPM-8). With range-active up: an attachment that is made meanwhile, and not
    /// met here, finds it so before it can borrow.
    /// </summary>
    public void RecallExports(AddressRange range)
    {
        var exports = Exports.Entries;
        if (exports.IsEmpty) return;
        foreach (var segment in exports.Values) segment.Recall(range);
    }

    /// <summary>The second half (IVL-5).</summary>
    public void LowerRangeActive()
    {
        if (rangeActive.Add(-1) == 0) Calm.WakeAll();
    }

    /// <summary>Returns once no invalidation was under way at some instant since the call.</summary>
    public void WaitUntilCalm() => Calm.WaitUntil(this, static space => space.RangeActive == 0);

    /// <summary>As a trace shows it.</summary>
    public override string ToString() => $"space {Id}";
}
