namespace Braid;

/// <summary>
/// Iterative context bounding (Musuvathi, Qadeer, PLDI 2007): all schedules without preemptions, then all with one at most, and so on, until a
/// bound is no hindrance any more, or is the last one asked for.
/// </summary>
internal sealed class IterativeSearch(ExplorerOptions options, WorkerPool pool, Budget budget, IProgress<ExplorationProgress>? progress)
{
    private readonly List<long> traces = [];

    public Tally Total { get; private set; } = new();

    /// <summary>Whether nothing is left to explore within the last bound.</summary>
    public bool IsExhausted { get; private set; }

    /// <summary>For each bound from 0 that was covered, how many complete executions there are within it.</summary>
    public IReadOnlyList<long> Traces => traces;

    public void Run()
    {
        long before = 0;
        for (var bound = 0; bound <= (options.PreemptionBound ?? int.MaxValue); bound++)
        {
            var left = budget.MaxSchedules - before;
            if (left <= 0)
            {
                IsExhausted = false;
                return;
            }

            var search = new TreeSearch(
                options with { PreemptionBound = bound }, pool, budget.WithAtMost(left), progress);
            search.Run();
            search.Total.Schedules += before;
            if (search.Total.FirstFailure is not null) search.Total.FirstFailureAfter += before;
            before = search.Total.Schedules;
            Total = search.Total;
            IsExhausted = search.IsExhausted;
            if (!IsExhausted) return;
            traces.Add(Total.Hashes?.Count ?? 0);
            if (!Total.IsLimited) return;
        }
    }
}
