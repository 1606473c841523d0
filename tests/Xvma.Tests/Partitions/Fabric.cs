using Xvma.Tests.Support;

namespace Xvma.Tests.Partitions;

/// <summary>A machine of two partitions and a task in each; the one in the second exports four pages, written 1 to 4. At the end nothing may be left.</summary>
internal sealed class Fabric : IDisposable
{
    public const int Near = 0;
    public const int Far = 1;
    public const ulong Page = 65536;

    public Fabric(MachineOptions? options = null)
    {
        Machine = Machine.Create((options ?? new()) with { Partitions = 2 });
        Here = Machine.StartTask(uid: 7, Near);
        There = Machine.StartTask(uid: 7, Far);
        Memory = There.MapPrivate(4 * Page, PageSize.Of64K);
        for (var page = 0UL; page < 4; page++) There.Gru.Store(Memory.Start + (page * Page), page + 1);
        Segment = There.MakeSegment(Memory.Range);
        Permit = Here.Get(Segment);
        Attached = Here.AttachPrivate(Permit, 0, Memory.Range.Length, PageSize.Of64K);
    }

    public Machine Machine { get; }

    public XvmaTask Here { get; }

    public XvmaTask There { get; }

    public Window Memory { get; }

    public SegmentId Segment { get; }

    public PermitId Permit { get; }

    public Window Attached { get; }

    public PartitionSnapshot Second => Machine.Snapshot().Partitions[Far];

    /// <summary>How a read through the attachment ends.</summary>
    public FaultCause Reads(ulong page = 0) => Here.Gru.TryLoad(Attached.Start + (page * Page), 8, out _);

    public void Dispose()
    {
        Here.Dispose();
        There.Dispose();
        Holds.Nothing(Machine);
    }
}
