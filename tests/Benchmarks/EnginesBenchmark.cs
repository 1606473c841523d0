using System.Diagnostics;
using System.Globalization;
using System.Text;
using Xvma.Model;
using Xvma.Model.Coyote;

namespace Benchmarks;

/// <summary>Braid's strategies beside Microsoft Coyote's, in one run: the same scenarios over the same production sources, and the same known bugs.</summary>
internal static class EnginesBenchmark
{
    /// <summary>Runs the comparison, or <paramref name="part"/> of it: <c>scenarios</c> or <c>bugs</c>, each with a table of its own. Null for both.</summary>
    public static void Run(EnginesPlan plan, string? part)
    {
        // What is compiled at first use is not to be counted.
        BraidChecker.Check(ScenarioCatalogue.All[0], new() { Workers = 1, MaxTime = TimeSpan.FromSeconds(0.5) });
        CoyoteEngine.Check(new(RewrittenAssemblies.Production, ModelCatalog.TypeName, ScenarioCatalogue.All[0].Name), new() { MaxIterations = 20 });
        if (part is null or "scenarios") Scenarios(plan);
        if (part is null or "bugs") Bugs(plan);
    }

    private static void Scenarios(EnginesPlan plan)
    {
        var report = Start("Braid beside Microsoft Coyote: scenarios", "scenarios", plan);
        report.Append(CultureInfo.InvariantCulture, $"""
            Each strategy has {plan.Sampling.TotalSeconds:0.0} s for each scenario. A cell says how many different executions were met, of all there are under sequential consistency,
            and how many schedules a second. Executions that differ only in the order of independent steps are one; those of Coyote are run again in Braid in
            the order in which their operations took effect, and counted as Braid's. All traces: by Braid's search, in the time beside them.


            """);
        Write(report, "engines-scenarios", plan, new EnginesScenarios(plan).Table());
    }

    private static void Bugs(EnginesPlan plan)
    {
        var report = Start("Braid beside Microsoft Coyote: known bugs", "bugs", plan);
        report.Append(CultureInfo.InvariantCulture, $"""
            A cell says after how many schedules and seconds the bug was found, the median of the runs that found it, and how many of {plan.Seeds} did. A run of a
            sampling strategy of Braid has {plan.BraidSchedules:N0} schedules, one of Coyote {plan.CoyoteSchedules:N0}: Coyote's take longer than Braid's by more than
            that. A strategy that has found nothing with {plan.Patience} seeds is not asked with the others. Searches need no seed and run once, for at most {plan.Whole.TotalSeconds:0} s.
            *Braid check* is what `xvma check` does: 1,000 schedules of the exhaustive search, then the portfolio, then the rest, held against the specification;
            its seconds include making the failure small: the only column in which steps are held against it, so the only one that can find what no claim of a scenario is about.
            Bugs that only store buffers bring about (TSO) are not put to Coyote, which has none.


            """);
        var work = Directory.CreateTempSubdirectory("xvma-engines-");
        try
        {
            Write(report, "engines-bugs", plan, new EnginesBugs(plan, work.FullName).Table());
        }
        finally
        {
            work.Delete(recursive: true);
        }
    }

    private static StringBuilder Start(string title, string part, EnginesPlan plan) => new(string.Create(CultureInfo.InvariantCulture, $"""
        # {title}

        Written by `dotnet run -c Release --project tests/Benchmarks -- engines {part}{plan.Name}`. {Environment.ProcessorCount} processors, .NET {Environment.Version}; one worker each, the
        engines take turns, nothing is held against the specification unless a column says so. Both run the same sources: Braid in the controlled
        instantiation, {CoyoteEngine.Version} over the rewritten native one, with every lock, atomic and volatile access a scheduling point (without those it
        sees none of these bugs), trace analysis, telemetry and logging off, and the number of each strategy that its own portfolio gives it.


        """));

    private static void Write(StringBuilder report, string name, EnginesPlan plan, IEnumerable<string> rows)
    {
        var clock = Stopwatch.StartNew();
        foreach (var row in rows)
        {
            Console.Error.WriteLine(row);
            report.AppendLine(row);
        }

        report.AppendLine(CultureInfo.InvariantCulture, $"\n{clock.Elapsed.TotalSeconds:0} s in all.");
        // A quick look is not worth keeping.
        if (plan == EnginesPlan.Quick) Console.Write(report);
        else Results.Write(name, report.ToString());
    }
}
