namespace Xvma.Proofs.Induction;

/// <summary>What became of a mutant.</summary>
/// <param name="Mutant">Which.</param>
/// <param name="Verdict">In one word.</param>
/// <param name="By">If refuted: the obligation that fails.</param>
/// <param name="Counterexample">If refuted: how.</param>
public sealed record MutantResult(TheoryMutant Mutant, MutantVerdict Verdict, InductionObligation? By = null, InductionCounterexample? Counterexample = null);
