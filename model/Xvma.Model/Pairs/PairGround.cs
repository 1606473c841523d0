namespace Xvma.Model;

/// <summary>What the two operations of a pair meet on. All of it is arranged before they begin and never changed by them.</summary>
internal sealed partial class PairGround
{
    /// <summary>What the machine's TLB has room for.</summary>
    public const int TlbEntries = 3;

    /// <summary>The partition that fails and returns, where there are two.</summary>
    public const int Far = 1;

    private readonly Dictionary<XvmaTask, Window> own = [];
    private readonly List<XvmaTask> acting = [];
    private readonly Dictionary<XvmaTask, SegmentId> exported = [];
    private readonly Dictionary<XvmaTask, PermitId> permits = [];
    private readonly Dictionary<XvmaTask, Window> attached = [];

    public PairGround(Machine machine, XvmaTask first)
    {
        Machine = machine;
        First = first;
        Group = first.CreateSharedXmm();

        // The neighbours push the first page out of the TLB, which then has memory and no entry.
        Shared = first.MapShared((1 + TlbEntries) * PageSize.Of64K.Bytes, PageSize.Of64K);
        first.Gru.Store(Target, 7UL);
        FillTlb();
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

    /// <summary>The task that performs the other operation; the task itself, if it performs both.</summary>
    public XvmaTask Partner(XvmaTask task) => acting.Find(other => other != task) ?? task;

    /// <summary>The segment that shows the task's own page.</summary>
    public SegmentId Exported(XvmaTask task) => exported[task];

    /// <summary>The task's permit for its partner's segment.</summary>
    public PermitId Permit(XvmaTask task) => permits[task];

    /// <summary>Where the task has attached its partner's segment; without an entry in the TLB.</summary>
    public Window Attached(XvmaTask task) => attached[task];

    public void GiveOwn(XvmaTask task, bool acts)
    {
        own[task] = task.MapPrivate(PageSize.Of64K.Bytes, PageSize.Of64K);
        if (acts) acting.Add(task);
    }

    /// <summary>Every task that acts makes a segment of its own page.</summary>
    public void Export()
    {
        foreach (var task in acting.Where(task => !exported.ContainsKey(task))) exported[task] = task.MakeSegment(Own(task).Range);
    }

    /// <summary>And has a permit for its partner's.</summary>
    public void GetPermits()
    {
        Export();
        foreach (var task in acting.Where(task => !permits.ContainsKey(task))) permits[task] = task.Get(Exported(Partner(task)));
    }

    /// <summary>And has attached it.</summary>
    public void Attach()
    {
        GetPermits();
        foreach (var task in acting.Where(task => !attached.ContainsKey(task))) attached[task] = task.AttachPrivate(Permit(task), 0, PageSize.Of64K.Bytes, PageSize.Of64K);
    }

    private void FillTlb()
    {
        for (var neighbour = 1UL; neighbour <= TlbEntries; neighbour++) First.Gru.Load<ulong>(Target + (neighbour * PageSize.Of64K.Bytes));
    }
}
