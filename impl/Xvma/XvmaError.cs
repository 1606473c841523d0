namespace Xvma;

/// <summary>Why an operation on tasks, groups or mappings was refused. A refused operation has changed nothing.</summary>
public enum XvmaError
{
    /// <summary>Not refused.</summary>
    None,

    /// <summary>The task is exiting or dead (TSK-3).</summary>
    TaskGone,

    /// <summary>
    /// The caller's uid is not the group's or the segment's owner's; uid 0 is no exception (GRP-4, XPM-7). Or more is asked than was given
    /// (XPM-4).
    /// </summary>
    NotPermitted,

    /// <summary>No group has this id: it never did, or its last member has left (GRP-8).</summary>
    NoSuchGroup,

    /// <summary>The task is already a member of a group (GRP-3).</summary>
    AlreadyMember,

    /// <summary>The task is a member of no group (SHM-1).</summary>
    NotAMember,

    /// <summary>The length is zero (MAP-2).</summary>
    ZeroLength,

    /// <summary>The range runs past the end of the address space or is longer than its region (MAP-2).</summary>
    TooLong,

    /// <summary>An address or a length is not a multiple of the page size (MAP-2).</summary>
    Unaligned,

    /// <summary>The range does not lie in the region of its kind (MAP-1).</summary>
    OutsideRegion,

    /// <summary>The page size is not in the machine's table (PGS-3).</summary>
    UnknownPageSize,

    /// <summary>The range overlaps a mapping that is there (MAP-3).</summary>
    Overlap,

    /// <summary>No free range of this length and alignment is left in the region (MAP-4).</summary>
    NoAddressSpace,

    /// <summary>Nothing in the range is mapped (MAP-8).</summary>
    NotMapped,

    /// <summary>All of the task's instruction slots are open (INS-1).</summary>
    NoSlot,

    /// <summary>The value is not one of the enumeration's (MAP-9).</summary>
    BadRights,

    /// <summary>The system has no memory for all of it (MEM-9).</summary>
    NoMemory,

    /// <summary>The mega-page memory has not as many free pages of this size (MEM-11).</summary>
    NoMegaPages,

    /// <summary>The space would have more mappings than the machine allows it (MAP-14).</summary>
    TooManyMappings,

    /// <summary>The space would have more bytes mapped than the machine allows it (MAP-14).</summary>
    OverLimit,

    /// <summary>No segment has this id: it never did, or it was removed (XPM-2).</summary>
    NoSuchSegment,

    /// <summary>The task holds no permit with this id (XPM-3).</summary>
    NoSuchPermit,

    /// <summary>Attachments are still mapped under the permit (XPM-5).</summary>
    StillAttached,

    /// <summary>The machine has no partition of this number (PAR-1).</summary>
    NoSuchPartition,

    /// <summary>The partition has failed (PAR-2).</summary>
    PartitionFailed,

    /// <summary>The machine has one partition, which cannot fail (PAR-2).</summary>
    OnlyPartition,

    /// <summary>The partition has not failed, and need not return (PAR-4).</summary>
    PartitionNotFailed,

    /// <summary>Memory of the failed partition is still referred to, or a task of it lives (PAR-4).</summary>
    PartitionInUse,

    /// <summary>The partition has no chiplet of this number (CTX-10).</summary>
    NoSuchChiplet,
}
