using System.Globalization;
using System.Text;
using Braid;
using Xvma.Model;
using Xvma.Spec.Formal;

namespace Benchmarks;

/// <summary>What the oracle costs: every scenario with and without it, in one run, by turns.</summary>
internal static class OracleBenchmark
{
    private const int Rounds = 3;
    private const double Target = 3;

    private static readonly TimeSpan Sampling = TimeSpan.FromSeconds(0.25);

    public static void Run()
    {
        var report = new StringBuilder();
        report.Append(CultureInfo.InvariantCulture, $"""
            # What the oracle costs

            Written by `dotnet run -c Release --project tests/Benchmarks -- oracle`. {Environment.ProcessorCount} processors, .NET {Environment.Version}; one worker. Schedules of
            {Strategy.PartialOrder}, seed 1, {Rounds} × {Sampling.TotalSeconds:0.00} s with and without the oracle by turns, after both have been compiled. Target: at most {Target:0} × in all.

            | scenario | without: schedules/s | with: schedules/s | cost |
            |---|---|---|---|

            """);
        double with = 0, without = 0;
        foreach (var scenario in ScenarioCatalogue.All)
        {
            var (plain, followed) = Measure(scenario);
            without += 1 / plain;
            with += 1 / followed;
            report.AppendLine(CultureInfo.InvariantCulture, $"| {scenario.Name} | {plain:N0} | {followed:N0} | {plain / followed:0.00} × |");
        }

        report.AppendLine(CultureInfo.InvariantCulture, $"| **all, as many schedules of each** | | | **{with / without:0.00} ×** |");
        Results.Write("oracle", report.ToString());
    }

    private static (double Without, double With) Measure(ScenarioInfo scenario)
    {
        var sample = new ExplorerOptions { Strategy = Strategy.PartialOrder, MaxTime = Sampling, Workers = 1 };
        BraidChecker.Check(scenario, sample);
        BraidChecker.Check(scenario, sample, oracle: XvmaTheory.Theory);
        double without = 0, with = 0;
        for (var round = 0; round < Rounds; round++)
        {
            without += Speed(BraidChecker.Check(scenario, sample)) / Rounds;
            with += Speed(BraidChecker.Check(scenario, sample, oracle: XvmaTheory.Theory)) / Rounds;
        }

        return (without, with);
    }

    private static double Speed(ExplorationResult result) => result.Schedules / result.Elapsed.TotalSeconds;
}
