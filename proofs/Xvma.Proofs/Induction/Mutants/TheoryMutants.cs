using System.Collections.Immutable;
using Tenet;

namespace Xvma.Proofs.Induction;

/// <summary>Edits that a theory's proofs should notice: whatever an action asks or does is left out, one thing at a time.</summary>
public static class TheoryMutants
{
    /// <summary>Every conjunct of every guard dropped, every refusal, every update, every part of an updated value.</summary>
    public static IEnumerable<TheoryMutant> Of(Theory theory)
    {
        ArgumentNullException.ThrowIfNull(theory);
        foreach (var action in theory.Actions)
        {
            foreach (var mutant in Guards(theory, action).Concat(Refusals(theory, action)).Concat(Updates(theory, action))) yield return mutant;
        }

        foreach (var update in theory.Initial)
            yield return new($"at first: {update.Symbol} not set", null, theory with { Initial = theory.Initial.Remove(update) }, null);
    }

    /// <summary>The theory with an action edited.</summary>
    public static TheoryMutant Edit(Theory theory, ActionRule action, string what, ActionRule edited, Formula? dropped = null)
    {
        ArgumentNullException.ThrowIfNull(theory);
        ArgumentNullException.ThrowIfNull(action);
        return new($"{action.Title}: {what}", action, theory with { Actions = theory.Actions.Replace(action, edited) }, dropped);
    }

    private static IEnumerable<TheoryMutant> Guards(Theory theory, ActionRule action)
    {
        var conjuncts = Conjuncts(action.Guard);
        return conjuncts.Where(conjunct => conjunct is not Literal).Select(conjunct => Edit(
            theory, action, $"guard without {conjunct}", action with { Guard = Formulas.And([.. conjuncts.Remove(conjunct)]) }, conjunct));
    }

    private static IEnumerable<TheoryMutant> Refusals(Theory theory, ActionRule action) => action.Refusals.Select(refusal => Edit(
        theory, action, $"not refused with {refusal.Error.Name} if {refusal.When}", action with { Refusals = action.Refusals.Remove(refusal) }, Formulas.Negate(refusal.When)));

    private static IEnumerable<TheoryMutant> Updates(Theory theory, ActionRule action)
    {
        foreach (var update in action.Updates)
        {
            if (action.Updates.Length > 1) yield return Edit(theory, action, $"{update.Symbol} not set", action with { Updates = action.Updates.Remove(update) });
            if (update.Value is not Junction { Operands.Length: > 1 } value) continue;
            foreach (var operand in value.Operands)
            {
                var weaker = value.Kind == JunctionKind.And ? Formulas.And([.. value.Operands.Remove(operand)]) : Formulas.Or([.. value.Operands.Remove(operand)]);
                yield return Edit(theory, action, $"{update.Symbol} set without {operand}", action with { Updates = action.Updates.Replace(update, update with { Value = weaker }) });
            }
        }
    }

    private static ImmutableArray<Formula> Conjuncts(Formula formula) => formula is Junction { Kind: JunctionKind.And } and ? and.Operands : [formula];
}
