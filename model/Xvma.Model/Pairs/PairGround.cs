namespace Xvma.Model;

/// <summary>What the two operations of a pair meet on. All of it is arranged before they begin and never changed by them.</summary>
internal sealed class PairGround
{
    /// <summary>What the machine's TLB has room for.</summary>
    public const int TlbEntries = 3;

    private readonly Dictionary<XvmaTask, Window> own = [];

    public PairGround(Machine machine, XvmaTask first)
    {
        Machine = machine;
        First = first;
        Group = first.CreateSharedXmm();

        // The neighbours push the first page out of the TLB, which then has memory and no entry.
        Shared = first.MapShared((1 + TlbEntries) * PageSize.Of64K.Bytes, PageSize.Of64K);
        first.Gru.Store(Target, 7UL);
        for (var neighbour = 1UL; neighbour <= TlbEntries; neighbour++) first.Gru.Load<ulong>(Target + (neighbour * PageSize.Of64K.Bytes));
    }

    public Machine Machine { get; }

    /// <summary>The member that created the group.</summary>
    public XvmaTask First { get; }

    public GroupId Group { get; }

    /// <summary>Pages that all members see.</summary>
    public Window Shared { get; }

    /// <summary>The first of them: what loads, stores, unmaps and protections are about.</summary>
    public ExtendedAddress Target => Shared.Start;

    public AddressRange TargetPage => new(Target, PageSize.Of64K.Bytes);

    /// <summary>A place beside the shared mapping where nothing is mapped yet.</summary>
    public ExtendedAddress Free => Shared.Start + Shared.Range.Length;

    /// <summary>A page of the task's own, without memory.</summary>
    public Window Own(XvmaTask task) => own[task];

    public void GiveOwn(XvmaTask task) => own[task] = task.MapPrivate(PageSize.Of64K.Bytes, PageSize.Of64K);
}
