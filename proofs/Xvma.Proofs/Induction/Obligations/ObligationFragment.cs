using System.Collections.Immutable;
using Tenet;

namespace Xvma.Proofs.Induction;

/// <summary>Whether what an obligation asks a solver is decidable: see <see cref="DecidableFragment"/>.</summary>
public static class ObligationFragment
{
    /// <summary>A shortest cycle of sorts in everything that the obligation asserts; empty when it is decidable.</summary>
    public static ImmutableArray<SortEdge> Cycle(Theory theory, InductionObligation obligation)
    {
        ArgumentNullException.ThrowIfNull(theory);
        ArgumentNullException.ThrowIfNull(obligation);
        var asserted = theory.Of(PropertyKind.Axiom).Select(property => ($"{property.Title}, assumed", property.Closed)).ToList();
        if (obligation.Action is { } action)
        {
            asserted.AddRange(InductionObligations.Invariants(theory).Select(property => ($"{property.Title}, assumed", property.Closed)));
            asserted.Add(($"{action.Title}, enabled", action.Enabled));
        }

        asserted.Add(($"{obligation.Property.Title}, denied after", Formulas.Negate(obligation.Goal)));
        return DecidableFragment.Cycle(DecidableFragment.Edges(theory.Symbols, asserted));
    }
}
