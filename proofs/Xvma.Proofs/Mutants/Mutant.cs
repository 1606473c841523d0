using Xvma.Proofs.Il;
using Xvma.Proofs.Smt;

namespace Xvma.Proofs;

/// <summary>Production code with a mistake in it that a lemma must notice: the lemma's negative control.</summary>
/// <param name="Lemma">The lemma.</param>
/// <param name="Description">The mistake, and what it leads to.</param>
/// <param name="Code">The code with the mistake.</param>
public sealed record Mutant(Lemma Lemma, string Description, AlteredCode Code)
{
    /// <summary>Tries to prove the lemma of the mutant, which should be refuted.</summary>
    public ProofResult Prove(ISolver solver, TimeSpan? timeout = null)
    {
        ArgumentNullException.ThrowIfNull(Lemma);
        return Lemma.Prove(solver, Code, timeout);
    }

    /// <summary>Whether a counterexample is one: run, the formula is false of it with the mistake, and true without.</summary>
    public bool IsToldApartBy(Counterexample counterexample)
    {
        ArgumentNullException.ThrowIfNull(counterexample);
        return !Lemma.HoldsFor(counterexample.Values, Code) && Lemma.HoldsFor(counterexample.Values);
    }

    /// <summary>Lemma and mistake.</summary>
    public override string ToString() => $"{Lemma.Id}, {Description}";
}
