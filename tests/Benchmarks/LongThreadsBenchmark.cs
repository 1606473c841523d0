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
        report.AppendLine().AppendLine("## Three long threads, one worker").AppendLine();
        report.AppendLine("Schedules a second of processor time. Where each step may be another thread's, what a switch costs decides: executing again, which grows with the thread, or a hand-over.").AppendLine();
        report.AppendLine("| scheduling points a thread | strategy | preemptions | re-execution | operating-system threads | chosen by itself |").AppendLine("|---|---|---|---|---|---|");
        Row(report, Rounds, Strategy.RandomWalk, null, 200);
        Row(report, Rounds, Strategy.RandomWalk, 2, 4_000);
        Row(report, Rounds, Strategy.RandomWalk, 10, 4_000);
        Row(report, Rounds, Strategy.Pct(3), null, 4_000);
        Row(report, Rounds, Strategy.Pct(10), null, 4_000);
        Row(report, 2 * Rounds, Strategy.RandomWalk, null, 400);
    }

    private static void Row(StringBuilder report, int rounds, Strategy strategy, int? bound, int schedules)
    {
        ExplorerOptions options = new() { Strategy = strategy, PreemptionBound = bound, MaxSchedules = schedules, Workers = 1 };
        List<double> again = [], threads = [], chosen = [];
        for (var round = -1; round < Measurements; round++)
        {
            var one = PerSecond(rounds, options with { Backend = Backend.ReExecution });
            var other = PerSecond(rounds, options with { Backend = Backend.OsThreads });
            var either = PerSecond(rounds, options);
            if (round < 0) continue;
            again.Add(one);
            threads.Add(other);
            chosen.Add(either);
        }

        report.AppendLine(CultureInfo.InvariantCulture, $"| {(3 * rounds) + 1} | {strategy} | {(bound is null ? "any" : $"≤ {bound}")} | {Median(again):N0} | {Median(threads):N0} | {Median(chosen):N0} |");
    }

    private static double PerSecond(int rounds, ExplorerOptions options)
    {
        var before = Environment.CpuUsage.TotalTime;
        var result = Explorer.Run(() => new BraidWorkload(rounds), options);
        return result.Schedules / (Environment.CpuUsage.TotalTime - before).TotalSeconds;
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }
}
