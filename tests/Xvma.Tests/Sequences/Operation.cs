namespace Xvma.Tests.Sequences;

public enum OperationKind
{
    Start,
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
    FetchAdd,
    CompareAndSwap,
    Fill,
    Copy,
}

/// <summary>
/// One step of a random program. Every value of every field is a step: what is too large is taken modulo, so that shrinking never leaves the
/// sort, and what it means depends on the kind.
/// </summary>
/// <param name="Kind">What is done.</param>
/// <param name="Task">By which task.</param>
/// <param name="At">Where: a place in the window, first of a small private and then of a small shared part.</param>
/// <param name="Amount">How much.</param>
/// <param name="Choice">Whatever else there is to choose.</param>
public sealed record Operation(OperationKind Kind, int Task, int At, int Amount, int Choice)
{
    public override string ToString() => $"{Kind}({Task}, {At}, {Amount}, {Choice})";
}
