using System.Collections.Immutable;
using Tenet;

namespace Xvma.Proofs.Induction;

/// <summary>Formulas as SMT-LIB 2 writes them.</summary>
internal sealed class SmtWriter(SmtNames names)
{
    public string Write(Formula formula) => formula switch
    {
        Variable variable => names.Of(variable),
        Literal literal => names.Of(literal.Sort, literal.Index),
        Application { Arguments.IsEmpty: true } constant => names.Of(constant.Symbol),
        Application application => $"({names.Of(application.Symbol)} {Each(application.Arguments)})",
        Not not => $"(not {Write(not.Operand)})",
        Junction { Operands.IsEmpty: true } none => none.Kind == JunctionKind.And ? "true" : "false",
        Junction { Operands.Length: 1 } one => Write(one.Operands[0]),
        Junction junction => $"({(junction.Kind == JunctionKind.And ? "and" : "or")} {Each(junction.Operands)})",
        Implication implication => $"(=> {Write(implication.Premise)} {Write(implication.Conclusion)})",
        Equality equality => $"(= {Write(equality.Left)} {Write(equality.Right)})",
        Conditional choice => $"(ite {Write(choice.Condition)} {Write(choice.Then)} {Write(choice.Otherwise)})",
        Quantified quantified => Quantify(quantified),
        _ => throw new ArgumentException($"{formula.GetType().Name} has no SMT-LIB", nameof(formula)),
    };

    // Solvers instantiate quantifiers by terms they have seen; over a known list of members it is better to say all cases.
    private string Quantify(Quantified quantified)
    {
        if (quantified.Variables.FirstOrDefault(variable => variable.Sort.IsEnumeration) is { } listed)
        {
            var others = quantified.Variables.Remove(listed);
            var cases = Enumerable.Range(0, listed.Sort.Members.Length)
                .Select(member => Formulas.Substitute(quantified.Body, [new(listed, new Literal(listed.Sort, member))]))
                .ToArray();
            var all = quantified.Kind == QuantifierKind.All ? Formulas.And(cases) : Formulas.Or(cases);
            return Write(others.IsEmpty ? all : new Quantified(quantified.Kind, others, all));
        }

        var bound = quantified.Variables.Select(variable => $"({names.Of(variable)} {names.Of(variable.Sort)})");
        return $"({(quantified.Kind == QuantifierKind.All ? "forall" : "exists")} ({string.Join(' ', bound)}) {Write(quantified.Body)})";
    }

    private string Each(ImmutableArray<Formula> formulas) => string.Join(' ', formulas.Select(Write));
}
