using Xvma.Tests.Support;

namespace Xvma.Tests.Conformance;

/// <summary>Two tasks of one uid on a machine, and pages of 64 KB: what the cases of public XPMEM test suites need. At the end nothing may be left.</summary>
internal sealed class Job : IDisposable
{
    public const ulong Page = 65536;

    private readonly List<XvmaTask> tasks = [];

    public Job()
    {
        Owner = Start();
        Attacher = Start();
    }

    public static ExtendedAddress Base => AddressLayout.Default.PrivateBase;

    public Machine Machine { get; } = Machine.Create(new() { ContextsPerChiplet = 4 });

    public XvmaTask Owner { get; }

    public XvmaTask Attacher { get; }

    public XvmaTask Start(int uid = 1000)
    {
        var task = Machine.StartTask(uid);
        tasks.Add(task);
        return task;
    }

    /// <summary>Maps so many pages of a task and writes the number of each, from 1, at its start.</summary>
    public static Window Written(XvmaTask task, ulong pages, ExtendedAddress? at = null)
    {
        var memory = task.MapPrivate(pages * Page, PageSize.Of64K, at: at);
        for (var page = 0UL; page < pages; page++) task.Gru.Store(memory.Start + (page * Page), page + 1);
        return memory;
    }

    /// <summary>Lets the attacher attach all of a range that the owner exports.</summary>
    public (SegmentId Segment, PermitId Permit, Window Attached) Attach(AddressRange range)
    {
        var segment = Owner.MakeSegment(range);
        var permit = Attacher.Get(segment);
        return (segment, permit, Attacher.AttachPrivate(permit, 0, range.Length, PageSize.Of64K));
    }

    public static FaultCause Reads(XvmaTask task, ExtendedAddress address, out ulong value) => task.Gru.TryLoad(address, 8, out value);

    public static void IsBusError(XvmaTask task, ExtendedAddress address) => Assert.Equal(FaultCause.NotMapped, Reads(task, address, out _));

    public void Dispose()
    {
        foreach (var task in tasks) task.Dispose();
        Assert.Empty(Machine.Snapshot().Segments);
        Holds.Nothing(Machine);
    }
}
