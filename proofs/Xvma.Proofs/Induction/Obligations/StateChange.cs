using System.Collections.Immutable;
using Tenet;

namespace Xvma.Proofs.Induction;

/// <summary>
/// Formulas about the state after a change, said of the state before it: Dijkstra's weakest precondition. The frame costs nothing, since
/// what does not change has the same symbol before and after.
/// </summary>
internal sealed class StateChange
{
    private readonly ImmutableDictionary<Symbol, Update> updates;
    private readonly bool isInitial;

    private StateChange(IEnumerable<Update> updates, bool isInitial)
    {
        this.isInitial = isInitial;
        var expanded = updates.Select(update => update with
        {
            Indexes = [.. update.Indexes.Select(Formulas.Expand)],
            Value = Formulas.Expand(update.Value),
        });
        this.updates = expanded.ToImmutableDictionary(update => update.Symbol);
    }

    /// <summary>The change by an action.</summary>
    public static StateChange By(ActionRule action) => new(action.Updates, isInitial: false);

    /// <summary>
    /// From nothing to the state at first: relations false, functions into enumerations their first member, unless set; functions into
    /// other sorts are whatever they are.
    /// </summary>
    public static StateChange ToInitial(Theory theory) => new(theory.Initial, isInitial: true);

    /// <summary>Whether it changes a symbol.</summary>
    public bool Changes(Symbol symbol) => isInitial ? !symbol.IsRigid : updates.ContainsKey(symbol);

    /// <summary>An invariant's formula, of the state after the change.</summary>
    public Formula After(Formula formula) => Rewrite(Formulas.Prime(formula));

    /// <summary>A transition property's formula: what it says of the state after is said of the state before.</summary>
    public Formula Across(Formula formula) => Rewrite(Formulas.Expand(formula));

    private Formula Rewrite(Formula formula) => formula switch
    {
        Application application => Value(application, [.. application.Arguments.Select(Rewrite)]),
        Not not => Formulas.Negate(Rewrite(not.Operand)),
        Junction { Kind: JunctionKind.And } and => Formulas.And([.. and.Operands.Select(Rewrite)]),
        Junction or => Formulas.Or([.. or.Operands.Select(Rewrite)]),
        Implication implication => Simplest.Implies(Rewrite(implication.Premise), Rewrite(implication.Conclusion)),
        Equality equality => Simplest.Equal(Rewrite(equality.Left), Rewrite(equality.Right)),
        Conditional choice => Simplest.If(Rewrite(choice.Condition), Rewrite(choice.Then), Rewrite(choice.Otherwise)),
        Quantified quantified => Simplest.Quantify(quantified.Kind, quantified.Variables, Rewrite(quantified.Body)),
        _ => formula,
    };

    private Formula Value(Application application, ImmutableArray<Formula> arguments)
    {
        var symbol = application.Symbol;
        if (!application.IsPrimed) return new Application(symbol, arguments);
        var before = Before(symbol, arguments);
        if (!updates.TryGetValue(symbol, out var update)) return before;

        var conditions = new List<Formula>();
        var each = new List<KeyValuePair<Variable, Formula>>();
        foreach (var (index, argument) in update.Indexes.Zip(arguments))
        {
            if (index is Variable variable && update.Each.Contains(variable)) each.Add(new(variable, argument));
            else conditions.Add(Simplest.Equal(argument, index));
        }

        var value = Formulas.Substitute(update.Value, each);
        return Simplest.If(Formulas.And([.. conditions]), isInitial ? FromNothing(value) : value, before);
    }

    private Formula Before(Symbol symbol, ImmutableArray<Formula> arguments)
    {
        if (!isInitial || symbol.IsRigid || !symbol.Result.IsEnumeration) return new Application(symbol, arguments);
        return symbol.Result.IsTruth ? Literal.False : new Literal(symbol.Result, 0);
    }

    // The state at first is a change of the empty state: what it reads of the state is empty.
    private static Formula FromNothing(Formula value) => EmptyState.Rewrite(Formulas.Prime(value));

    private static StateChange EmptyState { get; } = new([], isInitial: true);
}
