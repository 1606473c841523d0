using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Tenet.Diagrams;

/// <summary>
/// The states that one function to an enumeration goes through, and the actions that take it from one to another. Derived from guards and
/// updates: a transition is left out only when the guard excludes it, by itself or with what follows at once from invariants.
/// </summary>
/// <param name="Symbol">The function.</param>
/// <param name="Initial">Where it begins.</param>
/// <param name="Transitions">In the order of members, then of actions; none from a state to itself.</param>
public sealed record StateDiagram(Symbol Symbol, ImmutableArray<string> Initial, ImmutableArray<Transition> Transitions)
{
    /// <summary>Whether a symbol has a diagram: a part of the state with members to go through.</summary>
    public static bool CanShow(Symbol symbol)
    {
        ArgumentNullException.ThrowIfNull(symbol);
        return !symbol.IsRigid && symbol.Definition is null && symbol.Result is { IsEnumeration: true, IsTruth: false };
    }

    /// <summary>The diagram of a symbol.</summary>
    /// <exception cref="ArgumentException">It has none.</exception>
    public static StateDiagram Of(Theory theory, Symbol symbol)
    {
        ArgumentNullException.ThrowIfNull(theory);
        if (!CanShow(symbol)) throw new ArgumentException($"{symbol} is no part of the state with members to go through", nameof(symbol));
        var members = symbol.Result.Members;
        var steps =
            from action in theory.Actions
            from update in action.Updates
            where update.Symbol == symbol
            from step in Steps(theory, action, update)
            select step;
        return new(
            symbol,
            First(theory, symbol),
            [.. steps.Distinct().OrderBy(step => step.From).ThenBy(step => step.To).Select(step => new Transition(members[step.From], members[step.To], step.Action))]);
    }

    /// <summary>As a Mermaid state diagram, actions with their clauses beside the arrows; ends in a new line.</summary>
    public string ToMermaid()
    {
        var text = new StringBuilder("stateDiagram-v2\n");
        foreach (var member in Initial) text.Append(CultureInfo.InvariantCulture, $"    [*] --> {member}\n");
        foreach (var group in Transitions.GroupBy(transition => (transition.From, transition.To)))
        {
            var names = group.Select(transition => $"{transition.Action.Name} ({transition.Action.Clauses[0]})");
            text.Append(CultureInfo.InvariantCulture, $"    {group.Key.From} --> {group.Key.To} : {string.Join(", ", names)}\n");
        }

        return text.ToString();
    }

    private static IEnumerable<(int From, int To, ActionRule Action)> Steps(Theory theory, ActionRule action, Update update)
    {
        var members = update.Symbol.Result.Members.Length;
        var cell = new Application(update.Symbol, update.Indexes);
        var enabled = Formulas.Expand(action.Enabled);
        var value = Formulas.Expand(update.Value);
        var invariants = Instances.Of(theory, [.. action.Parameters, .. update.Each]);
        for (var from = 0; from < members; from++)
        {
            var known = new ThreeValued(cell, from);
            if (known.Of(enabled) == false) continue;
            known.Assume(enabled);
            if (!known.TryAssumeAll(invariants)) continue;
            foreach (var to in known.Values(value) ?? Enumerable.Range(0, members).ToHashSet())
            {
                if (to != from) yield return (from, to, action);
            }
        }
    }

    private static ImmutableArray<string> First(Theory theory, Symbol symbol)
    {
        var set = theory.Initial.FirstOrDefault(update => update.Symbol == symbol);
        if (set is null) return [symbol.Result.Members[0]];

        // Cells that the update does not name begin as the first member does.
        var cell = new Application(symbol, set.Indexes);
        var values = new ThreeValued(cell, 0).Values(Formulas.Expand(set.Value));
        var first = set.Each.Length < symbol.Arguments.Length ? [0] : Array.Empty<int>();
        return [.. first.Concat(values ?? Enumerable.Range(0, symbol.Result.Members.Length)).Distinct().Order().Select(member => symbol.Result.Members[member])];
    }
}
