using Xvma.Model;
using Xvma.Model.Coyote;

namespace Xvma.Cli;

/// <summary>Checks scenarios and known bugs under Microsoft Coyote, over the rewritten production instantiation.</summary>
internal sealed class CoyoteRunner(Terminal terminal, CheckOptions options) : IDisposable
{
    private static readonly IReadOnlyList<CoyoteStrategy> Strategies = [CoyoteStrategy.Random, CoyoteStrategy.Prioritization, CoyoteStrategy.FairPrioritization];

    private readonly KnownBugCompiler compiler = new();
    private readonly DirectoryInfo work = Directory.CreateTempSubdirectory("xvma-check-");

    /// <summary>Samples a scenario.</summary>
    public ScenarioRow Check(ScenarioInfo scenario, TimeSpan limit, CancellationToken stop, out string? page)
    {
        var sampled = Progress.Watch(terminal, $"{scenario.Name} (Coyote)", told =>
            Sample(new(RewrittenAssemblies.Production, ModelCatalog.TypeName, scenario.Name), limit, told, stop));
        page = null;
        string? path = null;
        if (sampled.Failed is { Trace: { } trace } failed)
        {
            path = Save(trace, $"{scenario.Name.Replace(' ', '-').Replace(",", "", StringComparison.Ordinal)}.coyote.txt");
            page = $"{scenario.Name} · {failed.Failure} (Microsoft Coyote, {Name(failed.Strategy)})\n\nreplay   {Xvma.Cli.Check.CommandLine} replay {path}";
        }
        return new(
            scenario.Name, "Coyote", sampled.Schedules, null, page is null ? "inconclusive" : "bug",
            $"{string.Join(", ", Strategies.Select(Name))} strategies", sampled.Time.TotalSeconds,
            sampled.Failed is { Failure: { } failure } ? CodeOf(failure.Kind) : ExitCode.Ok, path);
    }

    /// <summary>Looks for a known bug.</summary>
    public (Finding Finding, string? Identity, string? Path) Find(KnownBug bug, TimeSpan limit, IProgress<string> told, CancellationToken stop)
    {
        var folder = work.CreateSubdirectory(bug.Name).FullName;
        var library = compiler.CompileTo(bug, Path.Combine(folder, "edited"));
        var assemblies = RewrittenAssemblies.Production.Replace(library, Path.Combine(folder, "rewritten"));
        var sampled = Sample(new(assemblies, ModelCatalog.TypeName, bug.Scenario, bug.Name), limit, told, stop);
        var path = sampled.Failed is { Trace: { } trace } ? Save(trace, $"{bug.Name}.coyote.txt") : null;
        return (new(sampled.Failed is not null, sampled.Schedules, IsExhausted: false), sampled.Failed?.Failure?.Identity, path);
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
    private Sampled Sample(CoyoteSubject subject, TimeSpan limit, IProgress<string> told, CancellationToken stop)
    {
        var (schedules, time) = (0L, TimeSpan.Zero);
        foreach (var strategy in Strategies)
        {
            var counting = new Told<CoyoteProgress>(progress => told.Report($"{Name(strategy)}, {progress.Iterations} schedules so far"));
            var result = CoyoteEngine.Check(
                subject,
                new()
                {
                    Strategy = strategy,
                    MaxTime = limit / Strategies.Count,
                    MaxIterations = (uint)Math.Clamp((options.Schedules ?? uint.MaxValue) / Strategies.Count, 1, uint.MaxValue),
                    Seed = (uint)options.Seed,
                },
                counting,
                stop);
            schedules += result.Iterations;
            time += result.Elapsed;
            if (result.Failure is not null) return new(schedules, time, result);
            if (stop.IsCancellationRequested) break;
        }
        return new(schedules, time, null);
    }

    private string Save(CoyoteTrace trace, string name)
    {
        var path = Path.Combine(options.Folder, name);
        try
        {
            Directory.CreateDirectory(options.Folder);
            CoyoteTraceFile.Write(path, trace);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"cannot write {path}: {refused.Message}");
        }
        return path;
    }

    private static string Name(CoyoteStrategy strategy) => strategy == CoyoteStrategy.FairPrioritization ? "fair" : strategy.ToString().ToLowerInvariant();

    private static int CodeOf(CoyoteFailureKind kind) => kind switch
    {
        CoyoteFailureKind.Deadlock => ExitCode.Deadlock,
        CoyoteFailureKind.Liveness => ExitCode.Liveness,
        CoyoteFailureKind.Hang => ExitCode.Inconclusive,
        _ => ExitCode.Safety,
    };

    private sealed record Sampled(long Schedules, TimeSpan Time, CoyoteResult? Failed);
}
