namespace Xvma.Tests.Mappings;

public enum OperationKind
{
    Insert,
    Remove,
    SetRights,
    FindFree,
}

/// <summary>
/// One step of a random sequence. Every value of every field is a step: what is too large is taken modulo, so that shrinking never leaves
/// the sort.
/// </summary>
public sealed record Operation(OperationKind Kind, int At, int Length, int Choice)
{
    public override string ToString() => $"{Kind}({At}, {Length}, {Choice})";
}
