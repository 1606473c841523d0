using System.Collections.Immutable;
using Tenet;

namespace Xvma.Proofs.Induction;

/// <summary>What has to be shown for a theory's invariants to hold in every reachable state, and its transition properties of every step.</summary>
public static class InductionObligations
{
    /// <summary>All of them: initiation, then action by action.</summary>
    public static ImmutableArray<InductionObligation> Of(Theory theory)
    {
        ArgumentNullException.ThrowIfNull(theory);
        return [.. Of(theory, null), .. theory.Actions.SelectMany(action => Of(theory, action))];
    }

    /// <summary>Those of one action; of none: those of the state at first.</summary>
    public static ImmutableArray<InductionObligation> Of(Theory theory, ActionRule? action)
    {
        ArgumentNullException.ThrowIfNull(theory);
        var keys = Keys(theory);
        if (action is null)
        {
            var initially = StateChange.ToInitial(theory);
            return [.. Invariants(theory).Select(property => Make($"{keys[property]}/initially", ObligationKind.Initiation, property, null, initially))];
        }

        var change = StateChange.By(action);
        var name = action.Name.Replace(' ', '-');
        return
        [
            .. Invariants(theory).Select(property => Make($"{keys[property]}/{name}", ObligationKind.Preservation, property, action, change)),
            .. theory.Of(PropertyKind.Transition).Select(property => Make($"{keys[property]}/{name}", ObligationKind.Step, property, action, change)),
        ];
    }

    /// <summary>The conjuncts of the inductive invariant: what is claimed of every state and what supports it.</summary>
    public static IEnumerable<Property> Invariants(Theory theory)
    {
        ArgumentNullException.ThrowIfNull(theory);
        return theory.Properties.Where(property => property.Kind is PropertyKind.Safety or PropertyKind.Supporting);
    }

    // A clause that one property states names it; else the property's own name is needed as well.
    private static Dictionary<Property, string> Keys(Theory theory)
    {
        var shared = theory.Properties.GroupBy(property => property.Clauses[0]).Where(group => group.Count() > 1).Select(group => group.Key).ToHashSet();
        return theory.Properties.ToDictionary(
            property => property,
            property => shared.Contains(property.Clauses[0]) ? $"{property.Clauses[0]}.{property.Name.Replace(' ', '-')}" : property.Clauses[0]);
    }

    private static InductionObligation Make(string id, ObligationKind kind, Property property, ActionRule? action, StateChange change)
    {
        if (kind == ObligationKind.Step)
        {
            var step = change.Across(property.Body);
            return new(id, kind, property, action, step) { IsTrivial = IsTrue(step) };
        }

        var isUntouched = action is not null && !Formulas.Symbols(property.Body).Any(change.Changes);
        var goal = isUntouched ? Literal.True : change.After(property.Body);
        return new(id, kind, property, action, goal) { IsTrivial = isUntouched || IsTrue(goal) };
    }

    private static bool IsTrue(Formula formula) => formula is Literal { Sort.IsTruth: true, Index: 1 };
}
