namespace Xvma.Proofs.Induction;

/// <summary>How an obligation ended.</summary>
/// <param name="Obligation">Which.</param>
/// <param name="Verdict">In one word.</param>
/// <param name="Time">How long it took, to prove or to make the counterexample small.</param>
/// <param name="Counterexample">If refuted.</param>
/// <param name="Reason">If inconclusive: why.</param>
public sealed record InductionResult(
    InductionObligation Obligation, InductionVerdict Verdict, TimeSpan Time, InductionCounterexample? Counterexample = null, string Reason = "")
{
    /// <summary>Whether it was proved: nothing else is a pass.</summary>
    public bool IsProved => Verdict == InductionVerdict.Proved;
}
