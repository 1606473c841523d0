namespace Braid;

/// <summary>The optimal search: its tasks are the leaves of the tree of wakeup sequences.</summary>
internal sealed class WakeupSearch(ExplorerOptions options, WorkerPool pool, Budget budget, IProgress<ExplorationProgress>? progress)
    : RoundSearch<WakeupNode, WakeupRequest>(options, pool, budget, progress)
{
    private readonly ExplorerOptions options = options;

    /// <summary>Open leaves, the one that comes first in the order of the search at the end.</summary>
    private readonly List<WakeupNode> open = [];

    protected override int OpenCount => open.Count;

    protected override void Restart()
    {
        open.Clear();
        open.Add(new(null));
    }

    protected override WakeupNode Pop()
    {
        var leaf = open[^1];
        open.RemoveAt(open.Count - 1);
        return leaf;
    }

    protected override void RunTask(Execution run, WakeupNode task, long limit, TaskResult<WakeupNode, WakeupRequest> result)
    {
        var chooser = new WakeupChooser();
        var hash = options.CountDistinctTraces ? new TraceHash() : null;
        Configure(run, chooser);
        chooser.Start(task);
        do
        {
            if (!RunSchedule(run, hash, result)) return;
            chooser.FindRaces(run);
            if (!IsUp(result, limit)) continue;
            chooser.Split(result.Rest);
            break;
        }
        while (chooser.Advance());

        result.Requests.AddRange(chooser.Requests);
    }

    protected override void Open(TaskResult<WakeupNode, WakeupRequest>?[] results)
    {
        for (var index = results.Length - 1; index >= 0; index--)
        {
            var rest = results[index]!.Rest;
            for (var at = rest.Count - 1; at >= 0; at--) open.Add(rest[at]);
        }

        foreach (var result in results)
        {
            foreach (var request in result!.Requests) Serve(in request);
        }

        if (open.Count > 0) open[^1].CloseLeft();
    }

    private void Serve(in WakeupRequest request)
    {
        if (WakeupTree.Find(request.Node, request.Origin, request.Sequence, null, out _) is not { } place) return;
        var only = place == request.Node ? request.Origin : null;
        var leaf = WakeupTree.Grow(place, only, request.Sequence, null, out var top);
        place.Add(top, only);
        var (low, high) = (0, open.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (open[middle].IsLeftOf(leaf)) high = middle;
            else low = middle + 1;
        }

        open.Insert(low, leaf);
    }
}
