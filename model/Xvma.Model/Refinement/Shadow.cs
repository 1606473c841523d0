using Tenet.Evaluation;
using Xvma.Observing;
using Xvma.Spec.Formal;

namespace Xvma.Model.Refinement;

/// <summary>
/// The specification's state, and which of its elements stands for what in the machine: the abstraction, together with what was last seen in the cells
/// that it is checked against. Everything here is copied back before a schedule.
/// </summary>
internal sealed class Shadow(Tenet.Theory theory)
{
    public const int None = -1;

    public TheoryState State { get; } = new(theory);

    // What is called how: the machine's id to the specification's element.
    public Table<int> TaskOf { get; } = new(None);

    public Table<int> SpaceOf { get; } = new(None);

    public Table<int> GroupOf { get; } = new(None);

    public Table<int> FrameOf { get; } = new(None);

    public Table<int> AsidOf { get; } = new(None);

    public Table<int> SlotOf { get; } = new(None);

    public Table<int> UidOf { get; } = new(None);

    public Table<int> SegmentOf { get; } = new(None);

    public Table<int> PermitOf { get; } = new(None);

    /// <summary>In which partition a task runs, by its id; said before the task is there.</summary>
    public Table<int> HomeOf { get; } = new(0);

    // And the other way round, for those that are shown or compared.
    public Table<long> TaskIds { get; } = new(0);

    public Table<long> SpaceIds { get; } = new(0);

    public Table<long> FrameIds { get; } = new(0);

    public Table<long> Uids { get; } = new(0);

    public Table<long> Asids { get; } = new(0);

    public Table<long> SlotNumbers { get; } = new(0);

    public Table<long> SegmentIds { get; } = new(0);

    public Table<long> PermitIds { get; } = new(0);

    public Table<PagePlace> Pages { get; } = new(default);

    public Table<int> Shifts { get; } = new(0);

    public Table<ulong> Addresses { get; } = new(0);

    public Table<AddressRange> Ranges { get; } = new(default);

    public Table<int> OwnRanges { get; } = new(None);

    public Table<bool> IsBusy { get; } = new(false);

    // What the cells held when they were last touched.
    public Table<long> FirstUids { get; } = new(0);

    public Table<MapView?> Maps { get; } = new(null);

    public Table<BindingView?> Bindings { get; } = new(null);

    public Table<EntryView?> Tlb { get; } = new(null);

    public Table<AsidView?> AsidsOf { get; } = new(null);

    public Table<long> Generations { get; } = new(1);

    public Table<long> FaultWords { get; } = new(0);

    public Table<int> FaultBits { get; } = new(None);

    public Table<int> FaultSlots { get; } = new(None);

    public Table<long> PlaceTasks { get; } = new(0);

    public Table<long> RangeActive { get; } = new(0);

    public Table<long> Holds { get; } = new(0);

    public MachineOptions Options { get; set; } = new();

    /// <summary>Tasks whose context has been said to be closed, and has not been found so yet.</summary>
    public Table<bool> Closing { get; } = new(false);

    public void CopyFrom(Shadow other)
    {
        State.CopyFrom(other.State);
        TaskOf.CopyFrom(other.TaskOf);
        SpaceOf.CopyFrom(other.SpaceOf);
        GroupOf.CopyFrom(other.GroupOf);
        FrameOf.CopyFrom(other.FrameOf);
        AsidOf.CopyFrom(other.AsidOf);
        SlotOf.CopyFrom(other.SlotOf);
        UidOf.CopyFrom(other.UidOf);
        SegmentOf.CopyFrom(other.SegmentOf);
        PermitOf.CopyFrom(other.PermitOf);
        HomeOf.CopyFrom(other.HomeOf);
        SegmentIds.CopyFrom(other.SegmentIds);
        PermitIds.CopyFrom(other.PermitIds);
        OwnRanges.CopyFrom(other.OwnRanges);
        TaskIds.CopyFrom(other.TaskIds);
        SpaceIds.CopyFrom(other.SpaceIds);
        FrameIds.CopyFrom(other.FrameIds);
        Uids.CopyFrom(other.Uids);
        Asids.CopyFrom(other.Asids);
        SlotNumbers.CopyFrom(other.SlotNumbers);
        Pages.CopyFrom(other.Pages);
        Shifts.CopyFrom(other.Shifts);
        Addresses.CopyFrom(other.Addresses);
        Ranges.CopyFrom(other.Ranges);
        IsBusy.CopyFrom(other.IsBusy);
        FirstUids.CopyFrom(other.FirstUids);
        Maps.CopyFrom(other.Maps);
        Bindings.CopyFrom(other.Bindings);
        Tlb.CopyFrom(other.Tlb);
        AsidsOf.CopyFrom(other.AsidsOf);
        Generations.CopyFrom(other.Generations);
        FaultWords.CopyFrom(other.FaultWords);
        FaultBits.CopyFrom(other.FaultBits);
        FaultSlots.CopyFrom(other.FaultSlots);
        PlaceTasks.CopyFrom(other.PlaceTasks);
        RangeActive.CopyFrom(other.RangeActive);
        Holds.CopyFrom(other.Holds);
        Options = other.Options;
        Closing.CopyFrom(other.Closing);
    }
}

/// <summary>Where a page is.</summary>
/// <param name="Start">Its first address.</param>
/// <param name="Shift">Its size as a power of two.</param>
internal readonly record struct PagePlace(ulong Start, int Shift)
{
    public AddressRange Range => new(new(Start), 1UL << Shift);

    public static PagePlace Of(ulong address, int shift) => new(address >> shift << shift, shift);
}
