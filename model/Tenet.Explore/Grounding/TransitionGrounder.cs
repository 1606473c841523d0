namespace Tenet.Explore;

/// <summary>
/// Turns "holds of every step" into a condition on the state before: for each action, its updates are put in for the values after it
/// (Dijkstra's weakest precondition). Most of it folds to true, so checking steps costs next to nothing.
/// </summary>
internal sealed class TransitionGrounder
{
    private readonly CellTable cells;
    private readonly Nodes nodes;
    private readonly List<Condition> conditions = [];

    public TransitionGrounder(Setting setting, CellTable cells, Nodes nodes, Grounder grounder)
    {
        this.cells = cells;
        this.nodes = nodes;
        foreach (var property in setting.Theory.Of(PropertyKind.Transition))
        {
            foreach (var tuple in grounder.Tuples(property.Parameters))
            {
                grounder.Bind(property.Parameters, tuple);
                var holds = grounder.Truth(property.Body);
                if (ReferenceEquals(holds, nodes.True)) continue;
                var unchanged = nodes.Replace(holds, test => Test(Before(test.Cell), test));
                conditions.Add(new(property, tuple, holds, [.. holds.Cells.Where(IsAfter).Select(cell => cell - cells.Count)], ReferenceEquals(unchanged, nodes.True)));
            }
        }
    }

    /// <summary>What must hold before the action for all transition properties to hold of the step.</summary>
    public Node Kept(GroundAction action) => nodes.And(conditions.Select(condition => Kept(action, condition)));

    /// <summary>What a step violates, and of which elements: this action in a state given as the value of each cell.</summary>
    public IEnumerable<(Property Rule, int[] Elements)> Violated(GroundAction action, int[] values) =>
        conditions.Where(condition => !Kept(action, condition).Holds(values)).Select(condition => (condition.Rule, condition.Elements));

    private Node Kept(GroundAction action, Condition condition)
    {
        var touched = action.Assignments.Where(assignment => condition.Primed.Contains(assignment.Cell)).ToDictionary(assignment => assignment.Cell, assignment => assignment.Value);
        if (touched.Count == 0 && condition.HoldsOfNothing) return nodes.True;
        var facts = Nodes.Facts(action.Guard);
        var before = nodes.Replace(condition.Holds, test =>
        {
            var value = IsAfter(test.Cell) && touched.TryGetValue(test.Cell - cells.Count, out var after) ? after : Before(test.Cell);
            return Test(value, test);
        });
        return nodes.Assume(before, facts);
    }

    private Node Test(Term term, TestNode test) => test.IsNegated ? nodes.Not(nodes.Has(term, test.Value)) : nodes.Has(term, test.Value);

    private bool IsAfter(int cell) => cell >= cells.Count;

    private CellTerm Before(int cell) => new(cell % cells.Count);

    // A transition property for some elements; whether a step that changes nothing keeps it.
    private sealed record Condition(Property Rule, int[] Elements, Node Holds, HashSet<int> Primed, bool HoldsOfNothing);
}
