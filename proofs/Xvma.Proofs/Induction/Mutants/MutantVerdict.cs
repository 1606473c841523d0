namespace Xvma.Proofs.Induction;

/// <summary>What became of a mutant.</summary>
public enum MutantVerdict
{
    /// <summary>An obligation fails, with a counterexample.</summary>
    Refuted,

    /// <summary>It is the same theory wherever the invariants hold: nothing could notice.</summary>
    Equivalent,

    /// <summary>Another theory, whose invariants are inductive all the same.</summary>
    Survives,

    /// <summary>The solver gave up.</summary>
    Inconclusive,
}
