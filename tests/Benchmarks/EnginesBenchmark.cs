using System.Globalization;
using System.Text;
using Braid;
using Xvma.Model;
using Xvma.Model.Coyote;

namespace Benchmarks;

/// <summary>Braid beside Microsoft Coyote, in one run: the same scenarios over the same production sources, and the same known bugs.</summary>
internal static class EnginesBenchmark
{
    private const int CoyoteSchedulesForABug = 300;

    private static readonly TimeSpan Sampling = TimeSpan.FromSeconds(2);

    private static readonly string[] Scenarios =
        ["fault against unmap", "context steal against fault", "partial unmap against bcopy", "private addresses stay private", "two joins and a leave"];

    public static void Run()
    {
        var report = new StringBuilder();
        report.Append(CultureInfo.InvariantCulture, $"""
            # Braid beside Microsoft Coyote

            Written by `dotnet run -c Release --project tests/Benchmarks -- engines`. {Environment.ProcessorCount} processors, .NET {Environment.Version}; one worker each; the
            engines take turns. Both sample at random for {Sampling.TotalSeconds:0} s a scenario; a step is an operation of the seam for Braid and a scheduling point for Coyote.
            Seed 1; schedules to a bug are for that seed.

            | scenario | Braid: schedules/s | steps/s | Coyote: schedules/s | steps/s | Braid to Coyote | all schedules, by Braid |
            |---|---|---|---|---|---|---|

            """);
        foreach (var name in Scenarios) report.AppendLine(Speed(ScenarioCatalogue.Find(name)));
        report.Append(CultureInfo.InvariantCulture, $"""

            ## Schedules to each known bug

            Braid searches exhaustively; Coyote has {CoyoteSchedulesForABug} schedules with its random strategy.

            | known bug | Braid | Coyote |
            |---|---|---|

            """);
        using var work = new WorkFolder();
        foreach (var bug in KnownBug.All) report.AppendLine(Bug(bug, work.Path));
        Results.Write("engines", report.ToString());
    }

    private static string Speed(ScenarioInfo scenario)
    {
        var sample = new ExplorerOptions { Strategy = Strategy.RandomWalk, MaxTime = Sampling, Workers = 1 };
        BraidChecker.Check(scenario, sample with { MaxTime = Sampling / 4 }); // compiles
        var braid = BraidChecker.Check(scenario, sample);
        var coyote = CoyoteEngine.Check(
            new(RewrittenAssemblies.Production, ModelCatalog.TypeName, scenario.Name), new() { MaxTime = Sampling, MaxIterations = uint.MaxValue }, null, default);
        var all = BraidChecker.Check(scenario, new() { Workers = 1 });
        var fast = braid.Schedules / braid.Elapsed.TotalSeconds;
        var slow = coyote.Iterations / coyote.Elapsed.TotalSeconds;
        return string.Create(CultureInfo.InvariantCulture,
            $"| {scenario.Name} | {fast:N0} | {braid.Steps / braid.Elapsed.TotalSeconds:N0} | {slow:N0} | {coyote.Steps / coyote.Elapsed.TotalSeconds:N0} | {fast / slow:N0} × | {all.Schedules:N0} in {all.Elapsed.TotalSeconds:0.000} s |");
    }

    private static string Bug(KnownBug bug, string folder)
    {
        var (braid, _) = new KnownBugChecker().Check(bug, new() { Workers = 1 }, null, default);
        var library = new KnownBugCompiler().CompileTo(bug, Path.Combine(folder, bug.Name, "edited"));
        var assemblies = RewrittenAssemblies.Production.Replace(library, Path.Combine(folder, bug.Name, "rewritten"));
        var coyote = CoyoteEngine.Check(
            new(assemblies, ModelCatalog.TypeName, bug.Scenario, bug.Name), new() { MaxIterations = CoyoteSchedulesForABug }, null, default);
        return string.Create(CultureInfo.InvariantCulture,
            $"| {bug.Name} | {(braid.Failure is { } found ? found.FoundAfter.ToString("N0", CultureInfo.InvariantCulture) : $"missed in {braid.Schedules:N0}")} | {(coyote.Failure is null ? $"missed in {coyote.Iterations:N0}" : $"{coyote.Iterations:N0}")} |");
    }

    private sealed class WorkFolder : IDisposable
    {
        private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("xvma-engines-");

        public string Path => folder.FullName;

        public void Dispose() => folder.Delete(recursive: true);
    }
}
