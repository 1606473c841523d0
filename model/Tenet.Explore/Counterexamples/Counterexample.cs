using System.Collections.Immutable;

namespace Tenet.Explore;

/// <summary>A behaviour that shows what is wrong.</summary>
public sealed record Counterexample
{
    /// <summary>The instance.</summary>
    public required Instance Instance { get; init; }

    /// <summary>Its states and how each came about; the first by no action.</summary>
    public required ImmutableArray<CounterexampleStep> Steps { get; init; }

    /// <summary>What is violated; null for a deadlock.</summary>
    public Property? Rule { get; init; }

    /// <summary>For which elements, as positions in the sorts of the rule's parameters.</summary>
    public ImmutableArray<int> Elements { get; init; } = [];

    /// <summary>The step to which the last one returns, for ever; null when it ends there.</summary>
    public int? LoopsTo { get; init; }
}
