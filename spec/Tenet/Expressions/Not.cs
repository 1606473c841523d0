namespace Tenet;

/// <summary>Negation.</summary>
public sealed class Not(Formula operand) : Formula(Sort.Truth)
{
    /// <summary>What is negated.</summary>
    public Formula Operand { get; } = operand;
}
