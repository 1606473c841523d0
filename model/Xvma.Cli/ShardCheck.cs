using System.Diagnostics;
using Braid;
using Xvma.Model;

namespace Xvma.Cli;

/// <summary>A run of <c>xvma check</c> that does its part of a divided one, and can be gone on with when it was stopped or killed.</summary>
internal sealed class ShardCheck(Terminal terminal, CheckOptions options, ShardOptions parts)
{
    private static readonly TimeSpan BetweenCheckpoints = TimeSpan.FromSeconds(2);

    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly BraidRunner braid = new(terminal, options);
    private readonly List<string> pages = [];
    private ShardReport report = null!;
    private TimeSpan? lastCheckpoint;

    /// <summary>The code whose shards can be put together: what is explored, and what divides it.</summary>
    private static IReadOnlyList<CodeIdentity> Code => [.. ScenarioCertificate.Code, CodeIdentity.Of(typeof(Explorer).Assembly)];

    /// <summary>Runs it; prints a table, failures and one last line; returns the exit code.</summary>
    public int Run(CancellationToken stop)
    {
        report = Begin();
        var code = ExitCode.Ok;
        CheckScenarios(ref code, stop);
        CheckBugs(ref code, stop);
        foreach (var page in pages) terminal.Out.WriteLine($"\n{page.TrimEnd()}");
        if (code == ExitCode.Ok && !report.IsComplete) code = ExitCode.Inconclusive;
        Keep(parts.Checkpoint, isDue: true);
        Keep(parts.Report, isDue: true);
        Summarise(code);
        return code;
    }

    private ShardReport Begin()
    {
        var fresh = new ShardReport
        {
            Shard = parts.Shard,
            Code = Code,
            Entries = [.. options.Chosen.SelectMany(scenario => options.Models(scenario).Select(model => new ShardEntry
            {
                Scenario = scenario.Name,
                Machine = scenario.Geometry,
                MemoryModel = model.Abbreviation(),
                Preemptions = options.Bound(scenario),
                MaxSteps = new ExplorerOptions().MaxStepsPerSchedule,
            }))],
            KnownBugs = [.. Bugs.Where((_, index) => parts.Shard.Has(index)).Select(bug => new ShardFinding(bug.Name, null))],
        };
        if (parts.Resume is not { } path) return fresh;
        var kept = Read(path);
        if (kept.Shard != fresh.Shard) throw new UsageException($"shard report '{path}' is of shard {kept.Shard}, not of {fresh.Shard}");
        if (ShardMerge.DifferenceOf(("this run", fresh), ($"'{path}'", kept)) is { } difference) throw new UsageException($"{difference}; without --resume it begins anew");
        return kept.KnownBugs.Select(bug => bug.Name).SequenceEqual(fresh.KnownBugs.Select(bug => bug.Name))
            ? kept : throw new UsageException($"shard report '{path}' is of other known bugs; without --resume it begins anew");
    }

    private IEnumerable<KnownBug> Bugs => options.Bugs is { } names
        ? KnownBug.All.Where(bug => names.Contains(bug.Name, StringComparer.OrdinalIgnoreCase)) : KnownBug.All;

    internal static ShardReport Read(string path)
    {
        try
        {
            return ShardReportFile.Read(path);
        }
        catch (SealedFileException damaged)
        {
            throw new UsageException(damaged.Message);
        }
    }

    private void CheckScenarios(ref int code, CancellationToken stop)
    {
        var table = new TextTable(terminal.Out, ("scenario", 44), ("parts", -12), ("schedules", -10), ("traces", -8), ("verdict", 0));
        for (var index = 0; index < report.Entries.Count && !stop.IsCancellationRequested; index++)
        {
            var entry = report.Entries[index];
            if (entry.Progress is not { IsComplete: true } && entry.Failure is null) entry = Explore(index, stop);
            if (entry.Failure is { } failure) code = code == ExitCode.Ok ? ExitCode.Of(failure) : code;
            var progress = entry.Progress;
            table.Row(
                $"{entry.Scenario} {entry.MemoryModel}", $"{progress?.Done ?? 0} of {progress?.Parts ?? 0}", TextTable.Count(progress?.Schedules),
                TextTable.Count(progress?.Coverage.Complete), entry.Failure is not null ? "bug" : progress is { IsComplete: true } ? "explored" : "inconclusive: budget");
        }
    }

    private ShardEntry Explore(int index, CancellationToken stop)
    {
        var scenario = ScenarioCatalogue.Find(report.Entries[index].Scenario);
        // Time that is up leaves a scenario for the next run: one more round of each would make a run that is cut off last as long as it has scenarios.
        if (options.Time - clock.Elapsed is var limit && limit <= TimeSpan.Zero) return report.Entries[index];
        var model = MemoryModels.Parse(report.Entries[index].MemoryModel);
        try
        {
            var failure = braid.CheckShard(
                scenario, model, limit, parts.Shard, report.Entries[index].Progress,
                point => Note(index, entry => entry with { Progress = point }), stop, out var page);
            if (page is not null) pages.Add(page);
            Note(index, entry => entry with { Failure = failure });
        }
        catch (ArgumentException) when (report.Entries[index].Progress is not null)
        {
            throw new UsageException($"shard report '{parts.Resume}' is of another {scenario.Name}; without --resume it begins anew");
        }

        return report.Entries[index];
    }

    private void Note(int index, Func<ShardEntry, ShardEntry> change)
    {
        ShardEntry[] entries = [.. report.Entries];
        entries[index] = change(entries[index]);
        report = report with { Entries = entries };
        Keep(parts.Checkpoint, isDue: lastCheckpoint is not { } last || clock.Elapsed - last > BetweenCheckpoints);
    }

    private void CheckBugs(ref int code, CancellationToken stop)
    {
        var table = report.KnownBugs.Count == 0 ? null : new TextTable(terminal.Out, ("\n  known bug", 31), ("Braid", 0));
        for (var index = 0; index < report.KnownBugs.Count && !stop.IsCancellationRequested; index++)
        {
            var bug = report.KnownBugs[index];
            if (bug.IsFound is null && options.Time > clock.Elapsed)
            {
                KnownBug.TryFind(bug.Name, out var known);
                var finding = Progress.Watch(terminal, bug.Name, told => braid.Find(known!, options.Time - clock.Elapsed, told, stop)).Finding;
                if (stop.IsCancellationRequested) break;
                ShardFinding[] all = [.. report.KnownBugs];
                all[index] = bug = bug with { IsFound = finding.IsFound ? true : finding.IsExhausted ? false : null };
                report = report with { KnownBugs = all };
                Keep(parts.Checkpoint, isDue: true);
            }

            if (bug.IsFound == false && code == ExitCode.Ok) code = ExitCode.AssumptionFailed;
            table!.Row(bug.Name, bug.IsFound switch { true => "found", false => "missed", _ => "not found yet" });
        }
    }

    private void Keep(string? path, bool isDue)
    {
        if (path is null || !isDue) return;
        try
        {
            ShardReportFile.Write(path, report);
            lastCheckpoint = clock.Elapsed;
        }
        catch (ScheduleFileException refused)
        {
            throw new UsageException(refused.Message);
        }
    }

    private void Summarise(int code)
    {
        var left = report.Entries.Count(entry => entry.Failure is null && entry.Progress is not { IsComplete: true });
        terminal.Out.WriteLine($"\n  shard {report.Shard} of {TextTable.Counted(report.Entries.Count, "exploration")}: {report.Entries.Count - left} done, {left} open, "
            + $"{report.Entries.Count(entry => entry.Failure is not null)} bugs · {report.KnownBugs.Count(bug => bug.IsFound == true)} of {report.KnownBugs.Count} known bugs found · "
            + $"{TextTable.Seconds(clock.Elapsed)}");
        terminal.Out.WriteLine(code switch
        {
            ExitCode.Ok when report.Shard == Shard.Whole => "  verdict: nothing found within the bounds above",
            ExitCode.Ok => $"  verdict: nothing found in this shard; `xvma merge` says what all {report.Shard.Count} come to",
            ExitCode.Inconclusive => "  verdict: inconclusive: not everything covered; go on with --resume and a checkpoint or report of this run",
            ExitCode.AssumptionFailed => "  verdict: void: a known bug was not seen, so nothing above counts",
            _ => "  verdict: a bug was found",
        });
    }
}
