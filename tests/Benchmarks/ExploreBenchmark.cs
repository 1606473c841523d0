using System.Globalization;
using System.Text;
using Tenet.Explore;
using Tenet.Explore.Tests;
using Xvma.Model.Instances;

namespace Benchmarks;

/// <summary>Explicit-state search: distinct states in a second with one and two workers, and bytes a state, on instances of several million states.</summary>
internal static class ExploreBenchmark
{
    private const int Rounds = 5;

    private static readonly string[] Names = ["one-page", "two-frames", "attachment"];

    public static void Run()
    {
        var report = new StringBuilder();
        report.AppendLine("# Exploration of instances").AppendLine();
        report.AppendLine(CultureInfo.InvariantCulture, $"{Environment.ProcessorCount} cores, .NET {Environment.Version}; medians of {Rounds} rounds in which one and two workers alternate; no symmetry.");
        report.AppendLine("All invariants and transition properties of the specification are checked. Asked for: 1,000,000 distinct states/s on one core, 1.6 × with two workers, at most 64 bytes a state.");
        report.AppendLine("What is said by processor time holds on a busy machine too.").AppendLine();
        report.AppendLine("| instance | states | depth | bits | states/s, one worker | by processor time | states/s, two workers | two against one, by processor time | bytes a state |");
        report.AppendLine("|---|---|---|---|---|---|---|---|---|");
        foreach (var name in Names) report.AppendLine(Row(name));
        report.AppendLine().AppendLine(SpinBeside());
        Results.Write("explore", report.ToString());
    }

    private static string Row(string name)
    {
        if (!InstanceCatalogue.TryFind(name, out var instance)) throw new InvalidOperationException($"no instance is called {name}");
        var (one, two) = (new Rate(), new Rate());
        ExplorationResult? result = null;
        for (var round = -1; round < Rounds; round++)
        {
            result = one.Measure(instance, workers: 1, keep: round >= 0);
            two.Measure(instance, workers: 2, keep: round >= 0);
        }

        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {result!.States:N0} | {result.Depth} | {result.BitsPerState} | {one.PerSecond:N0} | {one.PerProcessorSecond:N0} | {two.PerSecond:N0} | {two.PerSecond / one.PerSecond:F2} ×, {2 * two.PerProcessorSecond / one.PerProcessorSecond:F2} × | {(double)result.Bytes / result.States:F1} |");
    }

    /// <summary>SPIN on the smallest of them, breadth-first, one core, its invariants and transition properties checked too.</summary>
    private static string SpinBeside()
    {
        if (Spin.Missing is { } missing) return $"SPIN was not asked: {missing}.";
        InstanceCatalogue.TryFind(Names[0], out var instance);
        var spin = Spin.Run(instance);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"SPIN, given `{Names[0]}` as Promela (`xvma explore --instance {Names[0]} --promela FILE`): {spin.States:N0} states, {spin.Errors} errors, {spin.States / spin.Time.TotalSeconds:N0} states/s, one core.");
    }

    private sealed class Rate
    {
        private readonly List<double> perSecond = [];
        private readonly List<double> perProcessorSecond = [];

        public double PerSecond => Median(perSecond);

        public double PerProcessorSecond => Median(perProcessorSecond);

        public ExplorationResult Measure(Instance instance, int workers, bool keep)
        {
            var before = Environment.CpuUsage.TotalTime;
            var result = Explorer.Explore(instance, new() { Workers = workers, UsesSymmetry = false });
            var processor = Environment.CpuUsage.TotalTime - before;
            if (keep)
            {
                perSecond.Add(result.StatesPerSecond);
                perProcessorSecond.Add(result.States / processor.TotalSeconds);
            }

            return result;
        }

        private static double Median(List<double> values)
        {
            values.Sort();
            return values[values.Count / 2];
        }
    }
}
