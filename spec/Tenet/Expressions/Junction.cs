using System.Collections.Immutable;

namespace Tenet;

/// <summary>Conjunction or disjunction of any number of formulas; of none: true, or false.</summary>
public sealed class Junction(JunctionKind kind, ImmutableArray<Formula> operands) : Formula(Sort.Truth)
{
    /// <summary>Which.</summary>
    public JunctionKind Kind { get; } = kind;

    /// <summary>What is joined.</summary>
    public ImmutableArray<Formula> Operands { get; } = operands;
}
