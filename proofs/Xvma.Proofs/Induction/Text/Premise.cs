using Tenet;

namespace Xvma.Proofs.Induction;

/// <summary>Something an obligation assumes: a property of the state before, or a conjunct of what enables the action.</summary>
/// <param name="Property">The property; null for a conjunct.</param>
/// <param name="Conjunct">The position of the conjunct; -1 for a property.</param>
internal sealed record Premise(Property? Property, int Conjunct);
