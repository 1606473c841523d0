using System.Collections.Immutable;
using System.Linq.Expressions;

namespace Tenet.Evaluation;

/// <summary>An action that can be asked about, and taken, in a <see cref="TheoryState"/>. Its arguments are numbers, as many as it has parameters.</summary>
public sealed class CompiledAction
{
    private readonly Func<int[], int[], int[], bool> guard;
    private readonly Func<int[], int[], int[], int> refusal;
    private readonly Action<TheoryState, int[], int[], int[]> updates;
    private readonly ImmutableArray<Lazy<Func<int[], int[], int[], bool>>> conjuncts;

    internal CompiledAction(ActionRule rule, StateShape shape)
    {
        Rule = rule;
        var whole = Formulas.Expand(rule.Guard);
        Conjuncts = rule.Guard is Junction { Kind: JunctionKind.And } and ? and.Operands : [rule.Guard];
        guard = Compile<Func<int[], int[], int[], bool>>(shape, (compiler, scope, _) => compiler.Truth(whole, scope));
        conjuncts = [.. Conjuncts.Select(conjunct => new Lazy<Func<int[], int[], int[], bool>>(
            () => Compile<Func<int[], int[], int[], bool>>(shape, (compiler, scope, _) => compiler.Truth(Formulas.Expand(conjunct), scope))))];
        refusal = Compile<Func<int[], int[], int[], int>>(shape, Refusals);
        updates = Compile<Action<TheoryState, int[], int[], int[]>>(shape, Updates);
    }

    /// <summary>The action as the theory states it.</summary>
    public ActionRule Rule { get; }

    /// <summary>What its guard is made of.</summary>
    public ImmutableArray<Formula> Conjuncts { get; }

    /// <summary>Whether it can happen: the guard holds.</summary>
    public bool IsPossible(TheoryState state, int[] arguments) => guard(state.Data, state.Layout, arguments);

    /// <summary>The first part of the guard that does not hold, as an index into <see cref="Conjuncts"/>; −1 when all do.</summary>
    public int FirstFailing(TheoryState state, int[] arguments)
    {
        for (var at = 0; at < conjuncts.Length; at++)
        {
            if (!conjuncts[at].Value(state.Data, state.Layout, arguments)) return at;
        }

        return -1;
    }

    /// <summary>The refusal it answers, as an index into the refusals of <see cref="Rule"/>; −1 for none.</summary>
    public int RefusalIn(TheoryState state, int[] arguments) => refusal(state.Data, state.Layout, arguments);

    /// <summary>Takes the step, if it answers no refusal and its guard holds.</summary>
    /// <returns>Whether it did.</returns>
    public bool TryApply(TheoryState state, int[] arguments)
    {
        if (!IsPossible(state, arguments) || RefusalIn(state, arguments) >= 0) return false;
        ApplyAnyway(state, arguments);
        return true;
    }

    /// <summary>Makes the changes of the step, whether it can happen or not: to show what it would have done.</summary>
    public void ApplyAnyway(TheoryState state, int[] arguments)
    {
        ArgumentNullException.ThrowIfNull(state);
        updates(state, state.Data, state.Layout, arguments);
        state.Commit();
    }

    private Expression Refusals(FormulaCompiler compiler, ImmutableDictionary<Variable, Expression> scope, Expression? state)
    {
        Expression answer = Expression.Constant(-1);
        for (var at = Rule.Refusals.Length - 1; at >= 0; at--)
            answer = Expression.Condition(compiler.Truth(Formulas.Expand(Rule.Refusals[at].When), scope), Expression.Constant(at), answer);
        return answer;
    }

    private BlockExpression Updates(FormulaCompiler compiler, ImmutableDictionary<Variable, Expression> scope, Expression? state)
    {
        var write = typeof(TheoryState).GetMethod(nameof(TheoryState.Write), System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic)!;
        Expression Change(Update update, ImmutableDictionary<Variable, Expression> inside)
        {
            var place = Expression.Variable(typeof(int), "place");
            var value = Expression.Variable(typeof(int), "value");
            return Expression.Block(
                [place, value],
                Expression.Assign(place, compiler.Place(update.Symbol, update.Indexes, inside)),
                Expression.Assign(value, compiler.Term(Formulas.Expand(update.Value), inside)),
                Expression.IfThen(Expression.NotEqual(value, compiler.At(place)), Expression.Call(state!, write, place, value)));
        }

        // What is cleared as a block comes last: until then all values are those before the step.
        return Expression.Block(
        [
            .. Rule.Updates.Where(update => !IsBlock(update)).Select(update => compiler.ForEach(update.Each, scope, inside => Change(update, inside))),
            .. Rule.Updates.Where(IsBlock).Select(update => compiler.Clear(update.Symbol, update.Indexes[..^update.Each.Length], scope)),
            Expression.Empty(),
        ]);
    }

    /// <summary>Whether the cells lie side by side and become false: the arguments that are not given are the last ones, all of them.</summary>
    private static bool IsBlock(Update update) => !update.Each.IsEmpty && update.Value is Literal { Sort.IsTruth: true, Index: 0 }
        && update.Each.Index().All(each => ReferenceEquals(update.Indexes[^(update.Each.Length - each.Index)], each.Item));

    private T Compile<T>(StateShape shape, Func<FormulaCompiler, ImmutableDictionary<Variable, Expression>, Expression?, Expression> body)
        where T : Delegate
    {
        var takesState = typeof(T).GetGenericArguments()[0] == typeof(TheoryState);
        var state = Expression.Parameter(typeof(TheoryState), "state");
        ParameterExpression data = Expression.Parameter(typeof(int[]), "data"), layout = Expression.Parameter(typeof(int[]), "layout"), arguments = Expression.Parameter(typeof(int[]), "arguments");
        var scope = ImmutableDictionary<Variable, Expression>.Empty;
        for (var at = 0; at < Rule.Parameters.Length; at++) scope = scope.Add(Rule.Parameters[at], Expression.ArrayIndex(arguments, Expression.Constant(at)));
        var expression = body(new(shape, data, layout), scope, takesState ? state : null);
        return Expression.Lambda<T>(expression, takesState ? [state, data, layout, arguments] : [data, layout, arguments]).Compile();
    }
}
