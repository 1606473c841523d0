namespace Xvma;

/// <summary>An operand that has no translation.</summary>
/// <param name="Address">Where it is.</param>
/// <param name="Access">What it is wanted for.</param>
/// <param name="Beyond">Bytes from there on that the instruction is going to read; 0 when it does not know or writes.</param>
internal readonly record struct Miss(ulong Address, Access Access, ulong Beyond = 0)
{
    /// <summary>Whether it has one, to memory of a partition that has failed (PAR-2).</summary>
    public bool IsLost { get; init; }
}
