namespace Xvma.Observing;

/// <summary>What a caller asks of a machine.</summary>
public enum Operation
{
    /// <summary>Starting a task.</summary>
    Start,

    /// <summary>Creating a group.</summary>
    Create,

    /// <summary>Joining a group.</summary>
    Join,

    /// <summary>Leaving the group.</summary>
    Leave,

    /// <summary>Mapping memory for the group.</summary>
    MapShared,

    /// <summary>Mapping memory for the task alone.</summary>
    MapPrivate,

    /// <summary>Mapping memory for the group in place of what is there.</summary>
    ReplaceShared,

    /// <summary>Mapping memory for the task alone in place of what is there.</summary>
    ReplacePrivate,

    /// <summary>Removing mappings.</summary>
    Unmap,

    /// <summary>Setting the rights of mappings.</summary>
    Protect,

    /// <summary>Taking mappings to other addresses.</summary>
    Move,

    /// <summary>Giving pages their memory beforehand.</summary>
    Populate,

    /// <summary>Dropping the contents of mappings.</summary>
    AdviseFree,

    /// <summary>Taking another uid.</summary>
    ChangeUid,

    /// <summary>Starting a task of the same uid.</summary>
    Fork,

    /// <summary>Dropping everything but the task.</summary>
    Exec,

    /// <summary>Ending the task, by itself or by a kill.</summary>
    Exit,

    /// <summary>A partition's heartbeat.</summary>
    Beat,

    /// <summary>A monitor's look at a heartbeat.</summary>
    Look,

    /// <summary>Declaring a partition failed.</summary>
    FailPartition,

    /// <summary>Letting a partition return.</summary>
    ReturnPartition,

    /// <summary>Telling the fabric how many requests to a partition to lose.</summary>
    LoseRequests,

    /// <summary>Opening an instruction slot.</summary>
    OpenSlot,

    /// <summary>Exporting a segment.</summary>
    Make,

    /// <summary>Taking a segment back.</summary>
    Remove,

    /// <summary>Getting a permit for a segment.</summary>
    Get,

    /// <summary>Giving a permit up.</summary>
    Release,

    /// <summary>Attaching a part of a segment for the task alone.</summary>
    AttachPrivate,

    /// <summary>Attaching a part of a segment for the group.</summary>
    AttachShared,

    /// <summary>Removing attachments.</summary>
    Detach,

    /// <summary>A read of one operand.</summary>
    Load,

    /// <summary>A write of one operand, or an atomic operation on it.</summary>
    Store,

    /// <summary>A copy.</summary>
    Copy,

    /// <summary>A fill.</summary>
    Fill,

    /// <summary>Reads of the elements of a vector, or a flush of them.</summary>
    LoadVector,

    /// <summary>Writes of the elements of a vector.</summary>
    StoreVector,
}
