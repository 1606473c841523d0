namespace Braid;

/// <summary>A schedule and what a person needs beside it: what is kept in one file.</summary>
public sealed record SavedSchedule
{
    /// <summary>The decisions, and what they end in.</summary>
    public required Schedule Schedule { get; init; }

    /// <summary>The known bug that was planted in the code it was recorded on; null for the code as it is.</summary>
    public string? KnownBug { get; init; }

    /// <summary>Within which bounds it was found, in words.</summary>
    public string Bounds { get; init; } = "";

    /// <summary>The geometry of the machine it was found on, in words; a replay on another one diverges.</summary>
    public string Machine { get; init; } = "";

    /// <summary>What went wrong, in a sentence; empty when the schedule ends well.</summary>
    public string FailureMessage { get; init; } = "";

    /// <summary>The trace as columns of text, a line each. For readers: a replay does not look at it.</summary>
    public IReadOnlyList<string> Picture { get; init; } = [];

    /// <summary>What to keep of a failure.</summary>
    /// <param name="failure">What was found.</param>
    /// <param name="bounds">Within which bounds, as <see cref="ExplorationResult.Bounds"/>.</param>
    public static SavedSchedule Of(Failure failure, string bounds) => new()
    {
        Schedule = failure.Schedule with { FailureKind = failure.Kind, FailureIdentity = failure.Identity },
        Bounds = bounds,
        FailureMessage = failure.Message,
        Picture = TraceDisplay.Columns(failure, new DisplayOptions()),
    };
}
