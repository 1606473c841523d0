namespace Tenet;

/// <summary>Equality of two terms of one sort; between formulas "if and only if".</summary>
public sealed class Equality(Formula left, Formula right) : Formula(Sort.Truth)
{
    /// <summary>One side.</summary>
    public Formula Left { get; } = left;

    /// <summary>The other.</summary>
    public Formula Right { get; } = right;
}
