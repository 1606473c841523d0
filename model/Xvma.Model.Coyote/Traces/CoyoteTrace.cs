namespace Xvma.Model.Coyote;

/// <summary>What replays a bug that Coyote found.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="KnownBug">The known bug that was built in, or null for production code.</param>
/// <param name="Engine">The engine and its version.</param>
/// <param name="Failure">The bug.</param>
/// <param name="Text">Coyote's own reproducible trace (JSON).</param>
public sealed record CoyoteTrace(string Scenario, string? KnownBug, string Engine, CoyoteFailure Failure, string Text)
{
    /// <summary>The scenario, and the known bug if there is one.</summary>
    public string Subject => KnownBug is null ? $"scenario '{Scenario}'" : $"scenario '{Scenario}' with known bug '{KnownBug}'";
}
