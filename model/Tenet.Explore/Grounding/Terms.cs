namespace Tenet.Explore;

/// <summary>Work on terms.</summary>
internal static class Terms
{
    public static Term Choose(this Nodes nodes, Node condition, Term then, Term otherwise) => condition switch
    {
        TruthNode truth => truth.Value ? then : otherwise,
        _ when then == otherwise => then,
        // A truth value chosen by the cell that holds it is the cell.
        TestNode { IsNegated: false, Value: 1 } test when then is KnownTerm { Known: 1 } && otherwise is KnownTerm { Known: 0 } && IsTruth(nodes, test) =>
            new CellTerm(test.Cell),
        _ => new ChoiceTerm(condition, then, otherwise),
    };

    public static Term OfTruth(this Nodes nodes, Node truth) => nodes.Choose(truth, new KnownTerm(1), new KnownTerm(0));

    public static Node Has(this Nodes nodes, Term term, int value) => term switch
    {
        KnownTerm known => nodes.Truth(known.Known == value),
        CellTerm cell => nodes.Test(cell.Cell, value),
        ChoiceTerm choice => nodes.If(choice.Condition, nodes.Has(choice.Then, value), nodes.Has(choice.Otherwise, value)),
        _ => throw new ArgumentException("unknown term", nameof(term)),
    };

    /// <summary>Two terms of a sort of so many values are equal.</summary>
    public static Node Same(this Nodes nodes, Term a, Term b, int size) => (a, b) switch
    {
        (KnownTerm known, _) => nodes.Has(b, known.Known),
        (_, KnownTerm known) => nodes.Has(a, known.Known),
        _ when a == b => nodes.True,
        _ => nodes.Or(Enumerable.Range(0, size).Select(value => nodes.And(nodes.Has(a, value), nodes.Has(b, value)))),
    };

    /// <summary>The term when these cells have these values.</summary>
    public static Term Assume(this Nodes nodes, Term term, IReadOnlyDictionary<int, int> facts) => term switch
    {
        CellTerm cell when facts.TryGetValue(cell.Cell, out var value) => new KnownTerm(value),
        ChoiceTerm choice => nodes.Choose(
            nodes.Assume(choice.Condition, facts), nodes.Assume(choice.Then, facts), nodes.Assume(choice.Otherwise, facts)),
        _ => term,
    };

    /// <summary>The cells it looks at, each at least once.</summary>
    public static IEnumerable<int> Cells(Term term) => term switch
    {
        CellTerm cell => [cell.Cell],
        ChoiceTerm choice => choice.Condition.Cells.Concat(Cells(choice.Then)).Concat(Cells(choice.Otherwise)),
        _ => [],
    };

    private static bool IsTruth(Nodes nodes, TestNode test) => ReferenceEquals(nodes.Not(nodes.Test(test.Cell, 0)), test);
}
