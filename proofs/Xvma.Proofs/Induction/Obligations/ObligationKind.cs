namespace Xvma.Proofs.Induction;

/// <summary>What an obligation of the induction asks.</summary>
public enum ObligationKind
{
    /// <summary>An invariant holds at first.</summary>
    Initiation,

    /// <summary>An invariant holds after an action if all of them held before.</summary>
    Preservation,

    /// <summary>A transition property holds of an action from wherever the invariants hold.</summary>
    Step,
}
