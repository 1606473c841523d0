namespace Xvma.Model.Coyote;

/// <summary>What became of a replay.</summary>
/// <param name="Outcome">Reproduced or not.</param>
/// <param name="Failure">The bug that came up, if one did.</param>
/// <param name="DivergedAtStep">At which step the execution left the trace, if it did.</param>
/// <param name="Reason">Why it counts as diverged, in Coyote's words, if it does.</param>
/// <param name="Log">What the actors and monitors did, one line an event.</param>
public sealed record CoyoteReplay(CoyoteReplayOutcome Outcome, CoyoteFailure? Failure, int? DivergedAtStep, string? Reason, string Log)
{
    /// <summary>The calls of the behaviours in the order they began and ended, one line each.</summary>
    public string Calls { get; init; } = "";
}
