using Xvma.Proofs.Smt;

namespace Xvma.Proofs;

/// <summary>Something the chapters of the specification rely on (<c>lemma L4</c>), proved part by part.</summary>
/// <param name="Id">Its name, which never changes.</param>
/// <param name="Statement">What it says, in a sentence.</param>
/// <param name="Obligations">Its parts; it is proved if each of them is.</param>
public sealed record Lemma(string Id, string Statement, IReadOnlyList<Obligation> Obligations)
{
    /// <summary>The clauses of the specification it is about.</summary>
    public IReadOnlyList<string> Clause { get; } = [.. Obligations.SelectMany(obligation => obligation.Clause).Distinct()];

    /// <summary>Proves every part, or says why the first that is not proved is not.</summary>
    /// <param name="solver">Who is asked.</param>
    /// <param name="timeout">How long one question may take; <see cref="Obligation.DefaultTimeout"/> unless told otherwise.</param>
    public ProofResult Prove(ISolver solver, TimeSpan? timeout = null)
    {
        foreach (var obligation in Obligations)
        {
            var result = obligation.Prove(solver, timeout);
            if (result.Verdict == ProofVerdict.SolverMissing)
                return result;
            if (!result.IsProved)
                return result with { Reason = $"{obligation.Id} {result.Reason}".Trim() };
        }

        return new ProofResult(ProofVerdict.Proved);
    }

    /// <summary>Id and statement.</summary>
    public override string ToString() => $"{Id}: {Statement}";
}
