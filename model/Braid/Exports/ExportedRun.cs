namespace Braid;

/// <summary>A replayed schedule and all that its projections into other formats draw on.</summary>
/// <param name="Saved">The schedule as it is kept.</param>
/// <param name="Result">What the replay did; its trace is what is shown.</param>
public sealed record ExportedRun(SavedSchedule Saved, ReplayResult Result)
{
    /// <summary>Where the schedule is kept, for those who look for it; null when it is not.</summary>
    public string? Path { get; init; }

    /// <summary>Whether one race decides; null when that was not looked into.</summary>
    public RaceSearch? Races { get; init; }

    /// <summary>The rule that is broken, in a sentence; null when the failure is of no rule.</summary>
    public string? Rule { get; init; }

    /// <summary>Where else to look: the place of a planted bug, the scenario.</summary>
    public IReadOnlyList<(SourceLine Place, string Text)> Related { get; init; } = [];

    /// <summary>In a line: scenario, kind and identity of the failure.</summary>
    public string Title => Result.Failure is { } failure ? $"{Saved.Schedule.Scenario} · {FailureDisplay.Words(failure.Kind)} · {failure.Identity}" : $"{Saved.Schedule.Scenario} · no failure";

    /// <summary>Sentences on how it came about, the race that matters last.</summary>
    public IEnumerable<string> Sentences => Result.Failure is { } failure
        ? Explanation.Of(failure).Concat(RaceText.Of(new() { Failure = failure, Races = Races })) : [];
}
