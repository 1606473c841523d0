using System.Globalization;
using System.Text;
using Braid;
using Braid.Tests;
using Xvma.Model;

namespace Benchmarks;

/// <summary>How many different executions each strategy reaches of programs whose exact number is known, and what the estimates make of it.</summary>
internal static class StrategyTraces
{
    private const long Samples = 10_000;

    private static readonly (string Name, Func<Braid.Program> Program, string? Published)[] Programs =
    [
        ("lastzero(10)", Litmus.LastZero(10), "819 · 1,817 · 1,931 · 1,724 · 575"),
        ("fib(3)", Litmus.Fibonacci(3), "665 · 1,117 · 190 · 770 · 1,093"),
        ("lastzero(12)", Litmus.LastZero(12), null),
        ("casrot(8)", Litmus.Rotate(8), null),
        ("inc(5)", Litmus.RacyIncrement(5), null),
        ("indexer(14)", Litmus.Indexer(14), null),
        ("*asid wrap against fault*", ScenarioProgram.Factory("asid wrap against fault", null), null),
        ("*kill while waiting for room*", ScenarioProgram.Factory("kill while waiting for room", null), null),
    ];

    public static void Write(StringBuilder report, bool isQuick)
    {
        var seeds = isQuick ? 1 : 3;
        var programs = isQuick ? Programs[..4] : Programs;
        var rows = programs.Select(program => Measure(program.Name, program.Program, program.Published, seeds)).ToList();
        report.Append(CultureInfo.InvariantCulture, $"""
            ## Executions reached by {StrategiesBenchmark.Count(Samples)} schedules

            Different by more than the order of independent steps; the median of {seeds} seeds. *Elsewhere* are the figures others give for random walk, POS, PCT 3, PCT 10 and URW. They agree
            where the algorithms do. PCT spreads its changes of priority over the longest schedule seen so far, which is longer than most, so that fewer of them matter; URW goes by the lengths its
            pilot saw, and its figure moves with the seed (488 to 585 on lastzero(10)).


            """);
        report.AppendLine(StrategiesBenchmark.Row(["program", "all", .. StrategiesBenchmark.All.Select(strategy => strategy.ToString()), "elsewhere"]));
        report.AppendLine(StrategiesBenchmark.Rule(StrategiesBenchmark.All.Count + 3));
        foreach (var row in rows)
            report.AppendLine(StrategiesBenchmark.Row([row.Name, StrategiesBenchmark.Count(row.Total), .. row.Seen.Select(seen => StrategiesBenchmark.Count(seen.Traces)), row.Published ?? ""]));

        report.Append("""

            ## What the estimate says, and what is true

            Of those same schedules: the share of all executions that was seen, and in brackets the upper bound of it that `check` prints when it does not know the total (Chao1), with half its
            interval. It is an upper bound because every strategy finds some executions much rarer than others: the further one is from flat, the more it promises.


            """);
        report.AppendLine(StrategiesBenchmark.Row(["program", .. StrategiesBenchmark.All.Select(strategy => strategy.ToString())]));
        report.AppendLine(StrategiesBenchmark.Rule(StrategiesBenchmark.All.Count + 1));
        foreach (var row in rows) report.AppendLine(StrategiesBenchmark.Row([row.Name, .. row.Seen.Select(seen => Share(seen, row.Total))]));

        report.AppendLine().AppendLine("## How discovery goes on").AppendLine();
        report.AppendLine("The portfolio: executions seen after 1, 2, 4, … schedules and after all, and the probability that the next one is new (Good–Turing).").AppendLine();
        foreach (var row in rows)
        {
            var seen = row.Seen[^1];
            report.AppendLine(CultureInfo.InvariantCulture, $"- {row.Name}: {string.Join(' ', seen.Curve.Select(point => point.Traces))}; {seen.NextIsNew.Value:P1}");
        }

        report.AppendLine();
    }

    private static string Share(TraceCoverage seen, long total) => string.Create(
        CultureInfo.InvariantCulture, $"{100.0 * seen.Traces / total:0} % (≤ {100 * seen.Share.Value:0} ± {100 * seen.Share.Error:0})");

    private static Measured Measure(string name, Func<Braid.Program> program, string? published, int seeds)
    {
        var all = Explorer.Run(program, new() { StopAtFirstFailure = false });
        var seen = StrategiesBenchmark.All.Select(strategy =>
        {
            var runs = Enumerable.Range(1, seeds).Select(seed => Explorer.Run(
                program, new() { Strategy = strategy, MaxSchedules = Samples, Seed = (ulong)seed, CountDistinctTraces = true, StopAtFirstFailure = false }).Coverage!);
            return runs.OrderBy(run => run.Traces).ElementAt(seeds / 2);
        });
        return new(name, all.Traces + all.Failures, published, [.. seen]);
    }

    private sealed record Measured(string Name, long Total, string? Published, IReadOnlyList<TraceCoverage> Seen);
}
