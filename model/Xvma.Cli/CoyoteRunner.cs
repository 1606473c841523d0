using Xvma.Model;
using Xvma.Model.Coyote;

namespace Xvma.Cli;

/// <summary>Checks scenarios and known bugs under Microsoft Coyote, over the rewritten production instantiation.</summary>
internal sealed class CoyoteRunner(Terminal terminal, CheckOptions options) : IDisposable
{
    private readonly DirectoryInfo work = Directory.CreateTempSubdirectory("xvma-check-");

    /// <summary>Samples a scenario.</summary>
    public ScenarioRow Check(ScenarioInfo scenario, TimeSpan limit, CancellationToken stop, out string? page)
    {
        var name = FileName(scenario.Name);
        var sampled = Progress.Watch(terminal, $"{scenario.Name} (Coyote)", told =>
            Sample(new(RewrittenAssemblies.Production, ModelCatalog.TypeName, scenario.Name), name, limit, told, stop));
        var path = Keep(sampled, name, out page);
        return new(
            scenario.Name, "Coyote", sampled.Schedules, null, sampled.Failed is null ? "inconclusive" : "bug",
            $"{string.Join(", ", options.Coyote.Strategies.Select(chosen => CoyoteSettings.Name(chosen.Strategy, chosen.Value)))} strategies", sampled.Time.TotalSeconds,
            sampled.Failed is { Failure: { } failure } ? CodeOf(failure.Kind) : ExitCode.Ok, path);
    }

    /// <summary>Looks for a known bug.</summary>
    public (Finding Finding, string? Identity, string? Path, string? Page) Find(KnownBug bug, TimeSpan limit, IProgress<string> told, CancellationToken stop)
    {
        var folder = work.CreateSubdirectory(bug.Name).FullName;
        var library = KnownBugCompiler.CompileTo(bug, Path.Combine(folder, "edited"));
        var assemblies = RewrittenAssemblies.Production.Replace(library, Path.Combine(folder, "rewritten"));
        var sampled = Sample(new(assemblies, ModelCatalog.TypeName, bug.Scenario, bug.Name), bug.Name, limit, told, stop);
        var path = Keep(sampled, bug.Name, out var page);
        return (new(sampled.Failed is not null, sampled.Schedules, IsExhausted: false), sampled.Failed?.Failure?.Identity, path, page);
    }

    public void Dispose()
    {
        try
        {
            work.Delete(recursive: true);
        }
        catch (IOException)
        {
            // Some systems keep loaded assemblies locked; the system's own clearing of temporary files gets them.
        }
    }

    /// <summary>Each strategy for its share of the time, until one finds something.</summary>
    private Sampled Sample(CoyoteSubject subject, string name, TimeSpan limit, IProgress<string> told, CancellationToken stop)
    {
        var settings = options.Coyote;
        var (schedules, time, covered) = (0L, TimeSpan.Zero, new List<string>());
        foreach (var (strategy, value) in settings.Strategies)
        {
            var named = CoyoteSettings.Name(strategy, value);
            var counting = new Told<CoyoteProgress>(progress => told.Report($"{named}, {progress.Iterations} schedules so far"));
            var result = Run(
                subject,
                settings.Options with
                {
                    Strategy = strategy,
                    StrategyValue = value,
                    MaxTime = limit / settings.Strategies.Count,
                    MaxIterations = (uint)Math.Clamp((options.Schedules ?? uint.MaxValue) / settings.Strategies.Count, 1, uint.MaxValue),
                    Seed = (uint)options.Seed,
                    Coverage = settings.IsCoverageWritten ? new(settings.Folder, $"{name}.{named.Replace(':', '-')}") : null,
                },
                counting,
                stop);
            schedules += result.Iterations;
            time += result.Elapsed;
            covered.AddRange(result.Coverage);
            if (result.Failure is not null) return new(subject, schedules, time, covered, result);
            if (stop.IsCancellationRequested) break;
        }
        return new(subject, schedules, time, covered, null);
    }

    private CoyoteResult Run(CoyoteSubject subject, CoyoteOptions how, IProgress<CoyoteProgress> counting, CancellationToken stop)
    {
        try
        {
            return CoyoteEngine.Check(subject, how, counting, stop);
        }
        catch (Exception refused) when (how.Coverage is not null && refused is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"cannot write to {options.Coyote.Folder}: {refused.Message}");
        }
    }

    /// <summary>Saves the trace of what was found, and what Coyote itself has to say of it.</summary>
    /// <param name="sampled">What was found.</param>
    /// <param name="name">What the files are called.</param>
    /// <param name="page">What to print; null when there is nothing to tell.</param>
    /// <returns>The trace; null when nothing was found.</returns>
    private string? Keep(Sampled sampled, string name, out string? page)
    {
        var lines = new List<string>();
        var path = Path.Combine(options.Folder, name + ".coyote.txt");
        if (sampled.Failed is { Trace: { } trace } failed)
        {
            IReadOnlyList<string> reports;
            try
            {
                Directory.CreateDirectory(options.Folder);
                CoyoteTraceFile.Write(path, trace);
                reports = CoyoteEngine.Replay(sampled.Subject, trace, new(options.Coyote.Folder, name)).Reports;
                File.WriteAllText(Path.Combine(options.Coyote.Folder, name + ".report.txt"), $"{failed.Failure!.Message.Trim()}\n\n{failed.Report}");
            }
            catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
            {
                throw new UsageException($"cannot write {path} or to {options.Coyote.Folder}: {refused.Message}");
            }
            lines.Add($"{trace.Scenario} · {failed.Failure.Kind} {failed.Failure.Identity} (Microsoft Coyote, {failed.Strategy.Name()}, seed {failed.Seed}, after {TextTable.Count(sampled.Schedules)} schedules)");
            lines.Add(failed.Failure.Message.Trim());
            lines.Add("");
            lines.Add($"replay     {Xvma.Cli.Check.CommandLine} replay {path}");
            lines.Add($"hand over  {Xvma.Cli.Check.CommandLine} replay {path} --hand-over");
            lines.AddRange(reports.Select(report => $"{(report == reports[0] ? "reports" : ""),-11}{report}"));
        }
        else if (sampled.Covered.Count > 0) lines.Add($"{name} (Microsoft Coyote)");
        lines.AddRange(sampled.Covered.Select(file => $"{(file == sampled.Covered[0] ? "coverage" : ""),-11}{file}"));
        page = lines.Count == 0 ? null : string.Join('\n', lines);
        return sampled.Failed is null ? null : path;
    }

    private static string FileName(string scenario) => scenario.Replace(' ', '-').Replace(",", "", StringComparison.Ordinal);

    private static int CodeOf(CoyoteFailureKind kind) => kind switch
    {
        CoyoteFailureKind.Deadlock => ExitCode.Deadlock,
        CoyoteFailureKind.Liveness => ExitCode.Liveness,
        CoyoteFailureKind.Hang => ExitCode.Inconclusive,
        _ => ExitCode.Safety,
    };

    private sealed record Sampled(CoyoteSubject Subject, long Schedules, TimeSpan Time, IReadOnlyList<string> Covered, CoyoteResult? Failed);
}
