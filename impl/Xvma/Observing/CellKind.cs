namespace Xvma.Observing;

/// <summary>What a cell of a machine holds, as far as the specification speaks of it.</summary>
public enum CellKind
{
    /// <summary>Something the specification does not speak of.</summary>
    Other,

    /// <summary>A task's <see cref="Xvma.TaskState"/>.</summary>
    TaskState,

    /// <summary>A task's uid.</summary>
    Uid,

    /// <summary>The group a task has entered: a <see cref="GroupView"/> or nothing.</summary>
    Membership,

    /// <summary>All tasks that are not dead: a <see cref="TaskList"/>.</summary>
    Tasks,

    /// <summary>All groups with a member; what it holds is not shown.</summary>
    Groups,

    /// <summary>The members of a group: a <see cref="MemberList"/>.</summary>
    Members,

    /// <summary>The group's space that a task's context translates when it is loaded; its id or 0.</summary>
    SharedSpace,

    /// <summary>Whether a task's context is closed for good.</summary>
    Closed,

    /// <summary>A loaded context's configuration: a <see cref="BindingView"/>, or nothing while it is not loaded.</summary>
    Binding,

    /// <summary>A place of a chiplet: the id of the task whose context has it, or 0.</summary>
    Place,

    /// <summary>The activity of an instruction slot: whether its instruction is announced, 1 or 0.</summary>
    Activity,

    /// <summary>A fault handle: a <see cref="FaultView"/> or nothing.</summary>
    Fault,

    /// <summary>A word of a chiplet's fault map.</summary>
    FaultMap,

    /// <summary>How many invalidations of a space are under way.</summary>
    RangeActive,

    /// <summary>A space's mappings: a <see cref="MapView"/>.</summary>
    Mappings,

    /// <summary>What stands for a space on a chiplet: an <see cref="AsidView"/> or nothing.</summary>
    Asids,

    /// <summary>A chiplet's generation of ASIDs.</summary>
    AsidGeneration,

    /// <summary>A place of a TLB: an <see cref="EntryView"/> or nothing.</summary>
    TlbEntry,

    /// <summary>A frame's references, and its pins times 2^32.</summary>
    FrameHolds,

    /// <summary>A page's memory: a frame's id, −1 when the page was given back, 0 for neither.</summary>
    PageMemory,

    /// <summary>Whose turn it is on a chiplet: the number of the task, times 64, and of its instruction slot; 0 when it is nobody's.</summary>
    Turn,

    /// <summary>The mutex of a space's changes.</summary>
    ChangesGate,

    /// <summary>The mutex of a task's context.</summary>
    ContextGate,

    /// <summary>The mutex under which a chip does what it does at one instant.</summary>
    ChipletGate,

    /// <summary>All segments that are not removed: a <see cref="SegmentList"/>.</summary>
    Segments,

    /// <summary>A segment's <see cref="Xvma.SegmentStage"/>.</summary>
    SegmentStage,

    /// <summary>The permits that a task holds: a <see cref="PermitList"/>.</summary>
    Permits,

    /// <summary>Whether a partition has failed: then 1; else twice the number of requests to it that are to be lost.</summary>
    PartitionState,

    /// <summary>The tasks of a partition that are not dead: a <see cref="MemberList"/>.</summary>
    Residents,
}
