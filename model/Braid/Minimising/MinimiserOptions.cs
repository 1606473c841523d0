namespace Braid;

/// <summary>How much work making a failure smaller may take. Counted in executions, not in time, so that the answer is always the same.</summary>
public sealed record MinimiserOptions
{
    /// <summary>Executions spent on changing the schedule piece by piece; at least 1.</summary>
    public int MaxRuns { get => maxRuns; init => maxRuns = Math.Max(1, value); }

    /// <summary>
    /// Executions spent on each search for a schedule with fewer preemptions, from none upwards until one does not end within it; 0 for no
    /// such search. A search that ends within it proves that the failure needs more.
    /// </summary>
    public int MaxSchedulesPerBound { get; init; } = 20_000;

    private readonly int maxRuns = 2_000;
}
