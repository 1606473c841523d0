namespace Xvma.Cli;

/// <summary>What one engine said of one scenario.</summary>
/// <param name="Scenario">Its name.</param>
/// <param name="Engine">Which engine.</param>
/// <param name="Schedules">Schedules run.</param>
/// <param name="Traces">Executions that differ by more than the order of independent steps; null where the engine does not tell.</param>
/// <param name="Verdict">In a word: exhausted, bug, inconclusive.</param>
/// <param name="Bounds">Within which bounds.</param>
/// <param name="Seconds">Time taken.</param>
/// <param name="ExitCode">The exit code of a run that did only this.</param>
/// <param name="Replay">Where the schedule of a failure was saved.</param>
internal sealed record ScenarioRow(
    string Scenario, string Engine, long Schedules, long? Traces, string Verdict, string Bounds, double Seconds, int ExitCode, string? Replay = null)
{
    /// <summary>Of the bounds, those that are this scenario's own.</summary>
    internal string OwnBounds { get; init; } = Bounds;

    /// <summary>The verdict as the table shows it.</summary>
    internal string Short => Verdict == "bug" ? Verdict : $"{Verdict}{(Verdict == "inconclusive" ? ": budget" : "")}, {OwnBounds}";
}
