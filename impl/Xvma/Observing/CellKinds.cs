using Xvma.Sync;

namespace Xvma.Observing;

/// <summary>Which cell holds what, by the names that cells are given.</summary>
internal static class CellKinds
{
    private static readonly Dictionary<(string What, string? Owner), CellKind> Known = new()
    {
        [("state", "task")] = CellKind.TaskState,
        [("uid", "task")] = CellKind.Uid,
        [("membership", "task")] = CellKind.Membership,
        [("tasks", null)] = CellKind.Tasks,
        [("groups", null)] = CellKind.Groups,
        [("members", "group")] = CellKind.Members,
        [("shared space", "task")] = CellKind.SharedSpace,
        [("context closed", "task")] = CellKind.Closed,
        [("binding", "task")] = CellKind.Binding,
        [("context slot", "chiplet")] = CellKind.Place,
        [("activity", "task")] = CellKind.Activity,
        [("fault", "task")] = CellKind.Fault,
        [("fault map", "chiplet")] = CellKind.FaultMap,
        [("range-active", "space")] = CellKind.RangeActive,
        [("mappings", "space")] = CellKind.Mappings,
        [("asids", "space")] = CellKind.Asids,
        [("asid generation", "chiplet")] = CellKind.AsidGeneration,
        [("tlb", "chiplet")] = CellKind.TlbEntry,
        [("line for the turn", "chiplet")] = CellKind.Turn,
        [("holds", "frame")] = CellKind.FrameHolds,
        [("page table", "backing")] = CellKind.PageMemory,
        [("changes", "space")] = CellKind.ChangesGate,
        [("context gate", "task")] = CellKind.ContextGate,
        [("gate", "chiplet")] = CellKind.ChipletGate,
        [("segments", null)] = CellKind.Segments,
        [("stage", "segment")] = CellKind.SegmentStage,
        [("permits", "task")] = CellKind.Permits,
        [("state", "partition")] = CellKind.PartitionState,
        [("residents", "partition")] = CellKind.Residents,
    };

    public static CellKind Of(in CellName name) => Known.GetValueOrDefault((name.What, name.Owner));
}
