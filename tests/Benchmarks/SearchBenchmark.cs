using System.Globalization;
using System.Text;
using Braid;
using Braid.Tests;
using Xvma.Model;

namespace Benchmarks;

/// <summary>Exhaustive searches of known programs: the optimal one on one and two workers, source sets beside it.</summary>
internal static class SearchBenchmark
{
    public static void Run()
    {
        var report = new StringBuilder();
        report.AppendLine("# Exhaustive search").AppendLine();
        report.AppendLine(CultureInfo.InvariantCulture, $"{Environment.ProcessorCount} cores, .NET {Environment.Version}; seconds of processor time, which hold on a busy machine too; two workers by the clock.");
        report.AppendLine("Allocated: by the optimal search on one worker, for all its schedules together. Heap: what was in use at the end of it.").AppendLine();
        report.AppendLine("| program | traces | deadlocks | optimal | two workers | allocated | heap | source sets | begun in vain by source sets |");
        report.AppendLine("|---|---|---|---|---|---|---|---|---|");
        _ = Measure(nameof(Litmus.LastZero), 10, Strategy.Exhaustive, 1);
        (string Name, int Size)[] programs =
        [
            (nameof(Litmus.LastZero), 10),
            (nameof(Litmus.LastZero), 12),
            (nameof(Litmus.LastZero), 15),
            (nameof(Litmus.Readers), 10),
            (nameof(Litmus.RacyIncrement), 5),
            (nameof(Litmus.Rotate), 8),
            (nameof(Litmus.Philosophers), 5),
            (nameof(Litmus.Indexer), 15),
        ];
        foreach (var (name, size) in programs)
        {
            var one = Measure(name, size, Strategy.Exhaustive, 1);
            var two = Measure(name, size, Strategy.Exhaustive, 2);
            var isLong = one.Result.Traces > 100_000; // source sets begin millions in vain there
            var sets = isLong ? default : Measure(name, size, Strategy.SourceSets, 1);
            var beside = isLong ? "– | –" : string.Create(CultureInfo.InvariantCulture, $"{sets.Seconds:F2} s | {sets.Result.Blocked:N0}");
            report.AppendLine(
                CultureInfo.InvariantCulture,
                $"| {name}({size}) | {one.Result.Traces:N0} | {one.Result.Failures} | {one.Seconds:F2} s | {two.Result.Elapsed.TotalSeconds:F2} s | {one.Megabytes:N0} MB | {one.Heap:N0} MB | {beside} |");
        }

        TwoWorkers(report);
        Results.Write("search", report.ToString());
    }

    private static void TwoWorkers(StringBuilder report)
    {
        const int Rounds = 5;
        report.AppendLine().AppendLine("## One worker and two").AppendLine();
        report.AppendLine(CultureInfo.InvariantCulture, $"The optimal search, in turn; medians of {Rounds} rounds. By processor time: twice what one worker used over what two did, which leaves out waiting, for a core or for each other.").AppendLine();
        report.AppendLine("| program | executions | one, clock | two, clock | by the clock | by processor time |").AppendLine("|---|---|---|---|---|---|");
        (string Name, Func<Braid.Program> Program)[] programs =
        [
            ("LastZero(15)", Litmus.Named(nameof(Litmus.LastZero), 15)),
            ("steal and unmap against fault", ScenarioProgram.Factory("steal and unmap against fault", theory: null)),
        ];
        foreach (var (name, program) in programs)
        {
            List<(ExplorationResult Result, double Seconds)> one = [], two = [];
            for (var round = -1; round < Rounds; round++)
            {
                foreach (var (workers, into) in new[] { (1, one), (2, two) })
                {
                    GC.Collect();
                    var processor = Environment.CpuUsage.TotalTime;
                    var result = Explorer.Run(program, new() { StopAtFirstFailure = false, Workers = workers });
                    if (round >= 0) into.Add((result, (Environment.CpuUsage.TotalTime - processor).TotalSeconds));
                }
            }

            var (clockOne, clockTwo) = (Median(one, each => each.Result.Elapsed.TotalSeconds), Median(two, each => each.Result.Elapsed.TotalSeconds));
            var byProcessor = 2 * Median(one, each => each.Seconds) / Median(two, each => each.Seconds);
            report.AppendLine(
                CultureInfo.InvariantCulture,
                $"| {name} | {one[0].Result.Traces:N0} | {clockOne:F2} s | {clockTwo:F2} s | {clockOne / clockTwo:F2} × | {byProcessor:F2} × |");
        }
    }

    private static double Median(IEnumerable<(ExplorationResult Result, double Seconds)> rounds, Func<(ExplorationResult Result, double Seconds), double> what)
    {
        var sorted = rounds.Select(what).Order().ToList();
        return sorted[sorted.Count / 2];
    }

    private static (ExplorationResult Result, double Seconds, double Megabytes, double Heap) Measure(string name, int size, Strategy strategy, int workers)
    {
        GC.Collect();
        var (processor, allocated) = (Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes());
        var result = Explorer.Run(Litmus.Named(name, size), new() { Strategy = strategy, StopAtFirstFailure = false, Workers = workers });
        return (result, (Environment.CpuUsage.TotalTime - processor).TotalSeconds, (GC.GetTotalAllocatedBytes() - allocated) / 1e6, GC.GetTotalMemory(forceFullCollection: false) / 1e6);
    }
}
