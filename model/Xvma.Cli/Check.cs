using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.ExceptionServices;
using System.Text.Json;
using Braid;
using Xvma.Model;

namespace Xvma.Cli;

/// <summary>One run of <c>xvma check</c>.</summary>
internal sealed class Check(Terminal terminal, CheckOptions options) : IDisposable
{
    /// <summary>How a reader of the output calls this command.</summary>
    public const string CommandLine = "dotnet run -c Release --project model/Xvma.Cli --";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    private static readonly TimeSpan LeastForABug = TimeSpan.FromSeconds(15);

    /// <summary>Beside Braid, which finds them, Coyote gets a moment for each, to be compared.</summary>
    private static readonly TimeSpan CoyoteForABug = TimeSpan.FromSeconds(1.2);

    /// <summary>Beside Braid, which covers them, Coyote gets a moment for each: it would go on sampling for as long as it is let.</summary>
    private static readonly TimeSpan CoyoteForAScenario = TimeSpan.FromSeconds(0.25);

    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly BraidRunner? braid = options.Engine == EngineChoice.Coyote ? null : new(terminal, options);
    private readonly CoyoteRunner? coyote = options.Engine == EngineChoice.Braid ? null : new(terminal, options);
    private readonly List<ScenarioRow> rows = [];
    private readonly List<KnownBugRow> bugRows = [];
    private readonly List<string> pages = [];
    private bool isCut;

    private IReadOnlyList<ScenarioInfo> Scenarios { get; } = options.Chosen;

    private IReadOnlyList<KnownBug> Bugs { get; } = options.Bugs is { } names
        ? [.. KnownBug.All.Where(bug => names.Contains(bug.Name, StringComparer.OrdinalIgnoreCase))]
        : KnownBug.All;

    /// <summary>Runs it; prints tables, failures and one last line; returns the exit code.</summary>
    public int Run(CancellationToken stop)
    {
        CheckScenarios(stop);
        CheckBugs(stop);
        foreach (var page in pages) terminal.Out.WriteLine($"\n{page.TrimEnd()}");
        isCut |= stop.IsCancellationRequested;
        var code = Judge();
        Summarise(code);
        if (options.Json is { } path) WriteReport(path, code);
        if (options.Junit is { } junit) Replaying.Write(terminal, junit, JunitReport.Of(rows, bugRows, Unseen, PagesByPath));
        if (options.Sarif is { } sarif) Replaying.Write(terminal, sarif, SarifExport.Of(CheckFindings.Of(rows, bugRows, Found)));
        return code;
    }

    public void Dispose() => coyote?.Dispose();

    private IReadOnlyDictionary<string, FoundFailure> Found => braid?.Found ?? new ConcurrentDictionary<string, FoundFailure>();

    private Dictionary<string, string> PagesByPath => Found.ToDictionary(each => each.Key, each => each.Value.Render(null, new DisplayOptions()));

    private IReadOnlyList<string> Unseen =>
    [
        .. Scenarios.Select(scenario => scenario.Name).Where(name => !rows.Exists(row => row.Scenario == name)),
        .. Bugs.Select(bug => bug.Name).Where(name => !bugRows.Exists(row => row.Bug == name)),
    ];

    private void CheckScenarios(CancellationToken stop)
    {
        if (Scenarios.Count == 0) return;
        var forBraid = new Budget(options.Time * 0.6);
        var forCoyote = options.Time * (braid is null ? 0.6 : 0.15) / Scenarios.Count;
        if (braid is not null && forCoyote > CoyoteForAScenario) forCoyote = CoyoteForAScenario;
        var table = new TextTable(terminal.Out, ("scenario", 38), ("schedules", -10), ("traces", -8), ("verdict", 62), ("time", -7), ("Coyote", -8));
        foreach (var scenario in Scenarios)
        {
            if (stop.IsCancellationRequested) break;
            var byBraid = braid is null ? null : ScenarioRow.Together(
                [.. options.Models(scenario).Select(model => Note(braid.Check(scenario, model, forBraid.Next(), stop, out var page), page))]);
            var byCoyote = coyote is null ? null : Note(coyote.Check(scenario, forCoyote, stop, out var other), other);
            var first = (byBraid ?? byCoyote)!;
            table.Row(
                scenario.Name, TextTable.Count(first.Schedules), TextTable.Count(first.Traces), first.Short,
                TextTable.Seconds(TimeSpan.FromSeconds(first.Seconds)), byCoyote is null ? "–" : byCoyote.Verdict == "bug" ? "bug" : TextTable.Count(byCoyote.Schedules));
        }
        terminal.Out.WriteLine();
        ShowDiscoveries();
    }

    /// <summary>What sampling has seen, and how what it sees grows: where the curve has not flattened, there is more.</summary>
    private void ShowDiscoveries()
    {
        var sampled = rows.Where(row => row.Sampled is not null).ToList();
        if (sampled.Count == 0) return;
        var table = new TextTable(terminal.Out, ("sampled", 44), ("by", 11), ("schedules", -11), ("the next is new", -16), ("executions", 26), ("seen after 1, 2, 4, … and all", 0));
        foreach (var row in sampled)
        {
            var seen = row.Sampled!;
            table.Row($"{row.Scenario}, {row.Memory}", seen.Strategy, TextTable.Count(seen.Schedules), seen.NewText, seen.TotalText, seen.CurveText);
        }
        terminal.Out.WriteLine();
    }

    private ScenarioRow Note(ScenarioRow row, string? page)
    {
        rows.Add(row);
        if (page is not null) pages.Add(page);
        return row;
    }

    private void CheckBugs(CancellationToken stop)
    {
        if (Bugs.Count == 0 || stop.IsCancellationRequested) return;
        var table = new TextTable(terminal.Out, ("known bug", 28), ("Braid", -18), ("Coyote", -18), ("violates", 12), ("time", -7), ("replay", 0));
        var relay = new Relay();
        var workers = options.Workers == 0 ? Environment.ProcessorCount : options.Workers;
        var share = (options.Time - clock.Elapsed) / Bugs.Count * workers;
        var limit = share > LeastForABug ? share : LeastForABug;
        using var found = Bugs.AsParallel().AsOrdered().WithDegreeOfParallelism(Math.Min(workers, Bugs.Count))
            .WithMergeOptions(ParallelMergeOptions.NotBuffered)
            .Select(bug => stop.IsCancellationRequested ? null : Find(bug, limit, relay, stop))
            .GetEnumerator();
        while (Progress.Watch(terminal, "known bugs", told => relay.To(told, () => MoveOn(found))))
        {
            if (found.Current is not var (row, page)) continue;
            bugRows.Add(row);
            // Asked for one bug, the reader wants to see it.
            if (Bugs.Count == 1 && page is not null) pages.Add(page);
            table.Row(row.Bug, row.Braid?.Text ?? "–", row.Coyote?.Text ?? "–", row.Identity ?? "–", row.Braid?.Seconds is { } seconds ? TextTable.Seconds(TimeSpan.FromSeconds(seconds)) : "–", row.Replay ?? "–");
        }
        terminal.Out.WriteLine();
    }

    private static bool MoveOn<T>(IEnumerator<T> side)
    {
        try
        {
            return side.MoveNext();
        }
        catch (AggregateException several)
        {
            ExceptionDispatchInfo.Throw(several.Flatten().InnerExceptions[0]);
            throw;
        }
    }

    private Tuple<KnownBugRow, string?> Find(KnownBug bug, TimeSpan limit, Relay told, CancellationToken stop)
    {
        var named = new Told<string>(text => told.Report($"{bug.Name}, {text}"));
        var byBraid = braid?.Find(bug, limit, named, stop);
        var byCoyote = bug.Memory == MemoryModel.SequentialConsistency ? coyote?.Find(bug, braid is null ? limit : CoyoteForABug, named, stop) : null;
        return Tuple.Create(
            new KnownBugRow(
                bug.Name, bug.Scenario, byBraid?.Finding, byCoyote?.Finding, byBraid?.Identity ?? byCoyote?.Identity, byBraid?.Path ?? byCoyote?.Path),
            string.Join("\n\n", new[] { byBraid?.Page, byCoyote?.Page }.OfType<string>().Select(page => page.TrimEnd())) is { Length: > 0 } both ? both : null);
    }

    private int Judge()
    {
        if (rows.Select(row => row.ExitCode).FirstOrDefault(code => code is not (ExitCode.Ok or ExitCode.Inconclusive)) is > 0 and var failed) return failed;
        if (bugRows.Exists(bug => bug.IsMissed)) return ExitCode.AssumptionFailed;
        var open = isCut || rows.Exists(row => row.ExitCode == ExitCode.Inconclusive) || bugRows.Exists(bug => !bug.IsFound);
        return open ? ExitCode.Inconclusive : ExitCode.Ok;
    }

    private void Summarise(int code)
    {
        var first = braid is null ? "Coyote" : "Braid";
        var mine = rows.Where(row => row.Engine == first).GroupBy(row => row.Scenario).Select(own => ScenarioRow.Together([.. own])).ToList();
        var parts = new List<string>();
        if (Scenarios.Count > 0)
        {
            parts.Add($"{TextTable.Counted(Scenarios.Count, "scenario")}: {mine.Count(row => row.Verdict == "exhausted")} exhausted, "
                + $"{Scenarios.Count - mine.Count(row => row.Verdict is "exhausted" or "bug")} inconclusive, {rows.Count(row => row.Verdict == "bug")} bugs");
        }
        if (Bugs.Count > 0) parts.Add($"{bugRows.Count(bug => bug.IsFound)} of {Bugs.Count} known bugs found");
        parts.Add($"{TextTable.Seconds(clock.Elapsed)} on {Environment.ProcessorCount} cores");
        if (braid is not null && options.IsWithoutOracle) parts.Add("without the oracle");
        parts.Add($"seed {options.Seed}");
        if (braid is not null && Scenarios.Count > 0)
            terminal.Out.WriteLine($"  bounds: those beside each verdict; {Models}, at most {new ExplorerOptions().MaxStepsPerSchedule:N0} steps a schedule; {(coyote is null ? "" : "Coyote samples and covers nothing")}".TrimEnd(' ', ';'));
        terminal.Out.WriteLine($"  {string.Join(" · ", parts)}");
        if (isCut) terminal.Out.WriteLine("  interrupted: what is not listed was not looked at");
        if (rows.Exists(row => row.IsFull))
        {
            terminal.Out.WriteLine($"  memory bound reached: {options.MaxMemory >> 20:N0} MiB; search with more --max-memory, one part at a time with --shard i/n, "
                + "or with --preemptions");
        }
        foreach (var missed in bugRows.Where(bug => !bug.IsFound)) terminal.Out.WriteLine($"  not found: {missed.Bug}; look again with   {CommandLine} check --bug {missed.Bug}");
        terminal.Out.WriteLine($"  verdict: {Word(code)}");
    }

    private string Models => string.Join(
        " and ",
        rows.Select(row => row.Memory).OfType<string>().Distinct().Select(memory => memory == "SC" ? "SC is sequential consistency" : "TSO is total store order"));

    private string Word(int code) => code switch
    {
        ExitCode.Ok when Scenarios.Count == 0 => "every known bug that was asked for was found",
        ExitCode.Ok => "nothing found within the bounds above, and every known bug was",
        ExitCode.Inconclusive => "inconclusive: nothing found, not everything covered",
        ExitCode.AssumptionFailed => "void: a known bug was not seen, so nothing above counts",
        _ => "a bug was found",
    };

    private void WriteReport(string path, int code)
    {
        var report = new CheckReport
        {
            Format = "xvma-check",
            Version = 1,
            Verdict = Word(code),
            ExitCode = code,
            Seed = options.Seed,
            Cores = Environment.ProcessorCount,
            Seconds = Math.Round(clock.Elapsed.TotalSeconds, 3),
            Scenarios = rows,
            KnownBugs = bugRows,
        };
        Replaying.Write(terminal, path, JsonSerializer.Serialize(report, Indented) + "\n");
    }
}
