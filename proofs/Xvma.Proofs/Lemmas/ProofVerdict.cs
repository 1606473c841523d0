namespace Xvma.Proofs;

/// <summary>How an attempt to prove something ended.</summary>
public enum ProofVerdict
{
    /// <summary>It holds for all values, and its premise holds for some.</summary>
    Proved,

    /// <summary>It does not: there is a counterexample.</summary>
    Refuted,

    /// <summary>Its premise never holds: it says nothing, and counts as a failure.</summary>
    Vacuous,

    /// <summary>The solver gave up, in the time it had or at all. Never a pass.</summary>
    Unknown,

    /// <summary>There is no solver. Never a pass.</summary>
    SolverMissing,
}
