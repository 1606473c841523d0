using System.CommandLine;
using Braid;
using Xvma.Model;

namespace Xvma.Cli;

/// <summary><c>xvma merge FILE…</c>: puts the reports of all shards of a run together.</summary>
internal static class MergeCommand
{
    public static Command Create(Terminal terminal)
    {
        var files = new Argument<string[]>("FILE") { Description = "The reports of all shards, as `xvma check --shard i/n --report FILE` writes them.", Arity = ArgumentArity.OneOrMore };
        var certificates = new Option<string?>("--certificates") { Description = "Folder for a certificate of each scenario that all shards together exhaust; see `xvma certify`." };
        var command = new Command("merge", "Puts the reports of all shards of a check together.") { files, certificates };
        command.SetAction(parsed => Merge(terminal, parsed.GetRequiredValue(files), parsed.GetValue(certificates)));
        return command;
    }

    private static int Merge(Terminal terminal, string[] files, string? certificates)
    {
        if (files.FirstOrDefault(file => file.StartsWith('-')) is { } option)
            throw new UsageException($"merge has no option {option}; `xvma merge --help` lists them, and a file of that name is ./{option}");
        Outputs.RequireFolders(certificates);
        List<(string Name, ShardReport Report)> named = [.. files.Select(file => ($"'{file}'", ShardCheck.Read(file)))];
        if (ShardMerge.FlawOf(named) is { } flaw) throw new UsageException(flaw);
        List<ShardReport> reports = [.. named.Select(each => each.Report)];
        var missing = ShardMerge.Missing(reports);
        var codes = new List<int>();
        var table = new TextTable(terminal.Out, ("scenario", 44), ("schedules", -10), ("traces", -8), ("verdict", 0));
        foreach (var entry in reports[0].Entries)
        {
            List<ShardEntry> all = [.. reports.Select(report => report.Entries.First(other => other.What == entry.What))];
            var coverage = ShardMerge.Union(all);
            var code = CodeOf(all, missing.Count);
            codes.Add(code);
            table.Row(
                $"{entry.Scenario} {entry.MemoryModel}", TextTable.Count(all.Sum(each => each.Progress?.Schedules ?? 0)), TextTable.Count(coverage.Complete),
                code == ExitCode.Ok ? $"exhausted{(entry.Preemptions is { } bound ? $", ≤ {bound} preemptions" : "")}, {entry.Machine}" : code == ExitCode.Inconclusive ? "inconclusive" : "bug");
            if (code == ExitCode.Ok && certificates is not null) Certify(certificates, entry, coverage, reports[0].Code);
        }

        return Summarise(terminal, reports, missing, codes);
    }

    private static int CodeOf(List<ShardEntry> all, int missing)
    {
        if (all.Select(each => each.Failure).FirstOrDefault(failure => failure is not null) is { } found) return ExitCode.Of(found);
        return missing == 0 && all.TrueForAll(each => each.Progress is { IsComplete: true }) ? ExitCode.Ok : ExitCode.Inconclusive;
    }

    private static int Summarise(Terminal terminal, List<ShardReport> reports, IReadOnlyList<int> missing, List<int> codes)
    {
        var bugs = reports.SelectMany(report => report.KnownBugs).ToList();
        var unfinished = reports.Where(report => !report.IsComplete).Select(report => report.Shard.ToString()).ToList();
        terminal.Out.WriteLine($"\n  {reports.Count} of {reports[0].Shard.Count} shards · {TextTable.Counted(codes.Count, "exploration")}: {codes.Count(code => code == ExitCode.Ok)} exhausted, "
            + $"{codes.Count(code => code == ExitCode.Inconclusive)} inconclusive, {codes.Count(code => code is not (ExitCode.Ok or ExitCode.Inconclusive))} bugs · "
            + $"{bugs.Count(bug => bug.IsFound == true)} of {bugs.Count} known bugs found");
        if (missing.Count > 0) terminal.Out.WriteLine($"  missing: shard {string.Join(", ", missing)} of {reports[0].Shard.Count}");
        if (unfinished.Count > 0) terminal.Out.WriteLine($"  not finished: shard {string.Join(", ", unfinished)}; go on with `xvma check --shard … --resume FILE`");
        var code = codes.FirstOrDefault(each => each is not (ExitCode.Ok or ExitCode.Inconclusive));
        if (code == ExitCode.Ok && bugs.Exists(bug => bug.IsFound == false)) code = ExitCode.AssumptionFailed;
        if (code == ExitCode.Ok && (missing.Count > 0 || unfinished.Count > 0)) code = ExitCode.Inconclusive;
        terminal.Out.WriteLine(code switch
        {
            ExitCode.Ok => "  verdict: nothing found within the bounds above",
            ExitCode.Inconclusive => "  verdict: inconclusive: not everything covered",
            ExitCode.AssumptionFailed => "  verdict: void: a known bug was not seen, so nothing above counts",
            _ => "  verdict: a bug was found",
        });
        return code;
    }

    private static void Certify(string folder, ShardEntry entry, Coverage coverage, IReadOnlyList<CodeIdentity> code)
    {
        var options = new ExplorerOptions
        {
            MemoryModel = MemoryModels.Parse(entry.MemoryModel),
            PreemptionBound = entry.Preemptions,
            MaxStepsPerSchedule = entry.MaxSteps,
        };

        // What divides the work belongs to the reports alone: a certificate says nothing of the search.
        var explored = code.Where(each => each.Assembly != typeof(Explorer).Assembly.GetName().Name).ToList();
        try
        {
            CertificateFile.Write(
                Path.Combine(folder, ScenarioCertificate.FileNameOf(entry.Scenario, options.MemoryModel)),
                Certificate.Of(entry.Scenario, entry.Machine, options, coverage, explored));
        }
        catch (ScheduleFileException refused)
        {
            throw new UsageException(refused.Message);
        }
    }
}
