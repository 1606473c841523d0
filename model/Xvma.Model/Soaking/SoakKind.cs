namespace Xvma.Model;

/// <summary>What a soak does.</summary>
internal enum SoakKind
{
    Create,
    Join,
    Leave,
    MapPrivate,
    MapShared,
    Unmap,
    Protect,
    Move,
    Populate,
    AdviseFree,
    ChangeUid,
    Fork,
    Exec,
    Exit,
    Load,
    Store,
    Atomic,
    Copy,
    Fill,
    MakeSegment,
    RemoveSegment,
    Get,
    Release,
    Attach,
    Detach,
    UseAttached,
}
