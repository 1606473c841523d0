namespace Xvma.Proofs.Smt;

/// <summary>What a solver said, in one word.</summary>
public enum SolverAnswerKind
{
    /// <summary>There are no such values.</summary>
    Unsatisfiable,

    /// <summary>There are such values.</summary>
    Satisfiable,

    /// <summary>It could not tell, in the time it had or at all: never a pass.</summary>
    Unknown,

    /// <summary>There is no solver.</summary>
    Missing,
}
