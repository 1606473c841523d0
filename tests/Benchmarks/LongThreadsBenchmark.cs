using System.Globalization;
using System.Text;
using Braid;

namespace Benchmarks;

/// <summary>Threads of nearly a thousand operations: what a switch costs on each backend, with many switches and with few.</summary>
internal static class LongThreadsBenchmark
{
    private const int Rounds = 320;
    private const int Measurements = 3;

    public static void Run(StringBuilder report)
    {
        report.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"## 3 threads × {(3 * Rounds) + 1} scheduling points, one worker").AppendLine();
        report.AppendLine("Schedules a second of processor time.").AppendLine();
        report.AppendLine("| strategy | preemptions | re-execution | operating-system threads |").AppendLine("|---|---|---|---|");
        Row(report, Strategy.RandomWalk, null, 200);
        Row(report, Strategy.RandomWalk, 2, 4_000);
        Row(report, Strategy.RandomWalk, 10, 4_000);
        Row(report, Strategy.Pct(3), null, 4_000);
        Row(report, Strategy.Pct(10), null, 4_000);
    }

    private static void Row(StringBuilder report, Strategy strategy, int? bound, int schedules)
    {
        ExplorerOptions options = new() { Strategy = strategy, PreemptionBound = bound, MaxSchedules = schedules, Workers = 1 };
        List<double> again = [], threads = [];
        for (var round = -1; round < Measurements; round++)
        {
            var one = PerSecond(options);
            var other = PerSecond(options with { Backend = Backend.OsThreads });
            if (round < 0) continue;
            again.Add(one);
            threads.Add(other);
        }

        report.AppendLine(CultureInfo.InvariantCulture, $"| {strategy} | {(bound is null ? "any" : $"≤ {bound}")} | {Median(again):N0} | {Median(threads):N0} |");
    }

    private static double PerSecond(ExplorerOptions options)
    {
        var before = Environment.CpuUsage.TotalTime;
        var result = Explorer.Run(() => new BraidWorkload(Rounds), options);
        return result.Schedules / (Environment.CpuUsage.TotalTime - before).TotalSeconds;
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }
}
