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
    /// <summary>Under which memory model, <c>SC</c> or <c>TSO</c>; <c>SC+TSO</c> for both together; null where the engine does not tell.</summary>
    public string? Memory { get; init; }

    /// <summary>How much sampling has seen, where there was any.</summary>
    public CoverageReport? Sampled { get; init; }

    /// <summary>How many schedules were searched systematically before sampling; null when there was only one of the two.</summary>
    public long? Searched { get; init; }

    /// <summary>Whether the bound on memory ended the search, and not the time.</summary>
    public bool IsFull { get; init; }

    /// <summary>The share that was seen before the budget was spent, in words; null when nothing can be said.</summary>
    public string? Seen { get; init; }

    /// <summary>Of the bounds, those that are this scenario's own.</summary>
    internal string OwnBounds { get; init; } = Bounds;

    /// <summary>The verdict as the table shows it.</summary>
    internal string Short => Verdict == "bug" ? Verdict : $"{Verdict}{(Verdict != "inconclusive" ? "" : IsFull ? ": memory bound reached" : ": budget")}{(Seen is null ? "" : $" ({Seen})")}{(Memory is null ? "" : " " + Memory)}, {OwnBounds}";

    /// <summary>The rows of one scenario as one: what they took together, and the verdict of the first that is not as good as the others.</summary>
    internal static ScenarioRow Together(IReadOnlyList<ScenarioRow> rows)
    {
        if (rows is [var only]) return only;
        var worst = rows.FirstOrDefault(row => row.Verdict == "bug") ?? rows.FirstOrDefault(row => row.Verdict == "inconclusive");
        return (worst ?? rows[0]) with
        {
            Schedules = rows.Sum(row => row.Schedules),
            Traces = rows.Sum(row => row.Traces),
            Seconds = rows.Sum(row => row.Seconds),
            Memory = worst?.Memory ?? string.Join('+', rows.Select(row => row.Memory)),
        };
    }
}
