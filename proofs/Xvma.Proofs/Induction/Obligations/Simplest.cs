using System.Collections.Immutable;
using Tenet;

namespace Xvma.Proofs.Induction;

/// <summary>Formulas made as short as their parts allow: what is known to be true, false or the same does not reach the solver.</summary>
internal static class Simplest
{
    public static Formula Implies(Formula premise, Formula conclusion) => (premise, conclusion) switch
    {
        (Literal literal, _) => literal.Index == 1 ? conclusion : Literal.True,
        (_, Literal literal) => literal.Index == 1 ? Literal.True : Formulas.Negate(premise),
        _ => new Implication(premise, conclusion),
    };

    public static Formula Equal(Formula left, Formula right) => (left, right) switch
    {
        _ when ReferenceEquals(left, right) => Literal.True,
        (Literal a, Literal b) => a.Index == b.Index ? Literal.True : Literal.False,
        (Literal { Sort.IsTruth: true } a, _) => a.Index == 1 ? right : Formulas.Negate(right),
        (_, Literal { Sort.IsTruth: true } b) => b.Index == 1 ? left : Formulas.Negate(left),
        // Only where it shortens: a choice between members compared with a member becomes a condition.
        (Conditional choice, Literal) when HasLiteral(choice) => If(choice.Condition, Equal(choice.Then, right), Equal(choice.Otherwise, right)),
        (Literal, Conditional choice) when HasLiteral(choice) => Equal(right, left),
        _ => new Equality(left, right),
    };

    public static Formula If(Formula condition, Formula then, Formula otherwise)
    {
        if (condition is Literal known) return known.Index == 1 ? then : otherwise;
        if (ReferenceEquals(then, otherwise) || (then is Literal a && otherwise is Literal b && a.Index == b.Index)) return then;
        return (then, otherwise) switch
        {
            (Literal { Sort.IsTruth: true, Index: 1 }, _) => Formulas.Or(condition, otherwise),
            (Literal { Sort.IsTruth: true }, _) => Formulas.And(Formulas.Negate(condition), otherwise),
            (_, Literal { Sort.IsTruth: true, Index: 0 }) => Formulas.And(condition, then),
            (_, Literal { Sort.IsTruth: true }) => Formulas.Or(Formulas.Negate(condition), then),
            _ => new Conditional(condition, then, otherwise),
        };
    }

    public static Formula Quantify(QuantifierKind kind, ImmutableArray<Variable> variables, Formula body) =>
        body is Literal ? body : new Quantified(kind, variables, body);

    private static bool HasLiteral(Conditional choice) => choice.Then is Literal || choice.Otherwise is Literal;
}
