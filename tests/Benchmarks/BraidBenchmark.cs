using System.Globalization;
using System.Text;
using Braid;
using Braid.Tests;

namespace Benchmarks;

/// <summary>What the explorer does in a second: schedules on both backends with one and two workers.</summary>
internal static class BraidBenchmark
{
    private const int Rounds = 7;

    public static void Run()
    {
        var report = new StringBuilder();
        report.AppendLine("# Braid").AppendLine();
        report.AppendLine(CultureInfo.InvariantCulture, $"{Environment.ProcessorCount} cores, .NET {Environment.Version}; medians of {Rounds} rounds in which all rows alternate.");
        report.AppendLine("What is said by processor time holds on a busy machine too.").AppendLine();
        Sampling(report);
        LongThreadsBenchmark.Run(report);
        Results.Write("braid", report.ToString());
    }

    private static void Sampling(StringBuilder report)
    {
        Rate[] rates =
        [
            new(Backend.ReExecution, 1, 200_000),
            new(Backend.ReExecution, 2, 400_000),
            new(Backend.ReExecution, 1, 200_000) { IsHashed = true },
            new(Backend.ReExecution, 2, 400_000) { IsHashed = true },
            new(Backend.OsThreads, 1, 8_000),
            new(Backend.OsThreads, 2, 16_000),
            new(Backend.OsThreads, 1, 40_000) { Preemptions = 2 },
            new(Backend.OsThreads, 1, 200_000) { Preemptions = 0 },
        ];
        for (var round = -1; round < Rounds; round++)
        {
            foreach (var rate in rates) rate.Measure(keep: round >= 0);
        }

        report.AppendLine("## Random walk over 3 threads × 16 scheduling points").AppendLine();
        report.AppendLine("| backend | workers | preemptions | trace hash | schedules/s | steps/s | schedules/s of processor time |").AppendLine("|---|---|---|---|---|---|---|");
        foreach (var rate in rates)
        {
            report.AppendLine(
                CultureInfo.InvariantCulture,
                $"| {rate.Backend} | {rate.Workers} | {(rate.Preemptions is { } most ? $"≤ {most}" : "any")} | {(rate.IsHashed ? "on" : "off")} | {rate.PerSecond:N0} | {rate.PerSecond * rate.StepsPerSchedule:N0} | {rate.PerProcessorSecond:N0} |");
        }

        report.AppendLine().AppendLine(
            CultureInfo.InvariantCulture,
            $"Two workers against one: re-execution {Gain(rates[0], rates[1])}; with the trace hash {Gain(rates[2], rates[3])}; threads of the operating system {Gain(rates[4], rates[5])}.");
    }

    private static string Gain(Rate one, Rate two) => string.Create(
        CultureInfo.InvariantCulture,
        $"{two.PerSecond / one.PerSecond:F2} × by the clock, {2 * two.PerProcessorSecond / one.PerProcessorSecond:F2} × by processor time");

    private sealed class Rate(Backend backend, int workers, int schedules)
    {
        private readonly List<double> perSecond = [];
        private readonly List<double> perProcessorSecond = [];

        public Backend Backend => backend;

        public int Workers => workers;

        public bool IsHashed { get; init; }

        public int? Preemptions { get; init; }

        public double StepsPerSchedule { get; private set; }

        public double PerSecond => Median(perSecond);

        public double PerProcessorSecond => Median(perProcessorSecond);

        public void Measure(bool keep)
        {
            ExplorerOptions options = new() { Strategy = Strategy.RandomWalk, MaxSchedules = schedules, Workers = workers, Backend = backend, CountDistinctTraces = IsHashed, PreemptionBound = Preemptions };
            var before = Environment.CpuUsage.TotalTime;
            var result = Explorer.Run(() => new BraidWorkload(), options);
            var processor = Environment.CpuUsage.TotalTime - before;
            if (!keep) return;
            perSecond.Add(result.Schedules / result.Elapsed.TotalSeconds);
            perProcessorSecond.Add(result.Schedules / processor.TotalSeconds);
            StepsPerSchedule = (double)result.Steps / result.Schedules;
        }

        private static double Median(List<double> values)
        {
            values.Sort();
            return values[values.Count / 2];
        }
    }
}
