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
    ChangeUid,
    Fork,
    Exec,
    Exit,
    Load,
    Store,
    Atomic,
    Copy,
    Fill,
}
