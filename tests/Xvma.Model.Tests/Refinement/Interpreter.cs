using Tenet;
using Tenet.Evaluation;

namespace Xvma.Model.Tests.Refinement;

/// <summary>Says what formulas mean, as plainly as can be: the second opinion on the compiler of <see cref="CompiledAction"/>.</summary>
internal static class Interpreter
{
    public static bool Holds(Formula formula, TheoryState state, Dictionary<Variable, int> scope) => Value(formula, state, scope) != 0;

    public static int Value(Formula formula, TheoryState state, Dictionary<Variable, int> scope)
    {
        switch (formula)
        {
            case Variable variable: return scope[variable];
            case Literal literal: return literal.Index;
            case Application { Symbol.Definition: { } definition } defined:
                return Value(definition.Body, state, Bind(definition.Parameters, [.. defined.Arguments.Select(each => Value(each, state, scope))]));
            case Application application: return state.At(application.Symbol, [.. application.Arguments.Select(each => Value(each, state, scope))]);
            case Not not: return Holds(not.Operand, state, scope) ? 0 : 1;
            case Junction { Kind: JunctionKind.And } and: return and.Operands.All(each => Holds(each, state, scope)) ? 1 : 0;
            case Junction or: return or.Operands.Any(each => Holds(each, state, scope)) ? 1 : 0;
            case Implication implies: return !Holds(implies.Premise, state, scope) || Holds(implies.Conclusion, state, scope) ? 1 : 0;
            case Equality same: return Value(same.Left, state, scope) == Value(same.Right, state, scope) ? 1 : 0;
            case Conditional choice: return Value(Holds(choice.Condition, state, scope) ? choice.Then : choice.Otherwise, state, scope);
            case Quantified all when all.Kind == QuantifierKind.All: return Tuples(all.Variables, state).All(each => Holds(all.Body, state, Merge(scope, each))) ? 1 : 0;
            case Quantified some: return Tuples(some.Variables, state).Any(each => Holds(some.Body, state, Merge(scope, each))) ? 1 : 0;
            default: throw new ArgumentException($"{formula} has no meaning", nameof(formula));
        }
    }

    public static Dictionary<Variable, int> Bind(IReadOnlyList<Variable> variables, IReadOnlyList<int> values) =>
        variables.Zip(values).ToDictionary(pair => pair.First, pair => pair.Second);

    public static TheoryState Next(ActionRule rule, TheoryState state, Dictionary<Variable, int> scope)
    {
        var next = new TheoryState(state.Theory);
        next.CopyFrom(state);
        foreach (var update in rule.Updates)
        {
            foreach (var each in Tuples(update.Each, state))
            {
                var inside = Merge(scope, each);
                var at = update.Indexes.Select(index => Value(index, state, inside)).Concat(Enumerable.Repeat(0, 4)).ToArray();
                next[update.Symbol, at[0], at[1], at[2], at[3]] = Value(update.Value, state, inside);
            }
        }

        return next;
    }

    private static IEnumerable<Dictionary<Variable, int>> Tuples(IReadOnlyList<Variable> variables, TheoryState state)
    {
        IEnumerable<Dictionary<Variable, int>> tuples = [[]];
        foreach (var variable in variables)
            tuples = tuples.SelectMany(tuple => Enumerable.Range(0, state.SizeOf(variable.Sort)).Select(element => new Dictionary<Variable, int>(tuple) { [variable] = element }));
        return tuples;
    }

    private static Dictionary<Variable, int> Merge(Dictionary<Variable, int> outer, Dictionary<Variable, int> inner)
    {
        var merged = new Dictionary<Variable, int>(outer);
        foreach (var (variable, value) in inner) merged[variable] = value;
        return merged;
    }
}
