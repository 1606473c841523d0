using System.Collections.Immutable;

namespace Tenet.Explore;

/// <summary>What an exploration of an instance found.</summary>
public sealed record ExplorationResult
{
    /// <summary>The instance.</summary>
    public required Instance Instance { get; init; }

    /// <summary>The verdict.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>Distinct states visited; with symmetry, orbits.</summary>
    public required long States { get; init; }

    /// <summary>Steps taken.</summary>
    public required long Transitions { get; init; }

    /// <summary>Steps from the states at first to the farthest state visited.</summary>
    public required int Depth { get; init; }

    /// <summary>Time of the search, without reading and compiling.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>Memory taken for states, in bytes.</summary>
    public required long Bytes { get; init; }

    /// <summary>Bits that a state needs.</summary>
    public required int BitsPerState { get; init; }

    /// <summary>Whether interchangeable elements were made use of.</summary>
    public required bool IsReduced { get; init; }

    /// <summary>Why it is inconclusive; empty when it is not.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The way to what is wrong; null when nothing is.</summary>
    public Counterexample? Violation { get; init; }

    /// <summary>"Sometimes" properties that no visited state shows: what is claimed about them is vacuous here.</summary>
    public ImmutableArray<Property> Unmet { get; init; } = [];

    /// <summary>Actions that take part and never happen.</summary>
    public ImmutableArray<ActionRule> NeverTaken { get; init; } = [];

    /// <summary>Refusals that were never given.</summary>
    public ImmutableArray<(ActionRule Action, Refusal Refusal)> NeverRefused { get; init; } = [];

    /// <summary>Distinct states in a second of the search.</summary>
    public double StatesPerSecond => States / Math.Max(Elapsed.TotalSeconds, 1e-9);

    /// <summary>Whether it is what the instance expects; true when it expects nothing.</summary>
    public bool IsAsExpected => Instance.Expected is null || !Instance.Expected.Differences(this).Any();
}
