using System.Collections.Immutable;

namespace Tenet.Explore;

/// <summary>Grounds an action for a choice of its parameters.</summary>
internal sealed class ActionGrounder(Setting setting, CellTable cells, Nodes nodes, Grounder grounder)
{
    /// <summary>The action, numbered 0; null when it can never happen.</summary>
    public GroundAction? Ground(ActionRule rule, int[] tuple)
    {
        grounder.Bind(rule.Parameters, tuple);
        var guard = Enabled(rule);
        return ReferenceEquals(guard, nodes.False) ? null : new(0, rule, tuple, guard, Assignments(rule, tuple, guard));
    }

    private Node Enabled(ActionRule rule)
    {
        var guard = grounder.Truth(rule.Guard);
        foreach (var refusal in rule.Refusals)
        {
            if (ReferenceEquals(guard, nodes.False)) break;
            guard = nodes.And(guard, nodes.Not(grounder.Truth(refusal.When)));
        }

        // What the guard says of single cells decides tests elsewhere in it.
        var facts = Nodes.Facts(guard);
        return facts.Count == 0
            ? guard
            : nodes.And(Nodes.Conjuncts(guard).Select(part => part is JunctionNode ? nodes.Assume(part, facts) : part));
    }

    private ImmutableArray<Assignment> Assignments(ActionRule rule, int[] tuple, Node guard)
    {
        var facts = Nodes.Facts(guard);
        var values = new SortedDictionary<int, Term>();
        foreach (var update in rule.Updates)
        {
            foreach (var each in grounder.Tuples(update.Each))
            {
                grounder.Bind(rule.Parameters, tuple);
                grounder.Bind(update.Each, each);
                var indexes = update.Indexes.Select(index => nodes.Assume(grounder.Value(index), facts)).ToArray();
                Assign(update.Symbol, indexes, nodes.Assume(grounder.Value(update.Value), facts), nodes.True, new int[indexes.Length], 0, values);
            }
        }

        return [.. values.Where(pair => ChangesCell(pair.Key, pair.Value, facts)).Select(pair => new Assignment(pair.Key, pair.Value))];
    }

    // Indexes that depend on the state: the cell is set in the states in which they are its own.
    private void Assign(Symbol symbol, Term[] indexes, Term value, Node when, int[] decided, int next, SortedDictionary<int, Term> values)
    {
        if (ReferenceEquals(when, nodes.False)) return;
        if (next < indexes.Length)
        {
            for (decided[next] = 0; decided[next] < setting.Size(symbol.Arguments[next]); decided[next]++)
                Assign(symbol, indexes, value, nodes.And(when, nodes.Has(indexes[next], decided[next])), decided, next + 1, values);
            return;
        }

        var cell = cells.Find(symbol, decided);
        if (cells.Known(cell) is not null) return;
        values[cell] = nodes.Choose(when, value, values.GetValueOrDefault(cell, new CellTerm(cell)));
    }

    private static bool ChangesCell(int cell, Term value, Dictionary<int, int> facts) => value switch
    {
        CellTerm same => same.Cell != cell,
        KnownTerm known => !facts.TryGetValue(cell, out var before) || before != known.Known,
        _ => true,
    };
}
