using System.Collections.Immutable;

namespace Tenet.Explore;

/// <summary>
/// Grounds an instance. Cells that no remaining action changes become constants, which may make more actions impossible, and so on until
/// nothing changes any more.
/// </summary>
internal sealed class GroundSystemBuilder
{
    private readonly Setting setting;
    private readonly CellTable cells;
    private readonly Nodes nodes;
    private readonly InitialStates initial;
    private readonly List<ActionRule> rules;

    private GroundSystemBuilder(Instance instance)
    {
        setting = new(instance);
        cells = new(setting);
        nodes = new(cell => cells.All[cell % cells.Count].Size);
        initial = new(setting, cells, nodes);
        rules = [.. instance.Theory.Actions.Where(instance.Takes)];
    }

    private Grounder Grounder => new(setting, cells, nodes);

    /// <exception cref="InstanceException">The instance does not fit its theory.</exception>
    public static GroundSystem Build(Instance instance) => new GroundSystemBuilder(instance).Build();

    private GroundSystem Build()
    {
        AxiomCheck.Require(setting, Grounder, nodes);
        var changed = rules.SelectMany(rule => rule.Updates).Select(update => update.Symbol).ToHashSet();
        Fix(cell => changed.Contains(cell.Symbol));
        List<GroundAction> actions;
        do actions = Actions();
        while (Fix(Written(actions).Contains));

        var grounder = Grounder;
        var transitions = new TransitionGrounder(setting, cells, nodes, grounder);
        return new()
        {
            Setting = setting,
            Cells = cells,
            Nodes = nodes,
            Initial = initial.States(),
            Actions = [.. actions.Select(action => action with { KeepsTransitions = transitions.Kept(action) })],
            Invariants = [.. Ground(grounder, PropertyKind.Safety, PropertyKind.Supporting)],
            Goals = [.. Ground(grounder, PropertyKind.Sometimes)],
            Transitions = transitions,
            Refusals = [.. rules.SelectMany(rule => Refusals(grounder, rule))],
        };
    }

    private IEnumerable<GroundProperty> Ground(Grounder grounder, params PropertyKind[] kinds) => setting.Theory.Properties
        .Where(property => kinds.Contains(property.Kind))
        .Select(property => new GroundProperty(property, grounder.Truth(property.Closed)));

    private HashSet<Cell> Written(List<GroundAction> actions) =>
        [.. actions.SelectMany(action => action.Assignments).Select(assignment => cells.All[assignment.Cell])];

    // Whether any cell became known.
    private bool Fix(Func<Cell, bool> mayChange)
    {
        var found = false;
        foreach (var cell in cells.All)
        {
            if (cells.Known(cell.Id) is not null || (cell.Size > 1 && mayChange(cell))) continue;
            if (initial.Only(cell.Id) is not { } value) continue;
            cells.Fix(cell.Id, value);
            found = true;
        }

        return found;
    }

    private List<GroundAction> Actions()
    {
        var grounder = Grounder;
        var actions = new List<GroundAction>();
        foreach (var rule in rules)
        {
            foreach (var tuple in grounder.Tuples(rule.Parameters))
            {
                grounder.Bind(rule.Parameters, tuple);
                var guard = Enabled(grounder, rule);
                if (ReferenceEquals(guard, nodes.False)) continue;
                actions.Add(new(actions.Count, rule, tuple, guard, Assignments(grounder, rule, tuple, guard)));
            }
        }

        return actions;
    }

    private Node Enabled(Grounder grounder, ActionRule rule)
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

    private ImmutableArray<Assignment> Assignments(Grounder grounder, ActionRule rule, int[] tuple, Node guard)
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

    private IEnumerable<GroundRefusal> Refusals(Grounder grounder, ActionRule rule)
    {
        for (var index = 0; index < rule.Refusals.Length; index++)
        {
            var some = new List<Node>();
            foreach (var tuple in grounder.Tuples(rule.Parameters))
            {
                grounder.Bind(rule.Parameters, tuple);
                var earlier = rule.Refusals.Take(index).Select(refusal => nodes.Not(grounder.Truth(refusal.When)));
                some.Add(nodes.And([grounder.Truth(rule.Guard), .. earlier, grounder.Truth(rule.Refusals[index].When)]));
            }

            yield return new(rule, rule.Refusals[index], nodes.Or(some));
        }
    }
}
