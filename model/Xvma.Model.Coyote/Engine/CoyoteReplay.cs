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

    /// <summary>The files that Coyote wrote of it; none unless they were asked for.</summary>
    public IReadOnlyList<string> Reports { get; init; } = [];

    /// <summary>
    /// The operations of the seam that the actors performed, in the order in which they took effect; empty unless the assemblies tell it
    /// (<see cref="RewrittenAssemblies.IsOrdered"/>).
    /// </summary>
    public IReadOnlyList<SeamOperation> Order { get; init; } = [];
}
