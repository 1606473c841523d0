namespace Xvma.Model.Coyote;

/// <summary>What kind of bug Coyote found.</summary>
public enum CoyoteFailureKind
{
    /// <summary>A clause or invariant is broken.</summary>
    Safety,

    /// <summary>Every actor that is left waits for another; a lost wake-up shows as one too.</summary>
    Deadlock,

    /// <summary>An operation or fault has been under way for too long under a fair schedule.</summary>
    Liveness,

    /// <summary>A behaviour ended in an exception that no clause allows.</summary>
    UnhandledException,

    /// <summary>Nothing moved for long, in something Coyote does not control. Not a proof of a deadlock.</summary>
    Hang,
}
