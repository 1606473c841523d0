using System.Diagnostics;

namespace Tenet.Explore;

/// <summary>
/// Breadth-first search, level by level: the first thing found wrong is among the nearest, and neither counts nor verdict depend on how many
/// workers there are.
/// </summary>
internal sealed class BreadthFirst : IDisposable
{
    // Below this, a second thread costs more than it does.
    private const int WorthSharing = 512;

    private readonly CompiledSystem system;
    private readonly ExplorationOptions options;
    private readonly SearchState shared;
    private readonly Worker[] workers;
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly byte[]? digest;
    private Snapshot past;
    private TimeSpan lastTold;
    private TimeSpan lastSaved;
    private long expanded;

    public BreadthFirst(CompiledSystem system, ExplorationOptions options, SymmetryGroup? group, CancellationToken stop)
    {
        this.system = system;
        this.options = options;
        Space = new(system.Packing.Words, tableBits: 16);
        shared = new(system, Space, (long)options.MemoryMiB << 20, stop);
        digest = options.Checkpoint is null ? null : SystemDigest.Of(system, isReduced: group is not null);
        past = new([], 0, new long[system.Ground.Actions.Length], [], TimeSpan.Zero);
        var count = options.Workers > 0 ? options.Workers : Environment.ProcessorCount;
        workers = [.. Enumerable.Range(0, count).Select(index => Worker.Create(shared, group is null ? null : new Symmetry(group), index == 0 ? Tell : null))];
    }

    public StateSpace Space { get; }

    /// <summary>The states, level by level.</summary>
    public List<List<Range>> Levels { get; } = [];

    public long States => shared.States;

    public long Transitions => past.Transitions + workers.Sum(worker => worker.Transitions);

    /// <summary>Steps to the farthest state.</summary>
    public int Depth => Levels.Count - 1;

    public Fault? Fault => workers.Aggregate((Fault?)null, (nearest, worker) => Fault.Nearest(nearest, worker.Fault));

    /// <summary>Whether every state was expanded, up to the level at which something is wrong.</summary>
    public bool IsComplete { get; private set; }

    public bool IsOutOfMemory => shared.IsOutOfMemory;

    public TimeSpan Elapsed => past.Elapsed + clock.Elapsed;

    public IReadOnlyList<long> Shown => shared.Shown;

    /// <summary>How often a ground action was taken.</summary>
    public long Taken(int action) => past.Taken[action] + workers.Sum(worker => worker.Taken[action]);

    /// <exception cref="CheckpointException">The search is to go on from a checkpoint that cannot be used, or to be saved and cannot be.</exception>
    public void Run()
    {
        if (options.Resumes) Resume();
        else Begin();
        while (Levels[^1].Count > 0 && Fault is null && !shared.IsStopping)
        {
            var before = digest is null ? null : Now();
            Expand();
            if (shared.IsStopping)
            {
                // What was found of an unfinished level is found again.
                if (before is not null) CheckpointFile.Write(options.Checkpoint!, digest!, Space, before);
                break;
            }

            expanded = shared.States - Size(Levels[^1]);
            options.LevelDone?.Invoke(Levels.Count - 1);
            if (digest is not null && clock.Elapsed - lastSaved >= options.CheckpointInterval) Save();
        }

        IsComplete = !shared.IsStopping;
        if (Levels[^1].Count == 0) Levels.RemoveAt(Levels.Count - 1);
        clock.Stop();
    }

    public void Dispose()
    {
        foreach (var worker in workers) worker.Dispose();
        shared.Dispose();
        Space.Dispose();
    }

    private void Begin()
    {
        workers[0].IsAlone = true;
        workers[0].Begin(system.Ground.Initial, system.Packing);
        Collect();
    }

    private void Resume()
    {
        past = CheckpointFile.Read(options.Checkpoint!, digest!, Space);
        Levels.AddRange(past.Levels);
        past.Shown.CopyTo(shared.Shown, 0);
        shared.Count(Levels.Sum(Size));
        shared.NextNumber = Levels.SelectMany(level => level).Max(range => range.Start + (long)range.Count);
    }

    private Snapshot Now() =>
        new([.. Levels], Transitions, [.. Enumerable.Range(0, past.Taken.Length).Select(Taken)], [.. shared.Shown], Elapsed);

    private void Save()
    {
        CheckpointFile.Write(options.Checkpoint!, digest!, Space, Now());
        lastSaved = clock.Elapsed;
    }

    private void Expand()
    {
        var depth = Levels.Count - 1;
        var mayEnd = system.Ground.Instance.MayEnd;
        var frontier = new Frontier(Levels[^1], chunk: 64);
        workers[0].IsAlone = workers.Length == 1 || frontier.Count < WorthSharing;
        if (workers[0].IsAlone)
        {
            workers[0].Expand(frontier, depth, mayEnd);
        }
        else
        {
            var others = workers.Skip(1).Select(worker => Task.Factory.StartNew(
                () => worker.Expand(frontier, depth, mayEnd), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)).ToArray();
            workers[0].Expand(frontier, depth, mayEnd);
            Task.WaitAll(others);
        }

        Collect();
    }

    private void Collect()
    {
        var level = new List<Range>();
        foreach (var worker in workers)
        {
            level.AddRange(worker.Found);
            worker.Found.Clear();
        }

        Levels.Add(level);
    }

    private void Tell()
    {
        if (options.Progress is null || clock.Elapsed - lastTold < TimeSpan.FromMilliseconds(500)) return;
        lastTold = clock.Elapsed;
        options.Progress.Report(new(shared.States, Levels.Count - 1, shared.States - expanded, lastTold));
    }

    private static long Size(List<Range> level) => level.Sum(range => (long)range.Count);
}
