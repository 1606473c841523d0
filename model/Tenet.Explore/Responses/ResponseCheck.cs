using System.Collections;

namespace Tenet.Explore;

/// <summary>
/// Checks "p leads to q" under weak fairness: a counterexample reaches p without q, then goes on without q, for ever, fair to every action marked
/// fair. It does so in a strongly connected component of the states without q, so these are looked at, one after the other.
/// </summary>
internal sealed unsafe class ResponseCheck(CompiledSystem system, BreadthFirst search, CancellationToken stop)
{
    private readonly StateGraph graph = new(system, search, stop);

    /// <summary>The first response, in the order of the theory, that need not come; null when all come.</summary>
    public Counterexample? Violation()
    {
        var fairness = new Fairness(system.Ground, graph);
        var (nodes, grounder) = (system.Ground.Nodes, system.Ground.Grounder());
        foreach (var response in system.Ground.Theory.Of(PropertyKind.Response))
        {
            foreach (var tuple in grounder.Tuples(response.Parameters))
            {
                stop.ThrowIfCancellationRequested();
                grounder.Bind(response.Parameters, tuple);
                var without = nodes.Not(grounder.Truth(response.Response!));
                var waits = nodes.And(grounder.Truth(response.Body), without);
                if (ReferenceEquals(waits, nodes.False)) continue;
                if (Lasso(fairness, Marked(waits), Marked(without)) is not { } lasso) continue;
                return new() { Instance = system.Ground.Instance, Steps = [.. lasso.Steps], Rule = response, Elements = [.. tuple], LoopsTo = lasso.LoopsTo };
            }
        }

        return null;
    }

    private (List<CounterexampleStep> Steps, int LoopsTo)? Lasso(Fairness fairness, BitArray waits, BitArray without)
    {
        var components = new Components(graph, state => without[(int)state]);
        var staying = new Dictionary<uint, List<uint>>();
        for (var state = 0u; state < graph.States; state++)
        {
            if (!waits[(int)state]) continue;
            foreach (var component in components.From(state).Where(fairness.CanStay))
            {
                foreach (var member in component) staying.Add(member, component);
            }
        }

        return staying.Count == 0 ? null : new LassoFinder(system, search.Space, graph, fairness).Find(waits, without, staying);
    }

    private BitArray Marked(Node node)
    {
        var predicate = StatePredicate.Compile(node, system.Packing);
        var marked = new BitArray((int)graph.States);
        foreach (var range in search.Levels.SelectMany(level => level))
        {
            for (var state = range.Start; state != range.Start + range.Count; state++) marked[(int)state] = predicate.Holds(search.Space.State(state));
        }

        return marked;
    }
}
