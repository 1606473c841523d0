namespace Xvma.Proofs.Induction;

/// <summary>How an obligation ended.</summary>
public enum InductionVerdict
{
    /// <summary>It holds for any number of elements of every sort.</summary>
    Proved,

    /// <summary>There is a counterexample to induction: a state, not necessarily a reachable one, from which the claim is lost.</summary>
    Refuted,

    /// <summary>The solver gave up, in the time it had or at all. Never a pass.</summary>
    Inconclusive,
}
