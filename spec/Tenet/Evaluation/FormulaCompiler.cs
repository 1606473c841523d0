using System.Collections.Immutable;
using System.Linq.Expressions;

namespace Tenet.Evaluation;

/// <summary>
/// Turns formulas into expressions over a state's numbers. A quantifier becomes nested loops in which every conjunct is tested as soon as its variables are
/// bound, and a variable that a conjunct equates with a bound term is not looped over at all.
/// </summary>
internal sealed class FormulaCompiler(StateShape shape, Expression data, Expression layout)
{
    private static readonly Expression No = Expression.Constant(false);

    /// <summary>A formula as an expression of type <see cref="bool"/>.</summary>
    public Expression Truth(Formula formula, ImmutableDictionary<Variable, Expression> scope) => formula switch
    {
        Literal literal => Expression.Constant(literal.Index == 1),
        Not not => Expression.Not(Truth(not.Operand, scope)),
        Junction { Kind: JunctionKind.And } and => Join(and.Operands, scope, Expression.AndAlso, true),
        Junction or => Join(or.Operands, scope, Expression.OrElse, false),
        Implication implies => Expression.OrElse(Expression.Not(Truth(implies.Premise, scope)), Truth(implies.Conclusion, scope)),
        Equality { Left.Sort.IsTruth: true } same => Expression.Equal(Truth(same.Left, scope), Truth(same.Right, scope)),
        Equality same => Expression.Equal(Term(same.Left, scope), Term(same.Right, scope)),
        Conditional choice => Expression.Condition(Truth(choice.Condition, scope), Truth(choice.Then, scope), Truth(choice.Otherwise, scope)),
        Quantified { Kind: QuantifierKind.Some } some => Exists(some.Variables, Conjuncts(some.Body), scope),
        Quantified all => Expression.Not(Exists(all.Variables, Conjuncts(Formulas.Negate(all.Body)), scope)),
        _ => Expression.NotEqual(Term(formula, scope), Expression.Constant(0)),
    };

    /// <summary>A term as an expression of type <see cref="int"/>.</summary>
    public Expression Term(Formula term, ImmutableDictionary<Variable, Expression> scope) => term switch
    {
        Variable variable => scope[variable],
        Literal literal => Expression.Constant(literal.Index),
        Application application => Expression.ArrayIndex(data, Place(application.Symbol, application.Arguments, scope)),
        Conditional { Sort.IsTruth: false } choice =>
            Expression.Condition(Truth(choice.Condition, scope), Term(choice.Then, scope), Term(choice.Otherwise, scope)),
        _ => Expression.Condition(Truth(term, scope), Expression.Constant(1), Expression.Constant(0)),
    };

    /// <summary>Where in the data the cell of a symbol is.</summary>
    public Expression Place(Symbol symbol, ImmutableArray<Formula> arguments, ImmutableDictionary<Variable, Expression> scope)
    {
        var at = shape.PlaceOf(symbol);
        Expression place = Number(at);
        for (var argument = 0; argument < arguments.Length; argument++)
        {
            var stride = Number(at + 1 + argument);
            place = Expression.Add(place, Expression.Multiply(Term(arguments[argument], scope), stride));
        }

        return place;
    }

    /// <summary>Makes a symbol false of all tuples that begin with these arguments.</summary>
    public Expression Clear(Symbol symbol, ImmutableArray<Formula> first, ImmutableDictionary<Variable, Expression> scope)
    {
        var length = first.IsEmpty
            ? Expression.Multiply(Number(shape.PlaceOf(symbol) + 1), Size(symbol.Arguments[0]))
            : (Expression)Number(shape.PlaceOf(symbol) + first.Length);
        var clear = typeof(Array).GetMethod(nameof(Array.Clear), [typeof(Array), typeof(int), typeof(int)])!;
        return Expression.Call(clear, data, Place(symbol, first, scope), length);
    }

    /// <summary>The value at a place of the data.</summary>
    public Expression At(Expression place) => Expression.ArrayIndex(data, place);

    /// <summary>Does something for every choice of elements.</summary>
    public Expression ForEach(ImmutableArray<Variable> variables, ImmutableDictionary<Variable, Expression> scope, Func<ImmutableDictionary<Variable, Expression>, Expression> body) =>
        Search([.. variables], [], scope, body);

    private static IEnumerable<Formula> Conjuncts(Formula formula) => formula switch
    {
        Junction { Kind: JunctionKind.And } and => and.Operands.SelectMany(Conjuncts),
        Not { Operand: Implication implies } => Conjuncts(implies.Premise).Concat(Conjuncts(Formulas.Negate(implies.Conclusion))),
        Not { Operand: Junction { Kind: JunctionKind.Or } or } => or.Operands.SelectMany(operand => Conjuncts(Formulas.Negate(operand))),
        Not { Operand: Not twice } => Conjuncts(twice.Operand),
        _ => [formula],
    };

    private Expression Join(ImmutableArray<Formula> operands, ImmutableDictionary<Variable, Expression> scope, Func<Expression, Expression, Expression> join, bool neutral) =>
        operands.Select(operand => Truth(operand, scope)).Aggregate(default(Expression), (all, next) => all is null ? next : join(all, next)) ?? Expression.Constant(neutral);

    private BlockExpression Exists(ImmutableArray<Variable> variables, IEnumerable<Formula> conjuncts, ImmutableDictionary<Variable, Expression> scope)
    {
        var found = Expression.Label(typeof(bool));
        var yes = Expression.Return(found, Expression.Constant(true));
        return Expression.Block(Search([.. variables], [.. conjuncts], scope, _ => yes), Expression.Label(found, No));
    }

    private Expression Search(
        ImmutableList<Variable> unbound, ImmutableList<Formula> conjuncts, ImmutableDictionary<Variable, Expression> scope,
        Func<ImmutableDictionary<Variable, Expression>, Expression> body)
    {
        var ready = conjuncts.Where(conjunct => !Mentions(conjunct, unbound)).ToList();
        var rest = conjuncts.RemoveAll(ready.Contains);
        var inner = unbound.IsEmpty ? body(scope) : Bind(unbound, rest, scope, body);
        if (ready.Count == 0) return inner;
        return Expression.IfThen(Join([.. ready], scope, Expression.AndAlso, true), inner);
    }

    private BlockExpression Bind(
        ImmutableList<Variable> unbound, ImmutableList<Formula> conjuncts, ImmutableDictionary<Variable, Expression> scope,
        Func<ImmutableDictionary<Variable, Expression>, Expression> body)
    {
        foreach (var conjunct in conjuncts.OfType<Equality>())
        {
            foreach (var (side, other) in new[] { (conjunct.Left, conjunct.Right), (conjunct.Right, conjunct.Left) })
            {
                if (side is not Variable given || !unbound.Contains(given) || given.Sort.IsTruth || Mentions(other, unbound)) continue;
                var value = Expression.Variable(typeof(int), given.Name);
                var then = Search(unbound.Remove(given), conjuncts.Remove(conjunct), scope.Add(given, value), body);
                return Expression.Block([value], Expression.Assign(value, Term(other, scope)), then);
            }
        }

        // First the variable whose binding makes the most conjuncts testable: a test that fails early saves the loops inside of it.
        var next = unbound.MaxBy(variable => conjuncts.Count(conjunct => !Mentions(conjunct, unbound.Remove(variable))))!;
        return Loop(next, scope, inside => Search(unbound.Remove(next), conjuncts, inside, body));
    }

    private BlockExpression Loop(Variable variable, ImmutableDictionary<Variable, Expression> scope, Func<ImmutableDictionary<Variable, Expression>, Expression> body)
    {
        var each = Expression.Variable(typeof(int), variable.Name);
        var end = Expression.Label();
        var size = Size(variable.Sort);
        return Expression.Block(
            [each],
            Expression.Assign(each, Expression.Constant(0)),
            Expression.Loop(
                Expression.IfThenElse(
                    Expression.LessThan(each, size),
                    Expression.Block(body(scope.Add(variable, each)), Expression.PreIncrementAssign(each)),
                    Expression.Break(end)),
                end));
    }

    private Expression Size(Sort sort) => sort.IsTruth ? Expression.Constant(2) : Number(shape.IndexOf(sort));

    private BinaryExpression Number(int at) => Expression.ArrayIndex(layout, Expression.Constant(at));

    private static bool Mentions(Formula formula, ImmutableList<Variable> variables) =>
        Formulas.Parts(formula).Any(part => part is Variable variable && variables.Contains(variable));
}
