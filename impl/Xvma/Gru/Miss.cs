namespace Xvma;

/// <summary>An operand that has no translation, or none that leads to its memory.</summary>
/// <param name="Address">Where it is.</param>
/// <param name="Access">What it is wanted for.</param>
/// <param name="Beyond">Bytes from there on that the instruction is going to read; 0 when it does not know or writes.</param>
internal readonly record struct Miss(ulong Address, Access Access, ulong Beyond = 0)
{
    /// <summary>Why its translation does not lead there: the partition has failed (PAR-2), or the request was lost (PAR-6).</summary>
    public FaultCause Lost { get; init; }
}
