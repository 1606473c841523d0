using Braid;
using Xvma.Model;

namespace Xvma.Cli;

/// <summary>Checks scenarios and known bugs under Braid.</summary>
internal sealed class BraidRunner(Terminal terminal, CheckOptions options)
{
    private readonly KnownBugChecker knownBugs = new();

    /// <summary>Explores a scenario; a failure is made small and saved, and <paramref name="page"/> is what to print of it.</summary>
    public ScenarioRow Check(ScenarioInfo scenario, MemoryModel model, TimeSpan limit, CancellationToken stop, out string? page)
    {
        // The specification knows no store buffers: a step of it is one in memory, and what a thread tells of itself comes before its stores get there.
        var oracle = model == MemoryModel.SequentialConsistency ? Oracle : null;
        var explore = Explore(options.Bound(scenario), limit) with { MemoryModel = model, Certifies = options.Certificates is not null };
        var result = Progress.Watch(terminal, scenario.Name, told => BraidChecker.Check(scenario, explore, Counting(told), oracle, stop));
        string? path = null;
        page = null;
        if (result.Failure is { } failure)
        {
            var small = BraidChecker.Minimise(scenario, result, oracle);
            path = Save(small, $"{scenario.Name.Replace(' ', '-').Replace(",", "", StringComparison.Ordinal)}{(model == MemoryModel.SequentialConsistency ? "" : "-tso")}.json");
            page = small.Render(ReplayCommand(path), Layout);
            return Row(scenario, model, result, "bug", ExitCode.Of(failure.Kind), path);
        }
        if (result is { Verdict: Verdict.Exhausted, Coverage: { } coverage }) Certify(scenario, explore, coverage);
        return result.Verdict == Verdict.Exhausted
            ? Row(scenario, model, result, "exhausted", ExitCode.Ok, null)
            : Row(scenario, model, result, "inconclusive", ExitCode.Inconclusive, null);
    }

    /// <summary>Looks for a known bug.</summary>
    /// <remarks>
    /// On one worker: known bugs are looked for side by side. Without the scenario's own bound, which makes covering everything cheaper and
    /// finding something dearer.
    /// </remarks>
    public (Finding Finding, string? Identity, string? Path, string? Page) Find(KnownBug bug, TimeSpan limit, IProgress<string> told, CancellationToken stop)
    {
        var (result, found) = knownBugs.Check(bug, Explore(options.Preemptions, limit) with { Workers = 1 }, Counting(told), Oracle, stop);
        var finding = new Finding(result.Failure is not null, result.Failure?.FoundAfter ?? result.Schedules, result.Verdict == Verdict.Exhausted);
        if (found is null) return (finding, null, null, null);
        var path = Save(found, $"{bug.Name}.json");
        return (finding, found.Failure.Identity, path, found.Render(ReplayCommand(path), Layout));
    }

    /// <summary>What every step is held against.</summary>
    private Tenet.Theory? Oracle => options.IsWithoutOracle ? null : Xvma.Spec.Formal.XvmaTheory.Theory;

    private DisplayOptions Layout => new() { Width = terminal.Width };

    private static string ReplayCommand(string path) => $"{Xvma.Cli.Check.CommandLine} replay {path}";

    private static Told<ExplorationProgress> Counting(IProgress<string> told) =>
        new Told<ExplorationProgress>(progress => told.Report($"{TextTable.Count(progress.Schedules)} schedules so far, {TextTable.Seconds(progress.Elapsed)}"));

    private ExplorerOptions Explore(int? preemptions, TimeSpan limit) => new()
    {
        Strategy = options.Strategy,
        MaxTime = limit,
        MaxSchedules = options.Schedules,
        PreemptionBound = preemptions,
        Workers = options.Workers,
        Seed = options.Seed,
    };

    private ScenarioRow Row(ScenarioInfo scenario, MemoryModel model, ExplorationResult result, string verdict, int code, string? path)
    {
        var preemptions = options.Bound(scenario) is { } bound ? $", ≤ {bound} preemptions" : "";
        return new(
            scenario.Name, "Braid", result.Schedules, result.Traces, verdict, $"{scenario.Geometry}, {result.Bounds}", result.Elapsed.TotalSeconds, code, path)
        {
            Memory = model.Abbreviation(),
            OwnBounds = scenario.Geometry + preemptions,
        };
    }

    private void Certify(ScenarioInfo scenario, ExplorerOptions explored, Coverage coverage)
    {
        try
        {
            CertificateFile.Write(
                Path.Combine(options.Certificates!, ScenarioCertificate.FileNameOf(scenario, explored.MemoryModel)),
                ScenarioCertificate.Of(scenario, explored, coverage));
        }
        catch (ScheduleFileException refused)
        {
            throw new UsageException(refused.Message);
        }
    }

    private string Save(FoundFailure failure, string name)
    {
        var path = Path.Combine(options.Folder, name);
        try
        {
            ScheduleFile.Write(path, failure.Saved);
        }
        catch (ScheduleFileException refused)
        {
            throw new UsageException(refused.Message);
        }
        return path;
    }
}
