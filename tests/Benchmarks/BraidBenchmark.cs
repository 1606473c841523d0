using System.Globalization;
using System.Text;
using Braid;

namespace Benchmarks;

/// <summary>Schedules a second of the explorer: both backends, one and two workers.</summary>
internal static class BraidBenchmark
{
    private const int Rounds = 5;

    public static void Run()
    {
        var table = new StringBuilder();
        table.AppendLine("# Braid: schedules a second").AppendLine();
        table.AppendLine("Random walk over 3 threads × 16 scheduling points; medians of 5 rounds.").AppendLine();
        table.AppendLine("| backend | workers | schedules/s | steps/s |").AppendLine("|---|---|---|---|");
        var one = Measure(table, Backend.ReExecution, 1, 400_000);
        var two = Measure(table, Backend.ReExecution, 2, 800_000);
        Measure(table, Backend.OsThreads, 1, 20_000);
        Measure(table, Backend.OsThreads, 2, 40_000);
        table.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"Two workers are {two / one:F2} × one.");
        Console.Write(table);
    }

    private static double Measure(StringBuilder table, Backend backend, int workers, int schedules)
    {
        var options = new ExplorerOptions { Strategy = Strategy.RandomWalk, MaxSchedules = schedules, Workers = workers, Backend = backend };
        var rates = new double[Rounds];
        var steps = 0.0;
        for (var round = -1; round < Rounds; round++)
        {
            var result = Explorer.Run(() => new BraidWorkload(), options);
            if (round < 0) continue;
            rates[round] = result.Schedules / result.Elapsed.TotalSeconds;
            steps = (double)result.Steps / result.Schedules;
        }

        Array.Sort(rates);
        var median = rates[Rounds / 2];
        table.AppendLine(CultureInfo.InvariantCulture, $"| {backend} | {workers} | {median:N0} | {median * steps:N0} |");
        return median;
    }
}
