using System.Diagnostics;
using System.Globalization;
using System.Text;
using Braid;

namespace Benchmarks;

/// <summary>What sampling strategies reach of what is known: traces of programs and scenarios with exact totals, and all known bugs.</summary>
internal static class StrategiesBenchmark
{
    /// <summary>The strategies compared, in the order of the columns.</summary>
    public static IReadOnlyList<Strategy> All { get; } =
        [Strategy.RandomWalk, Strategy.PartialOrder, Strategy.Pct(3), Strategy.Pct(10), Strategy.Uniform, Strategy.SelectivelyUniform, Strategy.Portfolio];

    public static void Run(bool isQuick)
    {
        var clock = Stopwatch.StartNew();
        var report = new StringBuilder();
        report.Append(CultureInfo.InvariantCulture, $"""
            # Sampling strategies

            Written by `dotnet run -c Release --project tests/Benchmarks -- strategies{(isQuick ? " --quick" : "")}`. {Environment.ProcessorCount} processors, .NET {Environment.Version}.
            Counts depend on seeds only; seconds on the machine and on what else runs there. The portfolio is {string.Join(", ", Strategy.Portfolio.Members)} in turn; the first
            eight schedules of all but the random walk and pos are random walks, from which they learn how long threads are, and count.


            """);
        StrategyTraces.Write(report, isQuick);
        StrategyBugs.Write(report, isQuick);
        report.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"All of it took {clock.Elapsed.TotalSeconds:N0} s.");
        if (isQuick) Console.Write(report);
        else Results.Write("strategies", report.ToString());
    }

    /// <summary>A row of a table.</summary>
    public static string Row(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";

    /// <summary>The line under a table's titles.</summary>
    public static string Rule(int columns) => $"|{string.Concat(Enumerable.Repeat("---|", columns))}";

    /// <summary>A count with separators.</summary>
    public static string Count(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
