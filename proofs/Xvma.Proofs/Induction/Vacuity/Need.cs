using Tenet;

namespace Xvma.Proofs.Induction;

/// <summary>What needs a property: an obligation that fails without it.</summary>
/// <param name="Property">What is assumed: an axiom or an invariant.</param>
/// <param name="By">An obligation of another property, or of a claim itself, that fails without it; null when there is none.</param>
/// <param name="IsKnown">Whether no obligation was left open on the way.</param>
public sealed record Need(Property Property, InductionObligation? By, bool IsKnown)
{
    /// <summary>Whether it has its place: a claim as a claim; anything else because the others are not inductive without it.</summary>
    public bool IsNeeded => By is not null || Property.Kind == PropertyKind.Safety;
}
