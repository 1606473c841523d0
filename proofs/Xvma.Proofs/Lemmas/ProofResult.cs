namespace Xvma.Proofs;

/// <summary>How an attempt to prove something ended.</summary>
/// <param name="Verdict">In one word.</param>
/// <param name="Reason">
/// Why, where the verdict alone does not say it: what the solver said, what to install, or which part of a lemma it was.
/// </param>
/// <param name="Counterexample">If refuted: the values under which the formula is false.</param>
public sealed record ProofResult(ProofVerdict Verdict, string Reason = "", Counterexample? Counterexample = null)
{
    /// <summary>Whether it was proved: nothing else is a pass.</summary>
    public bool IsProved => Verdict == ProofVerdict.Proved;

    /// <summary>Verdict and reason or counterexample, in one line.</summary>
    public override string ToString() => Verdict switch
    {
        ProofVerdict.Proved => "proved",
        ProofVerdict.Refuted => $"refuted: {(Reason.Length == 0 ? "" : Reason + ", ")}{Counterexample}",
        ProofVerdict.Vacuous => "vacuous: its premise never holds",
        ProofVerdict.SolverMissing => $"not tried: {Reason}",
        _ => $"unknown: {Reason}",
    };
}
