namespace Braid;

/// <summary>Schedules drawn by number; which number gives which schedule does not depend on the workers.</summary>
internal sealed class Sampling(ExplorerOptions options, WorkerPool pool, Budget budget, IProgress<ExplorationProgress>? progress)
{
    private const int ChunksPerRound = 64;
    private const int SchedulesPerChunk = 128;

    private Pilot? pilot;

    /// <summary>Null when there is nothing to choose, or it has been chosen.</summary>
    private BackendChoice? choice = options.Backend is null ? new() : null;

    public Tally Total { get; } = new();

    /// <summary>The executions met, if they are counted.</summary>
    public Discoveries? Discoveries { get; } = options.CountDistinctTraces ? new() : null;

    public void Run()
    {
        var first = options.Strategy.NeedsPilot ? RunPilot() : 0;
        if (options.StopAtFirstFailure && Total.FirstFailure is not null) return;
        for (var chunk = 1; first < budget.MaxSchedules && !budget.IsUp;)
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
                var result = results[index] = RunChunk(run, options, from, Math.Min(from + size, budget.MaxSchedules));
                if (!options.StopAtFirstFailure || result.FirstFailure is null) return;
                lock (results) failedAt = Math.Min(failedAt, index);
            });

            foreach (var result in results)
            {
                Add(result!);
                if (options.StopAtFirstFailure && Total.FirstFailure is not null) return;
            }

            if (choice is not null) pool.Use(choice.Backend);
            choice = null;
            if (pilot is not null) pilot.Longest = Math.Max(pilot.Longest, Total.LongestSchedule);
            first += (long)results.Length * size;
            chunk = Math.Min(SchedulesPerChunk, chunk * 4);
            if (options.CountDistinctTraces && budget.Memory.Look()) return;
            progress?.Report(new(Total.Schedules, Total.Traces, budget.Elapsed));
        }
    }

    /// <summary>The first schedules are random walks, from which the others learn how long threads are.</summary>
    private long RunPilot()
    {
        pilot = new();
        var most = Math.Min(Pilot.Size, budget.MaxSchedules);
        pool.Run(1, 1, (run, _) => Add(RunChunk(run, options with { Strategy = Strategy.RandomWalk }, 0, most, pilot.Note)));
        return most;
    }

    /// <summary>Adds what comes next in the order of the schedules.</summary>
    private void Add(Tally part)
    {
        Total.Add(part);
        foreach (var hash in part.Met ?? []) Discoveries!.Add(hash);
    }

    private Tally RunChunk(Execution run, ExplorerOptions how, long from, long to, Action<Execution>? look = null)
    {
        var tally = new Tally();
        var hash = options.CountDistinctTraces ? new TraceHash() : null;
        var sampler = Sampler.Of(how, pilot);
        run.Configure(sampler, options.MaxStepsPerSchedule, !options.StopAtFirstFailure, keepsSteps: look is not null, hash);
        run.LoopRounds = options.LoopRounds;
        var schedule = from;
        sampler.Start(schedule);
        run.RunSchedules(() =>
        {
            if (look is not null) look(run);
            else choice?.Note(run); // those of the pilot are not like the others
            tally.Count(run, null);
            if (hash is not null) (tally.Met ??= new((int)(to - from))).Add(hash.Of(run));
            if (options.StopAtFirstFailure && run.Defect is not null) return false;
            if (((schedule & 15) == 0 && budget.IsUp) || ++schedule == to) return false;
            sampler.Start(schedule);
            return true;
        });
        return tally;
    }
}
