namespace Braid;

/// <summary>What a minimiser did.</summary>
public sealed record MinimisingReport
{
    /// <summary>The schedule as found.</summary>
    public required ScheduleSize Before { get; init; }

    /// <summary>The schedule as kept.</summary>
    public required ScheduleSize After { get; init; }

    /// <summary>Executions it took.</summary>
    public required long Runs { get; init; }

    /// <summary>Whether the schedule, run again as found, failed likewise; if not, nothing was changed.</summary>
    public bool IsReproduced { get; init; } = true;

    /// <summary>Whether every way to make it smaller, piece by piece, had been tried; false when the budget ended first.</summary>
    public bool IsComplete { get; init; } = true;

    /// <summary>Whether all schedules with fewer preemptions were run and none failed likewise.</summary>
    public bool HasFewestPreemptions { get; init; }

    /// <summary>In words.</summary>
    public override string ToString()
    {
        if (!IsReproduced) return $"not minimised: {Before} did not fail again";
        var fewest = HasFewestPreemptions ? "; fewer preemptions cannot fail" : "";
        var spent = IsComplete ? "" : "; budget spent";
        return $"from {Before} to {After} in {FailureDisplay.Count(Runs, "run")}{fewest}{spent}";
    }
}
