namespace Braid;

/// <summary>What a replay did.</summary>
public sealed record ReplayResult
{
    /// <summary>How it ended.</summary>
    public required ReplayOutcome Outcome { get; init; }

    /// <summary>The decisions really taken, ending in the failure really met.</summary>
    public required Schedule Taken { get; init; }

    /// <summary>The steps really taken.</summary>
    public required Trace Trace { get; init; }

    /// <summary>The failure really met, or null.</summary>
    public Failure? Failure { get; init; }

    /// <summary>Index of the decision that could not be taken, when the outcome is <see cref="ReplayOutcome.Diverged"/>.</summary>
    public int? DivergedAt { get; init; }

    /// <summary>What was passed over under <see cref="ReplayMode.Adapted"/>; empty when every decision was met as recorded.</summary>
    public IReadOnlyList<Adaptation> Adaptations { get; init; } = [];

    /// <summary>Why the outcome is not <see cref="ReplayOutcome.Reproduced"/>, in a sentence; null when it is.</summary>
    public string? Explanation { get; init; }
}
