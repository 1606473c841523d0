namespace Tenet.Explore;

/// <summary>
/// The strongly connected components of a part of the graph (Tarjan 1972), without recursion: a search's graphs are deeper than any stack.
/// </summary>
internal sealed class Components
{
    private const uint Unseen = 0;
    private const uint Done = uint.MaxValue;

    private readonly StateGraph graph;
    private readonly Func<uint, bool> isIn;
    private readonly uint[] seen;
    private readonly uint[] low;
    private readonly Stack<uint> open = new();
    private readonly Stack<(uint State, long At)> path = new();
    private uint count;

    /// <param name="graph">The graph.</param>
    /// <param name="isIn">Which states are in the part.</param>
    public Components(StateGraph graph, Func<uint, bool> isIn)
    {
        this.graph = graph;
        this.isIn = isIn;
        seen = new uint[graph.States];
        low = new uint[graph.States];
    }

    /// <summary>The components that can be reached from a state and were not told before.</summary>
    public IEnumerable<List<uint>> From(uint root)
    {
        if (seen[root] != Unseen) yield break;
        Enter(root);
        while (path.TryPop(out var top))
        {
            var (state, at) = top;
            var end = graph.Steps(state).To;
            var left = false;
            for (; at < end && !left; at++)
            {
                var target = graph.Targets[at];
                if (seen[target] == Done || !isIn(target)) continue;
                if (seen[target] != Unseen)
                {
                    low[state] = Math.Min(low[state], seen[target]);
                    continue;
                }

                path.Push((state, at));
                Enter(target);
                left = true;
            }

            if (left) continue;
            if (low[state] == seen[state]) yield return Close(state);
            // The state's own step is looked at again by its predecessor, which then sees it as seen or done; its low must reach there first.
            else if (path.TryPeek(out var before)) low[before.State] = Math.Min(low[before.State], low[state]);
        }
    }

    private void Enter(uint state)
    {
        seen[state] = low[state] = ++count;
        open.Push(state);
        path.Push((state, graph.Steps(state).From));
    }

    private List<uint> Close(uint root)
    {
        var component = new List<uint>();
        uint state;
        do
        {
            state = open.Pop();
            seen[state] = Done;
            component.Add(state);
        }
        while (state != root);
        return component;
    }
}
