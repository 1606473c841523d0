namespace Braid;

/// <summary>
/// An exhaustive search in rounds: each round runs some open tasks for a while, in parallel, and then puts together what they left and what they
/// ask of each other, in a fixed order. So what is explored does not depend on the number of workers.
/// </summary>
internal sealed class TreeSearch(ExplorerOptions options, WorkerPool pool, Budget budget, IProgress<ExplorationProgress>? progress)
{
    private const int TasksPerRound = 32;
    private const int SchedulesPerTask = 512;

    private readonly SearchKind kind = options.PreemptionBound is not null ? SearchKind.Plain
        : options.Strategy == Strategy.SleepSets ? SearchKind.SleepSets : SearchKind.SourceSets;

    private readonly Stack<SearchTask> open = new();
    private bool[] visible = [];

    public Tally Total { get; private set; } = new();

    /// <summary>What to explore; everything unless it is said otherwise.</summary>
    public IReadOnlyList<SearchTask> Roots { get; init; } = [default];

    /// <summary>Whether nothing is left to explore.</summary>
    public bool IsExhausted { get; private set; }

    public void Run()
    {
        Restart();
        while (open.Count > 0)
        {
            var batch = NextBatch();
            if (batch.Length == 0 || budget.IsUp) return;
            var results = new TaskResult?[batch.Length];
            var failedAt = int.MaxValue;
            pool.Run(batch.Length, batch.Length, (run, index) =>
            {
                if (index > Volatile.Read(ref failedAt)) return;
                var result = results[index] = RunTask(run, in batch[index], LimitOf(index));
                if (options.StopAtFirstFailure && result.Tally.FirstFailure is not null) Lower(ref failedAt, index);
            });

            if (!Merge(results)) return;
            progress?.Report(new(Total.Schedules, Total.Traces, budget.Elapsed));
        }

        IsExhausted = true;
    }

    private void Restart()
    {
        open.Clear();
        for (var index = Roots.Count - 1; index >= 0; index--) open.Push(Roots[index]);
    }

    private static void Lower(ref int least, int value)
    {
        for (var seen = Volatile.Read(ref least); value < seen;)
        {
            var was = Interlocked.CompareExchange(ref least, value, seen);
            if (was == seen) return;
            seen = was;
        }
    }

    private SearchTask[] NextBatch()
    {
        var left = budget.MaxSchedules - Total.Schedules;
        var most = left <= 0 ? 0 : (int)Math.Min(TasksPerRound, ((left - 1) / SchedulesPerTask) + 1);
        var batch = new SearchTask[Math.Min(most, open.Count)];
        for (var index = 0; index < batch.Length; index++) batch[index] = open.Pop();
        return batch;
    }

    private long LimitOf(int index) => Math.Min(SchedulesPerTask, budget.MaxSchedules - Total.Schedules - ((long)index * SchedulesPerTask));

    private TaskResult RunTask(Execution run, in SearchTask task, long limit)
    {
        var chooser = new TreeChooser(kind, options.PreemptionBound ?? -1);
        var hash = options.CountDistinctTraces || kind == SearchKind.Plain ? new TraceHash() : null;
        var digest = options.Certifies ? new TraceDigest() : null;
        var result = new TaskResult();
        if (digest is not null) result.Tally.Covered = new(mayRepeat: kind == SearchKind.Plain);
        run.Configure(chooser, options.MaxStepsPerSchedule, !options.StopAtFirstFailure);
        run.VisibleCells = visible;
        chooser.Start(in task);
        do
        {
            run.RunSchedule();
            result.Tally.Count(run, hash);
            digest?.Count(run, result.Tally.Covered!);
            if (run.VisibleGrew)
            {
                result.NewVisible = run.VisibleCells;
                return result;
            }

            if (options.StopAtFirstFailure && run.Defect is not null) return result;
            chooser.FindRaces(run);
            if (result.Tally.Schedules >= limit || ((result.Tally.Schedules & 15) == 0 && budget.IsUp))
            {
                chooser.Split(result.Rest);
                break;
            }
        }
        while (chooser.Advance());

        result.Requests.AddRange(chooser.Requests);
        return result;
    }

    /// <returns>False when the search is over.</returns>
    private bool Merge(TaskResult?[] results)
    {
        if (NeedsRestart(results)) return true;
        foreach (var result in results)
        {
            Total.Add(result!.Tally);
            if (options.StopAtFirstFailure && Total.FirstFailure is not null) return false;
        }

        foreach (var result in results)
        {
            foreach (var request in result!.Requests) Serve(in request);
        }

        for (var index = results.Length - 1; index >= 0; index--)
        {
            var rest = results[index]!.Rest;
            for (var at = rest.Count - 1; at >= 0; at--) open.Push(rest[at]);
        }

        return true;
    }

    private void Serve(in SearchRequest request)
    {
        var node = request.Node;
        if ((request.Initials & (node.Backtrack | node.Sleep)) != 0) return;
        var bit = 1UL << request.Preferred;
        node.Backtrack |= bit;
        open.Push(new(node, request.Preferred, 0, node.Sleep | node.Explored));
        node.Explored |= bit;
    }

    /// <summary>When the invariant of every step has read a cell not known to be visible, too much was taken for independent: start again.</summary>
    private bool NeedsRestart(TaskResult?[] results)
    {
        var grew = false;
        foreach (var result in results)
        {
            if (result?.NewVisible is not { } seen) continue;
            if (options.StopAtFirstFailure && result.Tally.FirstFailure is not null) return false;
            grew = true;
            var union = new bool[Math.Max(visible.Length, seen.Length)];
            for (var cell = 0; cell < union.Length; cell++)
                union[cell] = (cell < visible.Length && visible[cell]) || (cell < seen.Length && seen[cell]);
            visible = union;
        }

        if (!grew) return false;
        Total = new();
        Restart();
        return true;
    }

    private sealed class TaskResult
    {
        public Tally Tally { get; } = new();

        public List<SearchTask> Rest { get; } = [];

        public List<SearchRequest> Requests { get; } = [];

        public bool[]? NewVisible;
    }
}
