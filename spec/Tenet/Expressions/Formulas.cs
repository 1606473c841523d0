using System.Collections.Immutable;

namespace Tenet;

/// <summary>Work on formulas that every use needs.</summary>
public static class Formulas
{
    /// <summary>The conjunction, without nesting and without what is always true.</summary>
    public static Formula And(params ReadOnlySpan<Formula> operands) => Join(JunctionKind.And, operands);

    /// <summary>The disjunction, without nesting and without what is always false.</summary>
    public static Formula Or(params ReadOnlySpan<Formula> operands) => Join(JunctionKind.Or, operands);

    /// <summary>The negation; of a negation, what it negates.</summary>
    public static Formula Negate(Formula formula) => formula switch
    {
        Literal { Sort.IsTruth: true } literal => literal.Index == 1 ? Literal.False : Literal.True,
        Not not => not.Operand,
        _ => new Not(formula),
    };

    /// <summary>The formula of all of these variables; itself when there are none.</summary>
    public static Formula ForAll(ImmutableArray<Variable> variables, Formula body) =>
        variables.IsEmpty ? body : new Quantified(QuantifierKind.All, variables, body);

    /// <summary>The formula of some of these variables; itself when there are none.</summary>
    public static Formula ForSome(ImmutableArray<Variable> variables, Formula body) =>
        variables.IsEmpty ? body : new Quantified(QuantifierKind.Some, variables, body);

    /// <summary>The formula with every defined predicate replaced by its definition. Bound variables are fresh wherever one is.</summary>
    public static Formula Expand(Formula formula) => Rewrite(formula, ImmutableDictionary<Variable, Formula>.Empty, expand: true, primed: false);

    /// <summary>The formula with variables replaced; all of its bound variables are fresh.</summary>
    public static Formula Substitute(Formula formula, IEnumerable<KeyValuePair<Variable, Formula>> values) =>
        Rewrite(formula, ImmutableDictionary.CreateRange(values), expand: false, primed: false);

    /// <summary>The formula about the state after the step: every part of the state primed, definitions expanded.</summary>
    public static Formula Prime(Formula formula) => Rewrite(formula, ImmutableDictionary<Variable, Formula>.Empty, expand: true, primed: true);

    /// <summary>The formula and all parts of it, outside in.</summary>
    public static IEnumerable<Formula> Parts(Formula formula)
    {
        yield return formula;
        foreach (var child in Children(formula))
        {
            foreach (var part in Parts(child)) yield return part;
        }
    }

    /// <summary>The immediate parts.</summary>
    public static ImmutableArray<Formula> Children(Formula formula) => formula switch
    {
        Application application => application.Arguments,
        Not not => [not.Operand],
        Junction junction => junction.Operands,
        Implication implication => [implication.Premise, implication.Conclusion],
        Equality equality => [equality.Left, equality.Right],
        Conditional conditional => [conditional.Condition, conditional.Then, conditional.Otherwise],
        Quantified quantified => [quantified.Body],
        _ => [],
    };

    /// <summary>The symbols of the state and of the setting that the formula speaks of, definitions expanded.</summary>
    public static ImmutableHashSet<Symbol> Symbols(Formula formula) =>
        [.. Parts(Expand(formula)).OfType<Application>().Select(application => application.Symbol)];

    private static Formula Join(JunctionKind kind, ReadOnlySpan<Formula> operands)
    {
        var (neutral, dominant) = kind == JunctionKind.And ? (1, 0) : (0, 1);
        var joined = ImmutableArray.CreateBuilder<Formula>();
        foreach (var operand in operands)
        {
            if (operand is Literal { Sort.IsTruth: true } literal)
            {
                if (literal.Index == dominant) return literal;
            }
            else if (operand is Junction inner && inner.Kind == kind)
            {
                joined.AddRange(inner.Operands);
            }
            else
            {
                joined.Add(operand);
            }
        }

        return joined.Count switch
        {
            0 => neutral == 1 ? Literal.True : Literal.False,
            1 => joined[0],
            _ => new Junction(kind, joined.ToImmutable()),
        };
    }

    private static Formula Rewrite(Formula formula, ImmutableDictionary<Variable, Formula> values, bool expand, bool primed)
    {
        Formula Again(Formula part) => Rewrite(part, values, expand, primed);
        ImmutableArray<Formula> Each(ImmutableArray<Formula> parts) => [.. parts.Select(Again)];

        switch (formula)
        {
            case Variable variable:
                return values.GetValueOrDefault(variable, variable);
            case Application { Symbol: { Definition: { } definition } } defined when expand:
                var arguments = definition.Parameters.Zip(Each(defined.Arguments)).Select(pair => KeyValuePair.Create(pair.First, pair.Second));
                return Rewrite(definition.Body, ImmutableDictionary.CreateRange(arguments), expand, primed || defined.IsPrimed);
            case Application application:
                var prime = application.IsPrimed || (primed && !application.Symbol.IsRigid);
                return new Application(application.Symbol, Each(application.Arguments), prime);
            case Not not:
                return Negate(Again(not.Operand));
            case Junction junction:
                return Join(junction.Kind, Each(junction.Operands).AsSpan());
            case Implication implication:
                return new Implication(Again(implication.Premise), Again(implication.Conclusion));
            case Equality equality:
                return new Equality(Again(equality.Left), Again(equality.Right));
            case Conditional conditional:
                return new Conditional(Again(conditional.Condition), Again(conditional.Then), Again(conditional.Otherwise));
            case Quantified quantified:
                var fresh = quantified.Variables.Select(variable => new Variable(variable.Name, variable.Sort)).ToImmutableArray();
                var renamed = quantified.Variables.Zip(fresh).Select(pair => KeyValuePair.Create(pair.First, (Formula)pair.Second));
                return new Quantified(quantified.Kind, fresh, Rewrite(quantified.Body, values.SetItems(renamed), expand, primed));
            default:
                return formula;
        }
    }
}
