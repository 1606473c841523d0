namespace Xvma.Spec.Formal;

#pragma warning disable CA1008 // The first member of each is the state at first, and has the field's name for it.

/// <summary>The life of a task (TSK-7).</summary>
public enum TaskLife
{
    /// <summary>Not started yet.</summary>
    Unborn,

    /// <summary>It may operate.</summary>
    Alive,

    /// <summary>Its teardown has begun.</summary>
    Exiting,

    /// <summary>Its teardown is over.</summary>
    Dead,
}

/// <summary>The life of a group (GRP-6).</summary>
public enum GroupStage
{
    /// <summary>Not created yet.</summary>
    Unmade,

    /// <summary>It has members.</summary>
    Live,

    /// <summary>Its last member has left.</summary>
    Ended,
}

/// <summary>The status of a control block, by the in-tree driver's names.</summary>
public enum CbStatus
{
    /// <summary>No instruction.</summary>
    Idle,

    /// <summary>An instruction runs.</summary>
    Active,

    /// <summary>It has missed and waits for a translation.</summary>
    CallOs,

    /// <summary>It has ended in an exception.</summary>
    Exception,
}

/// <summary>How often an instruction has been issued again (INS-14).</summary>
public enum Tries
{
    /// <summary>Not yet.</summary>
    None,

    /// <summary>One time.</summary>
    Once,

    /// <summary>Two times.</summary>
    Twice,

    /// <summary>Three times, which is as often as may be.</summary>
    Thrice,
}

/// <summary>Who is to handle the fault in a fault handle (TFH).</summary>
public enum FaultMode
{
    /// <summary>Nobody: there is none.</summary>
    None,

    /// <summary>The interrupt: fault-map mode.</summary>
    Fmm,

    /// <summary>The user, by polling.</summary>
    Upm,
}

/// <summary>How far the look-up for a fault is (FLT-7).</summary>
public enum LookUp
{
    /// <summary>None.</summary>
    Rest,

    /// <summary>The fault handle has been read.</summary>
    Read,

    /// <summary>Range-active was 0 after that.</summary>
    Calm,

    /// <summary>The map has a mapping for it.</summary>
    Seen,

    /// <summary>Its frame is pinned.</summary>
    Found,

    /// <summary>The map has none, or not with the right needed.</summary>
    Barren,
}

/// <summary>How far an invalidation is (chapter 11).</summary>
public enum Phase
{
    /// <summary>Not under way.</summary>
    Idle,

    /// <summary>Range-active is up; chiplets are purged one after the other.</summary>
    Started,

    /// <summary>The map has changed.</summary>
    Changed,

    /// <summary>Range-active is down; memory is being given back.</summary>
    Ended,
}

/// <summary>What an invalidation is for (IVL-10).</summary>
public enum Purpose
{
    /// <summary>Taking mappings away.</summary>
    Unmap,

    /// <summary>Other rights.</summary>
    Protect,

    /// <summary>Taking borrowed memory back from an attachment.</summary>
    Recall,

    /// <summary>Dropping contents; the mappings stay.</summary>
    Discard,

    /// <summary>Taking mappings, with their memory, to other addresses.</summary>
    Move,
}

/// <summary>The life of a segment (XPM-1, XPM-6).</summary>
public enum SegmentLife
{
    /// <summary>Not made yet.</summary>
    Unmade,

    /// <summary>It can be got and attached.</summary>
    Live,

    /// <summary>Its owner takes it back.</summary>
    Removing,

    /// <summary>It is gone, for good.</summary>
    Removed,
}

/// <summary>The life of a permit (XPM-2).</summary>
public enum PermitLife
{
    /// <summary>Not given yet.</summary>
    Unmade,

    /// <summary>Its holder may attach.</summary>
    Held,

    /// <summary>It is gone, for good.</summary>
    Released,
}

/// <summary>What an operation answers when it does nothing: the library's errors, by the same names.</summary>
public enum Error
{
    /// <summary>The task is not alive (TSK-3).</summary>
    TaskGone,

    /// <summary>The task is in a group already (GRP-3).</summary>
    AlreadyMember,

    /// <summary>The task is in no group (GRP-5, SHM-1).</summary>
    NotAMember,

    /// <summary>The id names no group that lives (GRP-8).</summary>
    NoSuchGroup,

    /// <summary>The uid is another (GRP-4), or the right was not given (XPM-4).</summary>
    NotPermitted,

    /// <summary>Not in the region of its kind (MAP-1).</summary>
    OutsideRegion,

    /// <summary>Something is mapped there (MAP-3).</summary>
    Overlap,

    /// <summary>Nothing is mapped there (MAP-8).</summary>
    NotMapped,

    /// <summary>The range ends inside a page (MAP-7).</summary>
    Unaligned,

    /// <summary>The id names no segment that lives (XPM-2).</summary>
    NoSuchSegment,

    /// <summary>The id names no permit that is held (XPM-3).</summary>
    NoSuchPermit,

    /// <summary>Attachments still use the permit (XPM-5).</summary>
    StillAttached,

    /// <summary>The partition has failed (PAR-2).</summary>
    PartitionFailed,
}
