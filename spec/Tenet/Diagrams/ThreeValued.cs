namespace Tenet.Diagrams;

/// <summary>What a formula comes to when one cell of the state is known and nothing else is: true, false, or it depends (null).</summary>
/// <param name="cell">The cell: a function to an enumeration at its arguments.</param>
/// <param name="member">What it holds.</param>
internal sealed class ThreeValued(Application cell, int member)
{
    /// <summary>The truth of a formula without shorthands.</summary>
    public bool? Of(Formula formula) => formula switch
    {
        Literal literal => literal.Index == 1,
        Not not => !Of(not.Operand),
        Junction { Kind: JunctionKind.And } and => All(and.Operands.Select(Of)),
        Junction or => !All(or.Operands.Select(operand => !Of(operand))),
        Implication implication => !All([Of(implication.Premise), !Of(implication.Conclusion)]),
        Equality { Left.Sort.IsTruth: true } iff => Of(iff.Left) is { } left && Of(iff.Right) is { } right ? left == right : null,
        Equality equality => Known(equality.Left) is { } left && Known(equality.Right) is { } right ? left == right : null,
        Conditional choice => Of(choice.Condition) is { } condition ? Of(condition ? choice.Then : choice.Otherwise) : Agreed(Of(choice.Then), Of(choice.Otherwise)),
        Quantified quantified => Of(quantified.Body),
        _ => null,
    };

    /// <summary>The members that a term of the enumeration may come to; null for one that nothing is known of.</summary>
    public IReadOnlySet<int>? Values(Formula term) => term switch
    {
        Conditional choice => Of(choice.Condition) is { } condition
            ? Values(condition ? choice.Then : choice.Otherwise)
            : Values(choice.Then) is { } then && Values(choice.Otherwise) is { } otherwise ? new HashSet<int>([.. then, .. otherwise]) : null,
        _ => Known(term) is { } known ? new HashSet<int> { known } : null,
    };

    private int? Known(Formula term) => term switch
    {
        Literal literal when ReferenceEquals(literal.Sort, cell.Sort) => literal.Index,
        Application { IsPrimed: false } application when application.Symbol == cell.Symbol && application.Arguments.SequenceEqual(cell.Arguments, Same) => member,
        _ => null,
    };

    private static bool? All(IEnumerable<bool?> parts)
    {
        bool? all = true;
        foreach (var part in parts)
        {
            if (part == false) return false;
            if (part is null) all = null;
        }

        return all;
    }

    private static bool? Agreed(bool? a, bool? b) => a == b ? a : null;

    private static IEqualityComparer<Formula> Same { get; } = EqualityComparer<Formula>.Create(AreSame);

    private static bool AreSame(Formula? a, Formula? b) => (a, b) switch
    {
        (Variable x, Variable y) => ReferenceEquals(x, y),
        (Application x, Application y) => x.Symbol == y.Symbol && x.IsPrimed == y.IsPrimed && x.Arguments.SequenceEqual(y.Arguments, Same),
        (Literal x, Literal y) => ReferenceEquals(x.Sort, y.Sort) && x.Index == y.Index,
        _ => false,
    };
}
