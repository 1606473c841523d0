namespace Braid;

/// <summary>The search by moves: source sets, sleep sets, or plain.</summary>
internal sealed class TreeSearch(ExplorerOptions options, WorkerPool pool, Budget budget, IProgress<ExplorationProgress>? progress)
    : RoundSearch<SearchTask, SearchRequest>(options, pool, budget, progress)
{
    private readonly ExplorerOptions options = options;

    private readonly SearchKind kind = options.PreemptionBound is not null ? SearchKind.Plain
        : options.Strategy == Strategy.SleepSets ? SearchKind.SleepSets : SearchKind.SourceSets;

    private readonly Stack<SearchTask> open = new();

    /// <summary>What to explore; everything unless it is said otherwise.</summary>
    public IReadOnlyList<SearchTask> Roots { get; init; } = [default];

    protected override int OpenCount => open.Count;

    protected override void Restart()
    {
        open.Clear();
        for (var index = Roots.Count - 1; index >= 0; index--) open.Push(Roots[index]);
    }

    protected override SearchTask Pop() => open.Pop();

    protected override void RunTask(Execution run, SearchTask task, long limit, TaskResult<SearchTask, SearchRequest> result)
    {
        var chooser = new TreeChooser(kind, options.PreemptionBound ?? -1);
        var hash = options.CountDistinctTraces || kind == SearchKind.Plain ? new TraceHash() : null;
        Configure(run, chooser);
        chooser.Start(in task);
        do
        {
            if (!RunSchedule(run, hash, result)) return;
            chooser.FindRaces(run);
            if (!IsUp(result, limit)) continue;
            chooser.Split(result.Rest);
            break;
        }
        while (chooser.Advance());

        result.Tally.IsLimited = chooser.IsLimited;
        result.Requests.AddRange(chooser.Requests);
    }

    protected override void Open(TaskResult<SearchTask, SearchRequest>?[] results)
    {
        foreach (var result in results)
        {
            foreach (var request in result!.Requests) Serve(in request);
        }

        for (var index = results.Length - 1; index >= 0; index--)
        {
            var rest = results[index]!.Rest;
            for (var at = rest.Count - 1; at >= 0; at--) open.Push(rest[at]);
        }
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
}
