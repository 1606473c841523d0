using Xvma.Model;
using Xvma.Model.Coyote;

namespace Xvma.Cli;

/// <summary>Checks scenarios and known bugs under Microsoft Coyote, over the rewritten production instantiation.</summary>
internal sealed class CoyoteRunner(Terminal terminal, CheckOptions options) : IDisposable
{
    private readonly KnownBugCompiler compiler = new();
    private readonly DirectoryInfo work = Directory.CreateTempSubdirectory("xvma-check-");

    /// <summary>Samples a scenario.</summary>
    public ScenarioRow Check(ScenarioInfo scenario, TimeSpan limit, CancellationToken stop, out string? page)
    {
        var result = Progress.Watch(terminal, $"{scenario.Name} (Coyote)", told =>
            Sample(new(RewrittenAssemblies.Production, ModelCatalog.TypeName, scenario.Name), limit, told, stop));
        page = null;
        string? path = null;
        if (result.Trace is { } trace)
        {
            path = Save(trace, $"{scenario.Name.Replace(' ', '-').Replace(",", "", StringComparison.Ordinal)}.coyote.txt");
            page = $"{scenario.Name} · {result.Failure} (Microsoft Coyote)\nreplay   xvma replay {path}";
        }
        var found = result.Failure is not null;
        return new(
            scenario.Name, "Coyote", result.Iterations, null, found ? "bug" : "inconclusive",
            $"{result.DistinctSchedules} distinct, {result.Strategy} strategy", result.Elapsed.TotalSeconds,
            found ? CodeOf(result.Failure!.Kind) : ExitCode.Ok, path);
    }

    /// <summary>Looks for a known bug.</summary>
    public (Finding Finding, string? Identity, string? Path) Find(KnownBug bug, TimeSpan limit, IProgress<string> told, CancellationToken stop)
    {
        var folder = work.CreateSubdirectory(bug.Name).FullName;
        var library = compiler.CompileTo(bug, Path.Combine(folder, "edited"));
        var assemblies = RewrittenAssemblies.Production.Replace(library, Path.Combine(folder, "rewritten"));
        var result = Sample(new(assemblies, ModelCatalog.TypeName, bug.Scenario, bug.Name), limit, told, stop);
        var path = result.Trace is { } trace ? Save(trace, $"{bug.Name}.coyote.txt") : null;
        return (new(result.Failure is not null, result.Iterations, IsExhausted: false), result.Failure?.Identity, path);
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

    private CoyoteResult Sample(CoyoteSubject subject, TimeSpan limit, IProgress<string> told, CancellationToken stop) => CoyoteEngine.Check(
        subject,
        new()
        {
            MaxTime = limit,
            MaxIterations = (uint)Math.Min(options.Schedules ?? uint.MaxValue, uint.MaxValue),
            Seed = (uint)options.Seed,
        },
        new Told<CoyoteProgress>(progress => told.Report($"{progress.Iterations} schedules so far, {TextTable.Seconds(progress.Elapsed)}")),
        stop);

    private string Save(CoyoteTrace trace, string name)
    {
        var path = Path.Combine(options.Folder, name);
        Directory.CreateDirectory(options.Folder);
        CoyoteTraceFile.Write(path, trace);
        return path;
    }

    private static int CodeOf(CoyoteFailureKind kind) => kind switch
    {
        CoyoteFailureKind.Deadlock => ExitCode.Deadlock,
        CoyoteFailureKind.Liveness => ExitCode.Liveness,
        CoyoteFailureKind.Hang => ExitCode.Inconclusive,
        _ => ExitCode.Safety,
    };
}
