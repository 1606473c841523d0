using System.Collections.Concurrent;
using System.Diagnostics;
using Braid;
using Xvma.Model;

namespace Xvma.Cli;

/// <summary>Checks scenarios and known bugs under Braid.</summary>
internal sealed class BraidRunner(Terminal terminal, CheckOptions options)
{
    /// <summary>How long to sample what could not be searched to its end, in parts of the time the search had.</summary>
    private const double ShareOfSampling = 0.1;

    /// <summary>The failures found so far, by where their schedules were saved.</summary>
    public ConcurrentDictionary<string, FoundFailure> Found { get; } = new(StringComparer.Ordinal);

    /// <summary>Explores a scenario; a failure is made small and saved, and <paramref name="page"/> is what to print of it.</summary>
    public ScenarioRow Check(ScenarioInfo scenario, MemoryModel model, TimeSpan limit, CancellationToken stop, out string? page)
    {
        var explore = Explore(options.Bound(scenario), limit) with { MemoryModel = model, Certifies = options.Certificates is not null };
        if (options.Strategy.IsSampling) explore = Sampling(explore, options.Strategy);
        var result = Progress.Watch(terminal, scenario.Name, told => BraidChecker.Check(scenario, explore, Counting(told), OracleOf(explore), stop));
        ExplorationResult? searched = null;
        if (result.Verdict == Verdict.Inconclusive && !options.Strategy.IsSampling && options.Schedules is null && !stop.IsCancellationRequested)
        {
            searched = result;
            explore = Sampling(explore, Strategy.Portfolio) with { MaxTime = limit * ShareOfSampling };
            result = Progress.Watch(terminal, $"{scenario.Name}, sampled", told => BraidChecker.Check(scenario, explore, Counting(told), OracleOf(explore), stop));
        }
        if (result is { Verdict: Verdict.Exhausted, Covered: { } coverage }) Certify(scenario, explore, coverage);
        var row = Judge(scenario, model, result, OracleOf(explore), out page);
        return row with
        {
            Schedules = row.Schedules + (searched?.Schedules ?? 0),
            Traces = searched is null ? row.Traces : TracesOf(searched),
            Seconds = row.Seconds + (searched?.Elapsed.TotalSeconds ?? 0),
            Searched = searched?.Schedules,
            IsFull = (searched ?? result).IsMemoryBoundReached,
            Sampled = CoverageReport.Of(explore.Strategy, result.Coverage),
            Seen = result.Verdict == Verdict.Inconclusive ? Seen(searched, result.Coverage) : null,
        };
    }

    /// <summary>Explores a shard of a scenario, on from where an earlier run came to; says how it failed, if it did.</summary>
    public FailureKind? CheckShard(
        ScenarioInfo scenario, MemoryModel model, TimeSpan limit, Shard shard, ShardProgress? from, Action<ShardProgress> reached, CancellationToken stop, out string? page)
    {
        var explore = Explore(options.Bound(scenario), limit) with { MemoryModel = model };
        var oracle = OracleOf(explore);
        var (result, _) = Progress.Watch(
            terminal, scenario.Name, told => ShardExplorer.Run(ScenarioProgram.Factory(scenario.Name, oracle), explore, shard, from, reached, Counting(told), stop));
        _ = Judge(scenario, model, result, oracle, out page);
        return result.Failure?.Kind;
    }

    /// <summary>
    /// What share of all executions was seen: by sampling, or by the search before it, for which sampling tells how many there are at least. That says
    /// nothing when the search has come further than sampling can see.
    /// </summary>
    private static string? Seen(ExplorationResult? searched, TraceCoverage? sampled)
    {
        if (searched is null || sampled is null) return sampled?.ToString();
        var traces = TracesOf(searched);
        return sampled.AtLeast.Low > traces ? sampled.Describe(traces) : $"{TextTable.Count(sampled.Schedules)} more sampled";
    }

    private static long TracesOf(ExplorationResult result) => result.DistinctTraces ?? result.Traces;

    private ScenarioRow Judge(ScenarioInfo scenario, MemoryModel model, ExplorationResult result, Tenet.Theory? oracle, out string? page)
    {
        string? path = null;
        page = null;
        if (result.Failure is { } failure)
        {
            var small = BraidChecker.Minimise(scenario, result, oracle);
            path = Save(small, $"{scenario.Name.Replace(' ', '-').Replace(",", "", StringComparison.Ordinal)}{(model == MemoryModel.SequentialConsistency ? "" : "-tso")}.json");
            page = small.Render(ReplayCommand(path), Layout);
            return Row(scenario, model, result, "bug", ExitCode.Of(failure.Kind), path);
        }
        return result.Verdict == Verdict.Exhausted
            ? Row(scenario, model, result, "exhausted", ExitCode.Ok, null)
            : Row(scenario, model, result, "inconclusive", ExitCode.Inconclusive, null);
    }

    /// <summary>Looks for a known bug.</summary>
    /// <remarks>
    /// By default systematically for a moment, then by sampling, then systematically to the end (<see cref="KnownBugChecker.Hunt"/>).
    /// On one worker: known bugs are looked for side by side. Without the scenario's own bound, which makes covering everything cheaper and
    /// finding something dearer.
    /// </remarks>
    public (Finding Finding, string? Identity, string? Path, string? Page) Find(KnownBug bug, TimeSpan limit, IProgress<string> told, CancellationToken stop)
    {
        var clock = Stopwatch.StartNew();
        var explore = Explore(options.Preemptions, limit) with { Workers = 1 };
        var hunt = options.Strategy == Strategy.Exhaustive
            ? KnownBugChecker.Hunt(bug, explore, Counting(told), Oracle, stop)
            : Once(KnownBugChecker.Check(bug, explore, Counting(told), Oracle, stop));
        var finding = new Finding(hunt.Found is not null, hunt.Schedules, hunt.Last.Verdict == Verdict.Exhausted)
        {
            Seconds = Math.Round(clock.Elapsed.TotalSeconds, 3),
            Strategy = hunt.Strategy.ToString(),
        };
        if (hunt.Found is not { } found) return (finding, null, null, null);
        var path = Save(found, $"{bug.Name}.json");
        return (finding, found.Failure.Identity, path, found.Render(ReplayCommand(path), Layout));
    }

    private HuntResult Once((ExplorationResult Result, FoundFailure? Found) check) => new(check.Result, options.Strategy, 0, check.Found);

    /// <summary>
    /// The specification knows no store buffers: a step of it is one in memory, and what a thread tells of itself comes before its stores get there.
    /// What is sampled is held against it too: another order of independent steps can be another sequence of the specification's actions.
    /// </summary>
    private Tenet.Theory? OracleOf(ExplorerOptions how) =>
        how.MemoryModel == MemoryModel.SequentialConsistency ? Oracle : null;

    /// <summary>What every step is held against.</summary>
    private Tenet.Theory? Oracle => options.IsWithoutOracle ? null : Xvma.Spec.Formal.XvmaTheory.Theory;

    private DisplayOptions Layout => new() { Width = terminal.Width };

    private static string ReplayCommand(string path) => $"{Xvma.Cli.Check.CommandLine} replay {path}";

    private static Told<ExplorationProgress> Counting(IProgress<string> told) =>
        new Told<ExplorationProgress>(progress => told.Report($"{TextTable.Count(progress.Schedules)} schedules so far, {TextTable.Seconds(progress.Elapsed)}"));

    private static ExplorerOptions Sampling(ExplorerOptions how, Strategy strategy) => how with { Strategy = strategy, CountDistinctTraces = true, IsIterative = false };

    private ExplorerOptions Explore(int? preemptions, TimeSpan limit) => new()
    {
        Strategy = options.Strategy,
        KnownTotal = options.Total,
        MaxTime = limit,
        MaxSchedules = options.Schedules,
        MaxMemory = options.MaxMemory,
        PreemptionBound = preemptions,
        IsIterative = options.IsIterative,
        Workers = options.Workers,
        Seed = options.Seed,
    };

    private ScenarioRow Row(ScenarioInfo scenario, MemoryModel model, ExplorationResult result, string verdict, int code, string? path)
    {
        var preemptions = result.TracesByPreemptions is { } counts ? $", {string.Join(", ", counts.Select(count => TextTable.Count(count)))} executions with ≤ 0…{counts.Count - 1} preemptions"
            : options.Bound(scenario) is { } bound ? $", ≤ {bound} preemptions" : "";
        return new(
            scenario.Name, "Braid", result.Schedules, TracesOf(result), verdict, $"{scenario.Geometry}, {result.Bounds}", result.Elapsed.TotalSeconds, code, path)
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
                Path.Combine(options.Certificates!, ScenarioCertificate.FileNameOf(scenario.Name, explored.MemoryModel)),
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
            Found[path] = failure;
        }
        catch (ScheduleFileException refused)
        {
            throw new UsageException(refused.Message);
        }
        return path;
    }
}
