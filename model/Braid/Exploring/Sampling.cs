namespace Braid;

/// <summary>Schedules drawn by number; which number gives which schedule does not depend on the workers.</summary>
internal sealed class Sampling(ExplorerOptions options, WorkerPool pool, Budget budget, IProgress<ExplorationProgress>? progress)
{
    private const int ChunksPerRound = 64;
    private const int SchedulesPerChunk = 128;

    private int length;

    public Tally Total { get; } = new();

    public void Run()
    {
        if (options.Strategy.Depth > 0) pool.Run(1, 1, (run, _) => length = LengthOf(run));
        var chunk = 1;
        for (long first = 0; first < budget.MaxSchedules && !budget.IsUp;)
        {
            var start = first;
            var size = chunk;
            var most = (budget.MaxSchedules - first + size - 1) / size;
            var results = new Tally?[(int)Math.Min(ChunksPerRound, most)];
            var failedAt = int.MaxValue;
            pool.Run(results.Length, results.Length, (run, index) =>
            {
                if (index > Volatile.Read(ref failedAt)) return;
                var from = start + ((long)index * size);
                var result = results[index] = RunChunk(run, from, Math.Min(from + size, budget.MaxSchedules));
                if (!options.StopAtFirstFailure || result.FirstFailure is null) return;
                lock (results) failedAt = Math.Min(failedAt, index);
            });

            foreach (var result in results)
            {
                Total.Add(result!);
                if (options.StopAtFirstFailure && Total.FirstFailure is not null) return;
            }

            first += (long)results.Length * size;
            chunk = Math.Min(SchedulesPerChunk, chunk * 4);
            progress?.Report(new(Total.Schedules, Total.Traces, budget.Elapsed));
        }
    }

    /// <summary>How long a schedule is, about: as long as the one without preemptions.</summary>
    private int LengthOf(Execution run)
    {
        run.Configure(new Follower([], ReplayMode.Guided), options.MaxStepsPerSchedule, continueAfterFailure: false);
        run.RunSchedule();
        return run.StepCount;
    }

    private Tally RunChunk(Execution run, long from, long to)
    {
        var tally = new Tally();
        var hash = options.CountDistinctTraces ? new TraceHash() : null;
        Sampler sampler = options.Strategy == Strategy.RandomWalk
            ? new RandomWalk(options.Seed, options.PreemptionBound)
            : new PriorityWalk(options.Seed, options.PreemptionBound, options.Strategy.Depth, length);
        run.Configure(sampler, options.MaxStepsPerSchedule, !options.StopAtFirstFailure, options.CountDistinctTraces);
        for (var schedule = from; schedule < to; schedule++)
        {
            sampler.Start(schedule);
            run.RunSchedule();
            tally.Count(run, hash);
            if (options.StopAtFirstFailure && run.Defect is not null) break;
            if ((schedule & 15) == 0 && budget.IsUp) break;
        }

        return tally;
    }
}
