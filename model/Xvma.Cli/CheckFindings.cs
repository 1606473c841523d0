using Braid;
using Xvma.Model;

namespace Xvma.Cli;

/// <summary>A whole check as SARIF: what was found is an error with its code flow, what was not covered is open, a known bug that was found is a pass.</summary>
internal static class CheckFindings
{
    private static readonly SarifRule Coverage = new("coverage", "everything within the bounds was explored", "A scenario whose budget ended first is neither right nor wrong.");
    private static readonly SarifRule Sight = new("known-bug", "every known bug is found", "A checker that does not see a known bug has no say about the rest.");

    /// <summary>The log's results.</summary>
    /// <param name="rows">What was said of the scenarios.</param>
    /// <param name="bugs">What was made of the known bugs.</param>
    /// <param name="found">The failures that Braid found, by where their schedules were saved.</param>
    public static IReadOnlyList<SarifFinding> Of(IEnumerable<ScenarioRow> rows, IEnumerable<KnownBugRow> bugs, IReadOnlyDictionary<string, FoundFailure> found) =>
    [
        .. rows.Where(row => row.Verdict != "exhausted" && (row.Verdict == "bug" || row.Engine == "Braid")).Select(row => Of(row, found)),
        .. bugs.Select(bug => Of(bug, found)),
    ];

    private static SarifFinding Of(ScenarioRow row, IReadOnlyDictionary<string, FoundFailure> found)
    {
        if (row.Verdict != "bug")
            return new(Coverage, SarifKind.Open, $"{row.Scenario}: {row.Verdict} after {TextTable.Count(row.Schedules)} schedules ({row.Bounds})") { Subject = row.Scenario };
        if (row.Replay is not { } path || !found.TryGetValue(path, out var failure))
            return new(new("coyote", "a failure found by Microsoft Coyote", ""), SarifKind.Fail, $"{row.Scenario}: {row.Engine} found a failure; its trace is {row.Replay}") { Subject = row.Scenario };
        return new(ReplayExports.RuleOf(failure.Failure.Identity), SarifKind.Fail, failure.Failure.Message) { Subject = row.Scenario, Run = RunOf(failure, path) };
    }

    private static SarifFinding Of(KnownBugRow bug, IReadOnlyDictionary<string, FoundFailure> found)
    {
        var kind = bug.IsFound ? SarifKind.Pass : bug.IsMissed ? SarifKind.Fail : SarifKind.Open;
        var message = bug.IsFound ? $"{bug.Bug} was found: it violates {bug.Identity}" : bug.IsMissed ? $"{bug.Bug} was not seen although everything was covered" : $"{bug.Bug} was not found within the budget";
        return new(Sight, kind, message) { Subject = bug.Bug, Run = bug.Replay is { } path && found.TryGetValue(path, out var failure) ? Shown(failure, path) : null };
    }

    // A failure of the production code is run once more, so that its steps say where they were taken.
    private static ExportedRun RunOf(FoundFailure failure, string path)
    {
        var run = SavedRun.Of(failure.Saved);
        return ReplayExports.Of(run, run.Replay(new() { Mode = ReplayMode.Adapted, RecordSources = true }), path);
    }

    private static ExportedRun Shown(FoundFailure failure, string path) => new(failure.Saved, new()
    {
        Outcome = ReplayOutcome.Reproduced,
        Taken = failure.Failure.Schedule,
        Trace = failure.Failure.Trace,
        Failure = failure.Failure,
    })
    { Path = path, Races = failure.Minimised.Races };
}
