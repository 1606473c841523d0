using System.Diagnostics;
using System.Globalization;
using Braid;
using Xvma.Model;
using Xvma.Model.Coyote;

namespace Benchmarks;

/// <summary>Every known bug by every strategy: schedules and seconds until it is found, over seeds.</summary>
internal sealed class EnginesBugs(EnginesPlan plan, string folder)
{
    private const string NotAsked = "TSO";

    public IEnumerable<string> Table()
    {
        var names = EnginesStrategies.Searching.Select(strategy => $"Braid {strategy}").Append("Braid check")
            .Concat(EnginesStrategies.Sampling.Select(strategy => $"Braid {strategy}"))
            .Concat(EnginesStrategies.CoyoteForBugs.Select(strategy => $"Coyote {strategy.Name()}")).ToList();
        yield return $"| known bug | {string.Join(" | ", names)} |";
        yield return $"|---|{string.Concat(Enumerable.Repeat("---|", names.Count))}";
        var found = new int[names.Count];
        var asked = new int[names.Count];
        foreach (var bug in plan.Bugs)
        {
            var cells = OfBraid(bug).Concat(OfCoyote(bug)).ToList();
            for (var column = 0; column < cells.Count; column++)
            {
                if (cells[column] != NotAsked) asked[column]++;
                if (cells[column] != NotAsked && !IsMissed(cells[column])) found[column]++;
            }

            yield return $"| {bug.Name} | {string.Join(" | ", cells)} |";
        }

        yield return $"| *bugs ever found* | {string.Join(" | ", found.Select((count, column) => $"{count} of {asked[column]}"))} |";
    }

    private static bool IsMissed(string cell) => cell.StartsWith("0 of", StringComparison.Ordinal) || cell.StartsWith("not in", StringComparison.Ordinal);

    private IEnumerable<string> OfBraid(KnownBug bug)
    {
        // The edited library is compiled to machine code at first use, under either engine; that is nobody's time.
        KnownBugChecker.Explore(bug, new() { Strategy = Strategy.RandomWalk, MaxSchedules = 500, Workers = 1, StopAtFirstFailure = false });
        foreach (var strategy in EnginesStrategies.Searching) yield return Once(KnownBugChecker.Explore(bug, new() { Strategy = strategy, Workers = 1, MaxTime = plan.Whole }));
        yield return Default(bug);
        foreach (var strategy in EnginesStrategies.Sampling) yield return Often(seed => OfBraid(bug, strategy, seed));
    }

    private IEnumerable<string> OfCoyote(KnownBug bug)
    {
        if (bug.Memory != MemoryModel.SequentialConsistency) return EnginesStrategies.CoyoteForBugs.Select(_ => NotAsked);
        var library = KnownBugCompiler.CompileTo(bug, Path.Combine(folder, bug.Name, "edited"));
        var subject = new CoyoteSubject(
            RewrittenAssemblies.Production.Replace(library, Path.Combine(folder, bug.Name, "rewritten")), ModelCatalog.TypeName, bug.Scenario, bug.Name);
        CoyoteEngine.Check(subject, new() { MaxIterations = 10, Seed = 1_000_000 });
        return EnginesStrategies.CoyoteForBugs.Select(strategy => Often(seed => OfCoyote(subject, strategy, seed)));
    }

    private (bool IsFound, long Schedules, double Seconds) OfBraid(KnownBug bug, Strategy strategy, int seed)
    {
        var result = KnownBugChecker.Explore(bug, new() { Strategy = strategy, Workers = 1, MaxSchedules = plan.BraidSchedules, Seed = (ulong)seed });
        return (result.Failure is not null, result.Failure?.FoundAfter ?? result.Schedules, result.Elapsed.TotalSeconds);
    }

    /// <summary>Coyote counts its seed up with each iteration, so that seeds next to each other would run the same schedules.</summary>
    private (bool IsFound, long Schedules, double Seconds) OfCoyote(CoyoteSubject subject, CoyoteStrategy strategy, int seed)
    {
        var result = CoyoteEngine.Check(
            subject, new() { Strategy = strategy, MaxIterations = (uint)plan.CoyoteSchedules, Seed = (uint)(seed * plan.CoyoteSchedules) });
        return (result.Failure is not null, result.Iterations, result.Elapsed.TotalSeconds);
    }

    private string Often(Func<int, (bool IsFound, long Schedules, double Seconds)> find)
    {
        var first = Enumerable.Range(1, Math.Min(plan.Patience, plan.Seeds)).Select(find).ToList();
        if (!first.Exists(run => run.IsFound)) return $"0 of {first.Count}";
        var found = first.Concat(Enumerable.Range(first.Count + 1, plan.Seeds - first.Count).Select(find)).Where(run => run.IsFound).ToList();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Median(found.Select(run => (double)run.Schedules)):N0}, {Seconds(Median(found.Select(run => run.Seconds)))}, {found.Count} of {plan.Seeds}");
    }

    private static string Default(KnownBug bug)
    {
        var clock = Stopwatch.StartNew();
        var hunt = KnownBugChecker.Hunt(bug, new() { Workers = 1 }, oracle: Xvma.Spec.Formal.XvmaTheory.Theory);
        return string.Create(CultureInfo.InvariantCulture, $"{hunt.Schedules:N0} {hunt.Strategy}, {Seconds(clock.Elapsed.TotalSeconds)}");
    }

    private static string Once(ExplorationResult result) => result.Failure is { } failure
        ? string.Create(CultureInfo.InvariantCulture, $"{failure.FoundAfter:N0}, {Seconds(result.Elapsed.TotalSeconds)}")
        : string.Create(CultureInfo.InvariantCulture, $"not in {(result.Verdict == Verdict.Exhausted ? "all " : "")}{result.Schedules:N0}");

    private static string Seconds(double seconds) => string.Create(CultureInfo.InvariantCulture, $"{seconds:0.000} s");

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[(sorted.Count / 2) - 1] + sorted[sorted.Count / 2]) / 2;
    }
}
