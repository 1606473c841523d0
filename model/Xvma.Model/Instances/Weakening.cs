using System.Collections.Immutable;
using Tenet;

namespace Xvma.Model.Instances;

/// <summary>Takes a rule's protection out of a theory: an exploration of the rest must find what it protects from.</summary>
internal static class Weakening
{
    /// <summary>Without the conditions of an action's guard that speak of a symbol.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static Theory WithoutCondition(this Theory theory, string action, Symbol symbol)
    {
        var rule = theory.Action(action);
        var conditions = rule.Guard is Junction { Kind: JunctionKind.And } and ? and.Operands : [rule.Guard];
        var kept = conditions.RemoveAll(condition => Formulas.Symbols(condition).Contains(symbol));
        if (kept.Length == conditions.Length) throw new ArgumentException($"no condition of {action} speaks of {symbol}", nameof(symbol));
        return theory.With(rule with { Guard = Formulas.And([.. kept]) });
    }

    /// <summary>Without one refusal of an action.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static Theory WithoutRefusal(this Theory theory, string action, string error)
    {
        var rule = theory.Action(action);
        var kept = rule.Refusals.RemoveAll(refusal => refusal.Error.Name == error);
        if (kept.Length == rule.Refusals.Length) throw new ArgumentException($"{action} does not refuse with {error}", nameof(error));
        return theory.With(rule with { Refusals = kept });
    }

    /// <summary>Without one of the changes an action makes.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static Theory WithoutChange(this Theory theory, string action, Symbol symbol)
    {
        var rule = theory.Action(action);
        var kept = rule.Updates.RemoveAll(update => update.Symbol == symbol);
        if (kept.Length == rule.Updates.Length) throw new ArgumentException($"{action} does not change {symbol}", nameof(symbol));
        return theory.With(rule with { Updates = kept });
    }

    private static Theory With(this Theory theory, ActionRule changed) =>
        theory with { Actions = [.. theory.Actions.Select(action => action.Name == changed.Name ? changed : action)] };
}
