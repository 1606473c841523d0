namespace Braid;

/// <summary>
/// An exhaustive search in rounds: each round runs some open tasks for a while, in parallel, and then puts together what they left and what they
/// ask of each other, in a fixed order. So what is explored does not depend on the number of workers.
/// </summary>
/// <typeparam name="TTask">A part of the search that can be run on its own.</typeparam>
/// <typeparam name="TRequest">What a task asks of the rest of the search.</typeparam>
internal abstract class RoundSearch<TTask, TRequest>(ExplorerOptions options, WorkerPool pool, Budget budget, IProgress<ExplorationProgress>? progress)
{
    private const int TasksPerRound = 32;
    private const int SchedulesPerTask = 512;

    private bool[] visible = [];

    // A certificate is of what there is without assuming anything of loops.
    private int loopRounds = options.Certifies ? 0 : options.LoopRounds;

    public Tally Total { get; private set; } = new();

    /// <summary>Whether nothing is left to explore.</summary>
    public bool IsExhausted { get; private set; }

    /// <summary>How many tasks are open.</summary>
    protected abstract int OpenCount { get; }

    public void Run()
    {
        Restart();
        while (OpenCount > 0)
        {
            var batch = NextBatch();
            if (batch.Length == 0 || budget.IsUp) return;
            var results = new TaskResult<TTask, TRequest>?[batch.Length];
            var failedAt = int.MaxValue;
            pool.Run(batch.Length, batch.Length, (run, index) =>
            {
                if (index > Volatile.Read(ref failedAt)) return;
                var result = results[index] = new();
                RunTask(run, batch[index], LimitOf(index), result);
                if (options.StopAtFirstFailure && result.Tally.FirstFailure is not null) Lower(ref failedAt, index);
            });

            if (!Merge(results) || (OpenCount > 0 && budget.Memory.Look())) return;
            progress?.Report(new(Total.Schedules, Total.Traces, budget.Elapsed));
        }

        IsExhausted = true;
    }

    /// <summary>Opens the one task that is the whole search, and no other.</summary>
    protected abstract void Restart();

    /// <summary>Takes the task that comes first in the order of the search.</summary>
    protected abstract TTask Pop();

    /// <summary>Runs the schedules of a task, up to <paramref name="limit"/>; what is left of it is handed out.</summary>
    protected abstract void RunTask(Execution run, TTask task, long limit, TaskResult<TTask, TRequest> result);

    /// <summary>Opens what is left of the tasks of one round and does what they asked.</summary>
    protected abstract void Open(TaskResult<TTask, TRequest>?[] results);

    /// <summary>Prepares for the schedules of a task.</summary>
    protected void Configure(Execution run, Chooser chooser)
    {
        run.Configure(chooser, options.MaxStepsPerSchedule, !options.StopAtFirstFailure);
        run.VisibleCells = visible;
        run.LoopRounds = loopRounds;
    }

    /// <summary>Runs the next schedule of a task and counts it.</summary>
    /// <returns>False when that ends the task.</returns>
    protected bool RunSchedule(Execution run, TraceHash? hash, TaskResult<TTask, TRequest> result)
    {
        do run.RunSchedule();
        while (run.Repeats);
        result.Tally.Count(run, hash);
        if (options.Certifies) (result.Digest ??= new()).Count(run, result.Tally.Covered ??= new(mayRepeat: options.PreemptionBound is not null));
        if (run.VisibleGrew) result.NewVisible = run.VisibleCells;
        result.LoopLeft |= run.LoopLeft;
        return !run.VisibleGrew && !run.LoopLeft && !(options.StopAtFirstFailure && run.Defect is not null);
    }

    /// <summary>Whether a task has had its share for now.</summary>
    protected bool IsUp(TaskResult<TTask, TRequest> result, long limit) =>
        result.Tally.Schedules >= limit || ((result.Tally.Schedules & 15) == 0 && budget.IsUp);

    private static void Lower(ref int least, int value)
    {
        for (var seen = Volatile.Read(ref least); value < seen;)
        {
            var was = Interlocked.CompareExchange(ref least, value, seen);
            if (was == seen) return;
            seen = was;
        }
    }

    private TTask[] NextBatch()
    {
        var left = budget.MaxSchedules - Total.Schedules;
        var most = left <= 0 ? 0 : (int)Math.Min(TasksPerRound, ((left - 1) / SchedulesPerTask) + 1);
        var batch = new TTask[Math.Min(most, OpenCount)];
        for (var index = 0; index < batch.Length; index++) batch[index] = Pop();
        return batch;
    }

    private long LimitOf(int index) => Math.Min(SchedulesPerTask, budget.MaxSchedules - Total.Schedules - ((long)index * SchedulesPerTask));

    /// <returns>False when the search is over.</returns>
    private bool Merge(TaskResult<TTask, TRequest>?[] results)
    {
        if (NeedsRestart(results)) return true;
        foreach (var result in results)
        {
            Total.Add(result!.Tally);
            if (options.StopAtFirstFailure && Total.FirstFailure is not null) return false;
        }

        Open(results);
        return true;
    }

    /// <summary>
    /// When the invariant of every step has read a cell not known to be visible, too much was taken for independent; when a loop that had been taken
    /// for endless was left by itself, too much was left out: start again.
    /// </summary>
    private bool NeedsRestart(TaskResult<TTask, TRequest>?[] results)
    {
        var grew = false;
        foreach (var result in results)
        {
            if (result is null || (result.NewVisible is null && !result.LoopLeft)) continue;
            if (options.StopAtFirstFailure && result.Tally.FirstFailure is not null) return false;
            grew = true;
            if (result.LoopLeft) loopRounds = 0;
            if (result.NewVisible is not { } seen) continue;
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
}
