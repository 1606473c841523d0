namespace Tenet;

/// <summary>Implication.</summary>
public sealed class Implication(Formula premise, Formula conclusion) : Formula(Sort.Truth)
{
    /// <summary>If this,</summary>
    public Formula Premise { get; } = premise;

    /// <summary>then this.</summary>
    public Formula Conclusion { get; } = conclusion;
}
