using System.Diagnostics;
using System.Globalization;
using System.Text;
using Braid;
using Xvma.Model;
using Xvma.Spec.Formal;

namespace Benchmarks;

/// <summary>How many schedules each strategy needs for each known bug, beside the exhaustive search and what <c>check</c> does by default.</summary>
internal static class StrategyBugs
{
    /// <summary>A strategy that has found nothing with so many seeds is not asked with the others.</summary>
    private const int Patience = 5;

    public static void Write(StringBuilder report, bool isQuick)
    {
        var seeds = isQuick ? 4 : 20;
        var cap = isQuick ? 2_000 : 6_000;
        report.Append(CultureInfo.InvariantCulture, $"""
            ## Schedules to each known bug

            The median of {seeds} seeds, one worker each, at most {StrategiesBenchmark.Count(cap)} schedules; in brackets how many of the {seeds} found it, where not all did, and the seconds a search took. A strategy
            that found nothing with {Patience} seeds was not asked with the others. Sampling is not held against the specification, exhaustive search neither, so that all look for the same; what only the specification can see is found by none of them.
            *Exhaustive* goes on to the end, with one worker; *check* is what `xvma check` does: 1,000 schedules of the exhaustive search, then the portfolio, then the rest, held against the
            specification; its seconds include making the failure small.


            """);
        report.AppendLine(StrategiesBenchmark.Row(["known bug", .. StrategiesBenchmark.All.Select(strategy => strategy.ToString()), "exhaustive", "check"]));
        report.AppendLine(StrategiesBenchmark.Rule(StrategiesBenchmark.All.Count + 3));
        var found = new int[StrategiesBenchmark.All.Count];
        var ever = new int[StrategiesBenchmark.All.Count];
        foreach (var bug in KnownBug.All)
        {
            KnownBugChecker.Explore(bug, new() { MaxSchedules = 1 }); // compiles it
            var cells = new List<string> { bug.Name };
            for (var column = 0; column < found.Length; column++)
            {
                var runs = Runs(bug, StrategiesBenchmark.All[column], seeds, cap);
                found[column] += runs.Count(run => run.Failure is not null);
                if (runs.Exists(run => run.Failure is not null)) ever[column]++;
                cells.Add(Cell(runs));
            }

            cells.Add(Exhaustive(bug));
            cells.Add(Default(bug));
            var row = StrategiesBenchmark.Row(cells);
            Console.Error.WriteLine(row);
            report.AppendLine(row);
        }

        report.AppendLine(StrategiesBenchmark.Row(["*bugs ever found*", .. ever.Select(count => $"{count} of {KnownBug.All.Count}"), "", ""]));
        report.AppendLine(StrategiesBenchmark.Row(["*searches that found one*", .. found.Select(count => $"{100.0 * count / (seeds * KnownBug.All.Count):0} %"), "", ""]));
    }

    private static List<ExplorationResult> Runs(KnownBug bug, Strategy strategy, int seeds, long cap)
    {
        var first = Runs(1, Math.Min(seeds, Patience));
        return first.Exists(run => run.Failure is not null) && seeds > Patience ? [.. first, .. Runs(Patience + 1, seeds - Patience)] : first;

        List<ExplorationResult> Runs(int from, int count) => [.. Enumerable.Range(from, count).AsParallel().AsOrdered().Select(seed =>
            KnownBugChecker.Explore(bug, new() { Strategy = strategy, Seed = (ulong)seed, MaxSchedules = cap, Workers = 1 }))];
    }

    private static string Cell(List<ExplorationResult> runs)
    {
        var after = runs.Select(run => run.Failure?.FoundAfter ?? long.MaxValue).Order().ToList();
        var found = after.Count(schedules => schedules != long.MaxValue);
        var median = after[(after.Count - 1) / 2];
        var seconds = runs.Average(run => run.Elapsed.TotalSeconds);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{(median == long.MaxValue ? "–" : StrategiesBenchmark.Count(median))} ({(found == runs.Count ? "" : $"{found} of {runs.Count}; ")}{seconds:0.00} s)");
    }

    private static string Exhaustive(KnownBug bug)
    {
        var result = KnownBugChecker.Explore(bug, new() { Workers = 1 });
        return string.Create(
            CultureInfo.InvariantCulture, $"{(result.Failure is { } failure ? StrategiesBenchmark.Count(failure.FoundAfter) : "–")} ({result.Elapsed.TotalSeconds:0.00} s)");
    }

    private static string Default(KnownBug bug)
    {
        var clock = Stopwatch.StartNew();
        var hunt = KnownBugChecker.Hunt(bug, new() { Workers = 1 }, oracle: XvmaTheory.Theory);
        return string.Create(CultureInfo.InvariantCulture, $"{StrategiesBenchmark.Count(hunt.Schedules)} {hunt.Strategy} ({clock.Elapsed.TotalSeconds:0.00} s)");
    }
}
