namespace Braid;

/// <summary>In what way an execution went wrong.</summary>
public enum FailureKind
{
    /// <summary>A <see cref="Violation"/> was thrown by a body or an invariant.</summary>
    Safety,

    /// <summary>An assertion of a test framework failed.</summary>
    Assertion,

    /// <summary>Nobody can move and somebody waits for a lock.</summary>
    Deadlock,

    /// <summary>Nobody can move and somebody sleeps: the wake-up came too early or never.</summary>
    LostWakeup,

    /// <summary>A body ended in an exception that is not a <see cref="Violation"/>.</summary>
    UnhandledException,

    /// <summary>The step bound was reached, or somebody spins for what nobody is left to change.</summary>
    NonTermination,

    /// <summary>An <see cref="Obligation"/> is never met, or a fair schedule goes round in a loop.</summary>
    Liveness,

    /// <summary>The program has shared state outside of cells, so that its executions cannot be repeated.</summary>
    RuleBroken,
}
