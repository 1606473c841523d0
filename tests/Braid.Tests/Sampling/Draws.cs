namespace Braid.Tests.Sampling;

/// <summary>Schedules drawn one by one, to count what comes how often.</summary>
internal static class Draws
{
    public const ulong Seed = 11;

    /// <summary>How often each execution comes among <paramref name="count"/> schedules after the pilot.</summary>
    public static Dictionary<ulong, int> Traces(Func<Program> program, Strategy strategy, int count)
    {
        var hash = new TraceHash();
        return Count(program, strategy, count, run => hash.Of(run));
    }

    /// <summary>How often each order of movers comes among <paramref name="count"/> schedules after the pilot.</summary>
    public static Dictionary<string, int> Orders(Func<Program> program, Strategy strategy, int count) =>
        Count(program, strategy, count, run => string.Concat(run.DecisionThreads.ToArray()));

    private static Dictionary<T, int> Count<T>(Func<Program> program, Strategy strategy, int count, Func<Execution, T> what)
        where T : notnull
    {
        var counts = new Dictionary<T, int>();
        using var worker = new Worker(program, Backend.ReExecution, MemoryModel.SequentialConsistency, 0);
        worker.Post(run =>
        {
            ExplorerOptions options = new() { Strategy = Strategy.RandomWalk, Seed = Seed };
            var pilot = new Pilot();
            Draw(run, Sampler.Of(options, null), 0, Pilot.Size, pilot.Note);
            Draw(run, Sampler.Of(options with { Strategy = strategy }, pilot), Pilot.Size, count, done =>
            {
                var key = what(done);
                counts[key] = counts.GetValueOrDefault(key) + 1;
            });
        });
        worker.Wait();
        return counts;
    }

    private static void Draw(Execution run, Sampler sampler, int first, int count, Action<Execution> look)
    {
        run.Configure(sampler, 1_000, continueAfterFailure: true, keepsSteps: true);
        for (var schedule = first; schedule < first + count; schedule++)
        {
            sampler.Start(schedule);
            run.RunSchedule();
            look(run);
        }
    }

    /// <summary>Pearson's statistic against all of <paramref name="kinds"/> being equally likely.</summary>
    public static double ChiSquare<T>(IReadOnlyDictionary<T, int> counts, int kinds)
        where T : notnull
    {
        var expected = counts.Values.Sum() / (double)kinds;
        return counts.Values.Sum(count => (count - expected) * (count - expected) / expected) + ((kinds - counts.Count) * expected);
    }
}
