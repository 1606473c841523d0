namespace Tenet;

/// <summary>
/// A term or formula (a term of <see cref="Sort.Truth"/>) of many-sorted first-order logic. Immutable. Variables are compared by reference,
/// so substitution cannot capture.
/// </summary>
public abstract class Formula
{
    private protected Formula(Sort sort) => Sort = sort;

    /// <summary>The sort of its value.</summary>
    public Sort Sort { get; }

    /// <inheritdoc/>
    public override string ToString() => FormulaText.Of(this);
}
