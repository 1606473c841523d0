namespace Braid;

/// <summary>Explores one shard of a program's schedules, part by part, so that it can be stopped and gone on with.</summary>
/// <remarks>What is covered by all shards together is what an exploration without shards covers (<see cref="Partition"/>).</remarks>
public static class ShardExplorer
{
    /// <summary>Parts that are explored together between two points from which one can go on.</summary>
    private const int PartsAtOnce = 32;

    /// <summary>Explores a shard.</summary>
    /// <param name="program">Makes an instance of the program.</param>
    /// <param name="options">What to explore: exhaustively, all of it, and without a budget of schedules.</param>
    /// <param name="shard">Which part of it.</param>
    /// <param name="from">Where to go on: something that was reported of the same shard of the same program; null to begin.</param>
    /// <param name="reached">Told each time there is a point to go on from.</param>
    /// <param name="progress">Told now and then how far the exploration is.</param>
    /// <param name="stop">Ends it early.</param>
    /// <returns>The result of this run, what was covered by earlier ones counted, and the last point reached.</returns>
    /// <exception cref="ArgumentException">The options are of another kind of exploration, or <paramref name="from"/> is of another one.</exception>
    public static (ExplorationResult Result, ShardProgress Progress) Run(
        Func<Program> program,
        ExplorerOptions options,
        Shard shard,
        ShardProgress? from = null,
        Action<ShardProgress>? reached = null,
        IProgress<ExplorationProgress>? progress = null,
        CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(program);
        ArgumentNullException.ThrowIfNull(options);
        if (options.Strategy.IsSampling || options.MaxSchedules is not null)
            throw new ArgumentException("Shards are of exhaustive explorations without a budget of schedules.", nameof(options));
        options = options with { Certifies = true };
        var budget = new Budget(options, stop);
        using var pool = new WorkerPool(program, options);
        var total = new Tally { Covered = new(mayRepeat: options.PreemptionBound is not null) };
        if (from is not null) Take(total, from);
        List<SearchTask> parts = [];
        pool.Run(1, 1, (run, _) => parts = PartsOf(run, options, shard, from is null ? total : null));
        var point = PointOf(total, from?.Done ?? 0, parts.Count);
        if (from is not null && from.Parts != parts.Count)
            throw new ArgumentException($"The shard has {parts.Count} parts, not {from.Parts}: it is of another program.", nameof(from));
        reached?.Invoke(point);
        while (!point.IsComplete && !budget.IsUp && !(options.StopAtFirstFailure && total.FirstFailure is not null))
        {
            var search = new TreeSearch(options, pool, budget, Counting(progress, total)) { Roots = parts.GetRange(point.Done, Math.Min(PartsAtOnce, parts.Count - point.Done)) };
            search.Run();
            if (!search.IsExhausted && search.Total.FirstFailure is null) break;
            total.Add(search.Total);
            if (!search.IsExhausted) break;
            point = PointOf(total, point.Done + search.Roots.Count, parts.Count);
            reached?.Invoke(point);
        }

        return (Explorer.ResultOf(program, options, budget, total, point.IsComplete), point);
    }

    private static List<SearchTask> PartsOf(Execution run, ExplorerOptions options, Shard shard, Tally? total)
    {
        var digest = new TraceDigest();
        var all = Partition.Of(run, options, schedule =>
        {
            if (total is null || !shard.Has(schedule)) return;
            total.Count(run, null);
            digest.Count(run, total.Covered!);
        });
        return [.. all.Where((_, index) => shard.Has(index))];
    }

    private static ShardProgress PointOf(Tally total, int done, int parts) => new()
    {
        Done = done,
        Parts = parts,
        Schedules = total.Schedules,
        Blocked = total.Blocked,
        Coverage = total.Covered!.Coverage,
        Members = total.Covered.Members is { } members ? [.. members.Select(member => new CoveredTrace(member.Key, member.Value.End, member.Value.Steps))] : [],
    };

    private static void Take(Tally total, ShardProgress from)
    {
        total.Schedules = from.Schedules;
        total.Blocked = from.Blocked;
        total.Traces = from.Schedules - from.Blocked;
        if (total.Covered!.Members is null) total.Covered.Add(from.Coverage);
        else foreach (var (digest, end, steps) in from.Members) total.Covered.Add(digest, end, steps);
    }

    private static Told? Counting(IProgress<ExplorationProgress>? progress, Tally total) => progress is null ? null : new(progress, total.Schedules, total.Traces);

    private sealed class Told(IProgress<ExplorationProgress> progress, long schedules, long traces) : IProgress<ExplorationProgress>
    {
        public void Report(ExplorationProgress value) => progress.Report(new(schedules + value.Schedules, traces + value.Traces, value.Elapsed));
    }
}
