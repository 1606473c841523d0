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
            Initial = initial.States,
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
        var made = new ActionGrounder(setting, cells, nodes, grounder);
        var actions = new List<GroundAction>();
        foreach (var rule in rules)
        {
            foreach (var tuple in grounder.Tuples(rule.Parameters))
            {
                if (made.Ground(rule, tuple) is { } action) actions.Add(action with { Id = actions.Count });
            }
        }

        return actions;
    }

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
