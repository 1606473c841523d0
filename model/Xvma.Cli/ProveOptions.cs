namespace Xvma.Cli;

/// <summary>What <c>xvma prove</c> was asked for.</summary>
internal sealed record ProveOptions
{
    /// <summary>Only properties with one of these names or clauses; null for all.</summary>
    public IReadOnlyList<string>? Rules { get; init; }

    /// <summary>Only actions with one of these names or clauses; null for all, and for the state at first.</summary>
    public IReadOnlyList<string>? Actions { get; init; }

    /// <summary>Where each obligation goes as a file; null for nowhere.</summary>
    public string? Folder { get; init; }

    /// <summary>Threads.</summary>
    public int Workers { get; init; } = Environment.ProcessorCount;

    /// <summary>Time for one obligation.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How many counterexamples are shown; the others are named.</summary>
    public int Shown { get; init; } = 3;

    /// <summary>Whether cvc5, where it is, is asked for a second opinion.</summary>
    public bool IsCvc5Asked { get; init; } = true;

    /// <summary>Whether every mutant of the specification is tried, besides its known bugs.</summary>
    public bool IsMutated { get; init; }

    /// <summary>Whether only a part is asked for.</summary>
    public bool IsFiltered => Rules is not null || Actions is not null;
}
