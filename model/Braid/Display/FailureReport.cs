namespace Braid;

/// <summary>A failure and what belongs on its page.</summary>
public sealed record FailureReport
{
    /// <summary>What went wrong, already minimised if it was.</summary>
    public required Failure Failure { get; init; }

    /// <summary>The title of what is violated, to stand behind its identity: <c>no stale translation</c>; null when there is none.</summary>
    public string? IdentityTitle { get; init; }

    /// <summary>The known bug planted in the code; null for the code as it is.</summary>
    public string? KnownBug { get; init; }

    /// <summary>What the minimiser did; null when it was not run.</summary>
    public MinimisingReport? Minimised { get; init; }

    /// <summary>Whether one race was seen to decide; null when that was not looked into.</summary>
    public RaceSearch? Races { get; init; }

    /// <summary>The line to paste that replays it; null when it is not saved.</summary>
    public string? ReplayCommand { get; init; }

    /// <summary>The page of a failure that was minimised.</summary>
    public static FailureReport Of(Minimised minimised)
    {
        ArgumentNullException.ThrowIfNull(minimised);
        return new() { Failure = minimised.Failure, Minimised = minimised.Report, Races = minimised.Races };
    }
}
