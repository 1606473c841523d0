namespace Xvma.Model.Coyote;

/// <summary>What a check found and what it did.</summary>
public sealed record CoyoteResult
{
    /// <summary>Bug, or none within the budget.</summary>
    public required CoyoteVerdict Verdict { get; init; }

    /// <summary>Why the check ended.</summary>
    public required CoyoteStop StoppedBy { get; init; }

    /// <summary>Schedules run.</summary>
    public required uint Iterations { get; init; }

    /// <summary>How many of them differed from all others.</summary>
    public required int DistinctSchedules { get; init; }

    /// <summary>Iterations that were cut off at the step bound: what comes after it was not seen.</summary>
    public required int CutOff { get; init; }

    /// <summary>Scheduling steps in all iterations together.</summary>
    public required long Steps { get; init; }

    /// <summary>Time taken, without rewriting and loading.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>The seed of all choices.</summary>
    public required uint Seed { get; init; }

    /// <summary>How Coyote chose.</summary>
    public required CoyoteStrategy Strategy { get; init; }

    /// <summary>Coyote's own summary: what it explored, and what it found.</summary>
    public required string Report { get; init; }

    /// <summary>The files that say what was covered; none unless <see cref="CoyoteOptions.Coverage"/> asks for them.</summary>
    public IReadOnlyList<string> Coverage { get; init; } = [];

    /// <summary>Calls that Coyote saw but does not control; a trace may not replay when there are any.</summary>
    public required IReadOnlyList<string> Uncontrolled { get; init; }

    /// <summary>The bug, if one was found.</summary>
    public CoyoteFailure? Failure { get; init; }

    /// <summary>What replays it, if one was found.</summary>
    public CoyoteTrace? Trace { get; init; }
}
