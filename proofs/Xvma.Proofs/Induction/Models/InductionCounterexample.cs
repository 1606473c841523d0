using System.Collections.Immutable;
using Tenet;

namespace Xvma.Proofs.Induction;

/// <summary>A state in which all invariants hold, an action, and the state after it, in which one does not.</summary>
public sealed class InductionCounterexample
{
    internal InductionCounterexample(Theory theory, InductionObligation obligation, Structure found)
    {
        Theory = theory;
        Obligation = obligation;
        var renumbered = found.Renumbered(obligation.ActionParameters.Concat(obligation.Property.Parameters));
        Before = obligation.Action is null ? renumbered.Emptied(theory) : renumbered;
        After = Before.After(obligation.Action?.Updates ?? theory.Initial);
        Flaw = FindFlaw();
    }

    /// <summary>What it refutes.</summary>
    public InductionObligation Obligation { get; }

    internal Theory Theory { get; }

    internal Structure Before { get; }

    internal Structure After { get; }

    /// <summary>Why it is none, by evaluation of the theory's own formulas; null when it is one.</summary>
    internal string? Flaw { get; }

    /// <inheritdoc/>
    public override string ToString() => CounterexampleText.Of(this);

    private string? FindFlaw()
    {
        var assumed = Theory.Of(PropertyKind.Axiom).Concat(Obligation.Action is null ? [] : InductionObligations.Invariants(Theory));
        if (assumed.FirstOrDefault(property => !Before.Holds(property.Closed)) is { } broken) return $"{broken.Title} does not hold before";
        if (Obligation.Action is { } action && !Before.Holds(action.Enabled)) return $"{action.Title} is not enabled";
        var body = Formulas.Expand(Obligation.Property.Body);
        var value = Obligation.Kind == ObligationKind.Step
            ? Before.Value(body, ImmutableDictionary<Variable, int>.Empty, After)
            : After.Value(body, ImmutableDictionary<Variable, int>.Empty);
        return value == 0 ? null : $"{Obligation.Property.Title} holds";
    }
}
