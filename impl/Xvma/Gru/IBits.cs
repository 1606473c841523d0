namespace Xvma;

/// <summary>How an atomic operation makes the new operand of the old one, bit by bit.</summary>
internal interface IBits
{
    /// <summary>The new operand; bits above the operand's width do not count.</summary>
    static abstract ulong Combine(ulong old, ulong value);
}
