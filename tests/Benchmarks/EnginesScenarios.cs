using System.Globalization;
using Braid;
using Xvma.Model;
using Xvma.Model.Coyote;

namespace Benchmarks;

/// <summary>Every scenario by every strategy: schedules a second, and how many different executions come of a moment's sampling.</summary>
internal sealed class EnginesScenarios(EnginesPlan plan)
{
    public IEnumerable<string> Table()
    {
        yield return $"| scenario | all traces | {string.Join(" | ", EnginesStrategies.Sampling.Select(strategy => $"Braid {strategy}").Concat(EnginesStrategies.Coyote.Select(strategy => $"Coyote {strategy.Name()}")))} |";
        var columns = EnginesStrategies.Sampling.Count + EnginesStrategies.Coyote.Count;
        yield return $"|---|---|{string.Concat(Enumerable.Repeat("---|", columns))}";
        var shares = new List<double>[columns];
        var rates = new List<double>[columns];
        for (var column = 0; column < columns; column++) (shares[column], rates[column]) = ([], []);
        foreach (var scenario in plan.Scenarios) yield return Row(scenario, shares, rates);
        yield return $"| *median share of all, schedules/s* | | {string.Join(" | ", shares.Zip(rates, (share, rate) => $"{Median(share):0} %, {Number((long)Median(rate))}/s"))} |";
        yield return $"| *scenarios seen whole* | | {string.Join(" | ", shares.Select(share => $"{share.Count(percent => percent >= 100)} of {share.Count}"))} |";
    }

    private string Row(ScenarioInfo scenario, List<double>[] shares, List<double>[] rates)
    {
        var all = BraidChecker.Check(scenario, new() { Workers = 1, MaxTime = plan.Whole, PreemptionBound = scenario.Preemptions });
        var total = all.Verdict == Verdict.Exhausted ? all.Traces : (long?)null;
        var sampled = EnginesStrategies.Sampling.Select(strategy => OfBraid(scenario, strategy))
            .Concat(EnginesStrategies.Coyote.Select(strategy => OfCoyote(scenario, strategy))).ToList();
        for (var column = 0; column < sampled.Count; column++)
        {
            rates[column].Add(sampled[column].PerSecond);
            if (total is > 0 and var whole) shares[column].Add(100.0 * sampled[column].Distinct / whole);
        }

        var cells = sampled.Select(sample => Cell(sample, total));
        var bound = scenario.Preemptions is { } preemptions ? $" (≤ {preemptions} preemptions)" : "";
        var exact = total is { } count ? Number(count) + bound : "–";
        return $"| {scenario.Name} | {exact} in {all.Elapsed.TotalSeconds.ToString("0.00", CultureInfo.InvariantCulture)} s | {string.Join(" | ", cells)} |";
    }

    private (double PerSecond, long Distinct) OfBraid(ScenarioInfo scenario, Strategy strategy)
    {
        var sample = new ExplorerOptions { Strategy = strategy, MaxTime = plan.Sampling, Workers = 1 };
        var timed = BraidChecker.Check(scenario, sample);
        // The schedules are the same again; counting their traces takes time of its own.
        var counted = BraidChecker.Check(scenario, sample with { MaxTime = null, MaxSchedules = timed.Schedules, CountDistinctTraces = true });
        return (timed.Schedules / timed.Elapsed.TotalSeconds, counted.DistinctTraces ?? 0);
    }

    private (double PerSecond, long Distinct) OfCoyote(ScenarioInfo scenario, CoyoteStrategy strategy)
    {
        var subject = new CoyoteSubject(RewrittenAssemblies.Production, ModelCatalog.TypeName, scenario.Name);
        var sample = new CoyoteOptions { Strategy = strategy, MaxTime = plan.Sampling, MaxIterations = uint.MaxValue };
        var timed = CoyoteEngine.Check(subject, sample);
        var actors = scenario.Start().Actors.Select(actor => actor.Name).ToList();
        using var classes = new TraceClasses(ScenarioProgram.Factory(scenario.Name, theory: null));
        CoyoteEngine.Check(
            subject with { Assemblies = subject.Assemblies.Ordered() },
            sample with { MaxTime = null, MaxIterations = timed.Iterations, Ordered = order => classes.Add(actors, order) });
        return (timed.Iterations / timed.Elapsed.TotalSeconds, classes.Count);
    }

    private static string Cell((double PerSecond, long Distinct) sample, long? total) =>
        $"{Number(sample.Distinct)}{(total is > 0 and var all ? string.Create(CultureInfo.InvariantCulture, $" ({Math.Min(100, 100.0 * sample.Distinct / all):0} %)") : "")}, {Number((long)sample.PerSecond)}/s";

    private static double Median(List<double> values)
    {
        values.Sort();
        return values.Count == 0 ? 0 : values[values.Count / 2];
    }

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
