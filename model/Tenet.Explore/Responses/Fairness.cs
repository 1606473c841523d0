using System.Collections;

namespace Tenet.Explore;

/// <summary>
/// Weak fairness: what is enabled for ever happens. A behaviour may stay for ever in a strongly connected component when each fair action, for
/// each choice of its parameters, is disabled in some state of it or taken within it. A state may also just stay as it is.
/// </summary>
internal sealed class Fairness
{
    private readonly StateGraph graph;
    private readonly int[] positions;

    public Fairness(GroundSystem system, StateGraph graph)
    {
        this.graph = graph;
        var count = 0;
        positions = [.. system.Actions.Select(action => action.Rule.IsFair ? count++ : -1)];
        Count = count;
    }

    /// <summary>How many fair ground actions there are.</summary>
    public int Count { get; }

    /// <summary>The position of a ground action among the fair ones, or -1.</summary>
    public int Position(int action) => positions[action];

    /// <summary>Which fair actions are possible in a state.</summary>
    public BitArray Enabled(uint state)
    {
        var enabled = new BitArray(Count);
        for (var (at, end) = graph.Steps(state); at < end; at++)
        {
            if (positions[graph.Actions[at]] is >= 0 and var fair) enabled[fair] = true;
        }

        return enabled;
    }

    /// <summary>Whether a fair behaviour can stay in a component for ever.</summary>
    public bool CanStay(List<uint> component)
    {
        var inside = component.Count > 8 ? component.ToHashSet() : null;
        var owed = new BitArray(Count, defaultValue: true);
        var taken = new BitArray(Count);
        foreach (var state in component)
        {
            owed.And(Enabled(state));
            for (var (at, end) = graph.Steps(state); at < end; at++)
            {
                if (positions[graph.Actions[at]] is not (>= 0 and var fair) || taken[fair]) continue;
                taken[fair] = inside?.Contains(graph.Targets[at]) ?? component.Contains(graph.Targets[at]);
            }
        }

        return !owed.And(taken.Not()).HasAnySet();
    }
}
