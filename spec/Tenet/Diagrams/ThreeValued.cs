namespace Tenet.Diagrams;

/// <summary>What a formula comes to when one cell of the state is known, and what follows at once from another formula: true, false, or it depends (null).</summary>
/// <param name="cell">The cell: a function to an enumeration at its arguments.</param>
/// <param name="member">What it holds.</param>
internal sealed class ThreeValued(Application cell, int member)
{
    private readonly List<(Formula Fact, bool Truth)> facts = [];
    private readonly List<(Formula Term, int Member)> values = [];

    /// <summary>Takes a formula as true: what it says outright is known from then on.</summary>
    public void Assume(Formula formula)
    {
        foreach (var part in formula is Junction { Kind: JunctionKind.And } and ? and.Operands : [formula])
        {
            var (fact, truth) = part is Not not ? (not.Operand, false) : (part, true);
            if (fact is not (Application or Equality { Left.Sort.IsTruth: false }) || Of(fact) is not null) continue;
            facts.Add((fact, truth));
            if (part is Equality { Left: Application term, Right: Literal { Sort.IsTruth: false } value }) values.Add((term, value.Index));
        }
    }

    /// <summary>Takes formulas as true, and what follows from each at once, until nothing more does; false if they contradict what is known.</summary>
    public bool TryAssumeAll(IReadOnlyCollection<Formula> formulas)
    {
        for (var before = -1; before < facts.Count;)
        {
            before = facts.Count;
            foreach (var formula in formulas)
            {
                if (Of(formula) == false) return false;
                if (Consequence(formula) is { } consequence) Assume(consequence);
            }
        }

        return true;
    }

    private Formula? Consequence(Formula formula) => formula switch
    {
        Implication implication when Of(implication.Premise) == true => implication.Conclusion,
        Implication implication when Of(implication.Conclusion) == false => Formulas.Negate(implication.Premise),
        Equality { Left.Sort.IsTruth: true } iff when Of(iff.Left) is { } left => left ? iff.Right : Formulas.Negate(iff.Right),
        Equality { Left.Sort.IsTruth: true } iff when Of(iff.Right) is { } right => right ? iff.Left : Formulas.Negate(iff.Left),
        _ => null,
    };

    /// <summary>The truth of a formula without shorthands.</summary>
    public bool? Of(Formula formula) => facts.FindIndex(fact => AreSame(fact.Fact, formula)) is >= 0 and var known ? facts[known].Truth : Inside(formula);

    private bool? Inside(Formula formula) => formula switch
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
        Literal literal => literal.Index,
        Application { IsPrimed: false } application when application.Symbol == cell.Symbol && application.Arguments.SequenceEqual(cell.Arguments, Same) => member,
        _ => values.FindIndex(value => AreSame(value.Term, term)) is >= 0 and var known ? values[known].Member : null,
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
        (Equality x, Equality y) => AreSame(x.Left, y.Left) && AreSame(x.Right, y.Right),
        _ => false,
    };
}
