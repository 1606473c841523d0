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
    private const string CommonBound = "SC, at most ";

    /// <summary>The bounds that are the same for all scenarios, which the table says once.</summary>
    internal string? Steps => Bounds.IndexOf(CommonBound, StringComparison.Ordinal) is >= 0 and var at ? Bounds[at..] : null;

    /// <summary>The verdict as the table shows it.</summary>
    internal string Short => Verdict == "bug" ? Verdict : $"{Verdict}{(Verdict == "inconclusive" ? ": budget" : "")}, {(Steps is null ? Bounds : Bounds[..^(Steps.Length + 2)])}";
}
