using System.Collections.Immutable;

namespace Tenet;

/// <summary>A formula of all, or of some, elements.</summary>
public sealed class Quantified(QuantifierKind kind, ImmutableArray<Variable> variables, Formula body) : Formula(Sort.Truth)
{
    /// <summary>Which.</summary>
    public QuantifierKind Kind { get; } = kind;

    /// <summary>At least one.</summary>
    public ImmutableArray<Variable> Variables { get; } = variables;

    /// <summary>What is said of them.</summary>
    public Formula Body { get; } = body;
}
