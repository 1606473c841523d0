using Xvma.Proofs.Il;
using Xvma.Proofs.Smt;

namespace Xvma.Proofs;

/// <summary>Production code with a mistake in it that a part of a lemma must notice: its negative control.</summary>
/// <param name="Obligation">What must notice.</param>
/// <param name="Description">The mistake, and what it leads to.</param>
/// <param name="Code">The code with the mistake.</param>
public sealed record Mutant(Obligation Obligation, string Description, AlteredCode Code)
{
    /// <summary>Tries to prove the obligation of the mutant, which should be refuted.</summary>
    public ProofResult Prove(ISolver solver, TimeSpan? timeout = null)
    {
        ArgumentNullException.ThrowIfNull(Obligation);
        return Obligation.Prove(solver, Code, timeout);
    }

    /// <summary>Whether a counterexample is one: run, the formula is false of it with the mistake, and true without.</summary>
    public bool IsToldApartBy(Counterexample counterexample)
    {
        ArgumentNullException.ThrowIfNull(counterexample);
        return !Obligation.HoldsFor(counterexample.Values, Code) && Obligation.HoldsFor(counterexample.Values);
    }

    /// <summary>Obligation and mistake.</summary>
    public override string ToString() => $"{Obligation.Id}, {Description}";
}
