namespace Braid;

/// <summary>Fair schedules drawn by number, watched for loops; which number gives which schedule does not depend on the workers.</summary>
internal sealed class FairSearch(ExplorerOptions options, WorkerPool pool, Budget budget, IProgress<ExplorationProgress>? progress)
{
    private const int ChunksPerRound = 16;
    private const int SchedulesPerChunk = 16;

    public Tally Total { get; } = new();

    public void Run()
    {
        for (long first = 0; first < budget.MaxSchedules && !budget.IsUp;)
        {
            var start = first;
            var results = new Tally?[(int)Math.Min(ChunksPerRound, (budget.MaxSchedules - first + SchedulesPerChunk - 1) / SchedulesPerChunk)];
            var failedAt = int.MaxValue;
            pool.Run(results.Length, results.Length, (run, index) =>
            {
                if (index > Volatile.Read(ref failedAt)) return;
                var from = start + ((long)index * SchedulesPerChunk);
                var result = results[index] = RunChunk(run, from, Math.Min(from + SchedulesPerChunk, budget.MaxSchedules));
                if (!options.StopAtFirstFailure || result.FirstFailure is null) return;
                lock (results) failedAt = Math.Min(failedAt, index);
            });

            foreach (var result in results)
            {
                Total.Add(result!);
                if (options.StopAtFirstFailure && Total.FirstFailure is not null) return;
            }

            first += (long)results.Length * SchedulesPerChunk;
            if (options.CountDistinctTraces && budget.Memory.Look()) return;
            progress?.Report(new(Total.Schedules, Total.Traces, budget.Elapsed));
        }
    }

    private Tally RunChunk(Execution run, long from, long to)
    {
        var tally = new Tally();
        var hash = options.CountDistinctTraces ? new TraceHash() : null;
        var walk = new FairWalk(options.Seed);
        run.Configure(walk, options.MaxStepsPerSchedule, !options.StopAtFirstFailure, hash: hash);
        run.WatchLoops(options.Liveness);
        for (var schedule = from; schedule < to; schedule++)
        {
            walk.Start(schedule);
            run.RunSchedule();
            tally.Count(run, hash);
            if (options.StopAtFirstFailure && run.Defect is not null) break;
            if (budget.IsUp) break;
        }

        return tally;
    }
}
