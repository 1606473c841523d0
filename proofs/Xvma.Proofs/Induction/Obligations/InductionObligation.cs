using System.Collections.Immutable;
using Tenet;

namespace Xvma.Proofs.Induction;

/// <summary>One step of the induction: from the premises the goal follows, for any number of elements of every sort.</summary>
/// <param name="Id">Its name, which changes only with its rules: <c>INV-2/dropin</c>.</param>
/// <param name="Kind">What it asks.</param>
/// <param name="Property">What is claimed.</param>
/// <param name="Action">What happens; null at first.</param>
/// <param name="Goal">The claim about the state after, said of the state before; its free variables are the action's parameters and the property's.</param>
public sealed record InductionObligation(string Id, ObligationKind Kind, Property Property, ActionRule? Action, Formula Goal)
{
    /// <summary>Whether the action touches nothing that the claim speaks of, or the goal is true as it stands: nothing is left to ask a solver.</summary>
    public bool IsTrivial { get; init; }

    /// <summary>The parameters of the action; none at first.</summary>
    public ImmutableArray<Variable> ActionParameters => Action?.Parameters ?? [];
}
