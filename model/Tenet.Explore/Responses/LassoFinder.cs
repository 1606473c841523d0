using System.Collections;

namespace Tenet.Explore;

/// <summary>Makes a behaviour of a component in which a fair behaviour can stay: the shortest way there, and a round that owes nothing.</summary>
internal sealed class LassoFinder(CompiledSystem system, StateSpace space, StateGraph graph, Fairness fairness)
{
    /// <param name="waits">The states from which the response is awaited.</param>
    /// <param name="without">The states without the response.</param>
    /// <param name="staying">The states in which a fair behaviour without it can stay, each with its component.</param>
    public (List<CounterexampleStep> Steps, int LoopsTo) Find(BitArray waits, BitArray without, Dictionary<uint, List<uint>> staying)
    {
        var steps = new List<CounterexampleStep>();
        var (first, stem) = Stem(waits, without, staying);
        steps.Add(new(null, [], State(first)));
        foreach (var at in stem) steps.Add(Step(at));
        var entry = stem.Count == 0 ? first : graph.Targets[stem[^1]];
        var loopsTo = steps.Count - 1;
        foreach (var at in Round(entry, [.. staying[entry]])) steps.Add(Step(at));
        return (steps, loopsTo);
    }

    // A state counts twice: before the response is awaited, and while it is.
    private (uint First, List<long> Steps) Stem(BitArray waits, BitArray without, Dictionary<uint, List<uint>> staying)
    {
        var from = new Dictionary<(uint State, bool IsAwaited), (uint State, bool IsAwaited, long At)>();
        var queue = new Queue<(uint State, bool IsAwaited)>();
        void Reach((uint State, bool IsAwaited) place, (uint, bool, long) step)
        {
            if (from.TryAdd(place, step)) queue.Enqueue(place);
        }

        foreach (var state in graph.First) Reach((state, waits[(int)state]), (state, false, -1));
        while (queue.TryDequeue(out var place))
        {
            if (place.IsAwaited && staying.ContainsKey(place.State)) return Unwind(place);
            for (var (at, end) = graph.Steps(place.State); at < end; at++)
            {
                var target = graph.Targets[at];
                Reach((target, waits[(int)target] || (place.IsAwaited && without[(int)target])), (place.State, place.IsAwaited, at));
            }
        }

        throw new InvalidOperationException("a component that was found from a state cannot be reached from it");

        (uint, List<long>) Unwind((uint State, bool IsAwaited) place)
        {
            var steps = new List<long>();
            var (before, wasAwaited, at) = from[place];
            for (; at >= 0; (before, wasAwaited, at) = from[place])
            {
                steps.Add(at);
                place = (before, wasAwaited);
            }

            steps.Reverse();
            return (place.State, steps);
        }
    }

    private List<long> Round(uint entry, HashSet<uint> component)
    {
        var steps = new List<long>();
        var owed = fairness.Enabled(entry);
        var now = entry;
        while (owed.HasAnySet())
        {
            var debts = owed;
            foreach (var at in Path(now, component, (state, at) => Pays(debts, state, at)))
            {
                steps.Add(at);
                now = graph.Targets[at];
                if (fairness.Position(graph.Actions[at]) is >= 0 and var fair) owed[fair] = false;
                owed.And(fairness.Enabled(now));
            }
        }

        if (now != entry) steps.AddRange(Path(now, component, (state, _) => state == entry));
        return steps;
    }

    // A step pays what it takes, or what is disabled where it leads.
    private bool Pays(BitArray owed, uint state, long at)
    {
        if (fairness.Position(graph.Actions[at]) is >= 0 and var fair && owed[fair]) return true;
        var still = new BitArray(owed).And(fairness.Enabled(state).Not());
        return still.HasAnySet();
    }

    // The shortest path within a component whose last step, given by where it leads and its position, pleases.
    private List<long> Path(uint start, HashSet<uint> component, Func<uint, long, bool> pleases)
    {
        var from = new Dictionary<uint, (uint State, long At)>();
        var queue = new Queue<uint>([start]);
        while (queue.TryDequeue(out var state))
        {
            for (var (at, end) = graph.Steps(state); at < end; at++)
            {
                var target = graph.Targets[at];
                if (!component.Contains(target)) continue;
                if (pleases(target, at)) return [.. Back(state), at];
                if (target != start && from.TryAdd(target, (state, at))) queue.Enqueue(target);
            }
        }

        throw new InvalidOperationException("a component in which a fair behaviour can stay has no round");

        List<long> Back(uint state)
        {
            var steps = new List<long>();
            while (state != start)
            {
                steps.Add(from[state].At);
                state = from[state].State;
            }

            steps.Reverse();
            return steps;
        }
    }

    private CounterexampleStep Step(long at)
    {
        var action = system.Ground.Actions[graph.Actions[at]];
        return new(action.Rule, [.. action.Arguments], State(graph.Targets[at]));
    }

    private InstanceState State(uint state) => new(system.Ground.Cells, space.Values(state, system.Packing));
}
