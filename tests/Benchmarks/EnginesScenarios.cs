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
        yield return $"|---|---|{string.Concat(Enumerable.Repeat("---|", EnginesStrategies.Sampling.Count + EnginesStrategies.Coyote.Count))}";
        foreach (var scenario in plan.Scenarios) yield return Row(scenario);
    }

    private string Row(ScenarioInfo scenario)
    {
        var all = BraidChecker.Check(scenario, new() { Workers = 1, MaxTime = plan.Whole, PreemptionBound = scenario.Preemptions });
        var total = all.Verdict == Verdict.Exhausted ? all.Traces : (long?)null;
        var cells = EnginesStrategies.Sampling.Select(strategy => OfBraid(scenario, strategy, total))
            .Concat(EnginesStrategies.Coyote.Select(strategy => OfCoyote(scenario, strategy, total)));
        var bound = scenario.Preemptions is { } preemptions ? $" (≤ {preemptions} preemptions)" : "";
        var exact = total is { } count ? Number(count) + bound : "–";
        return $"| {scenario.Name} | {exact} in {all.Elapsed.TotalSeconds.ToString("0.00", CultureInfo.InvariantCulture)} s | {string.Join(" | ", cells)} |";
    }

    private string OfBraid(ScenarioInfo scenario, Strategy strategy, long? total)
    {
        var sample = new ExplorerOptions { Strategy = strategy, MaxTime = plan.Sampling, Workers = 1 };
        var timed = BraidChecker.Check(scenario, sample);
        // The schedules are the same again; counting their traces takes time of its own.
        var counted = BraidChecker.Check(scenario, sample with { MaxTime = null, MaxSchedules = timed.Schedules, CountDistinctTraces = true });
        return Cell(timed.Schedules / timed.Elapsed.TotalSeconds, counted.DistinctTraces ?? 0, total);
    }

    private string OfCoyote(ScenarioInfo scenario, CoyoteStrategy strategy, long? total)
    {
        var subject = new CoyoteSubject(RewrittenAssemblies.Production, ModelCatalog.TypeName, scenario.Name);
        var sample = new CoyoteOptions { Strategy = strategy, MaxTime = plan.Sampling, MaxIterations = uint.MaxValue };
        var timed = CoyoteEngine.Check(subject, sample);
        var actors = scenario.Start().Actors.Select(actor => actor.Name).ToList();
        using var classes = new TraceClasses(ScenarioProgram.Factory(scenario.Name, theory: null));
        CoyoteEngine.Check(
            subject with { Assemblies = subject.Assemblies.Ordered() },
            sample with { MaxTime = null, MaxIterations = timed.Iterations, Ordered = order => classes.Add(actors, order) });
        return Cell(timed.Iterations / timed.Elapsed.TotalSeconds, classes.Count, total);
    }

    private static string Cell(double rate, long distinct, long? total) =>
        $"{Number(distinct)}{(total is > 0 and var all ? string.Create(CultureInfo.InvariantCulture, $" ({Math.Min(100, 100.0 * distinct / all):0} %)") : "")}, {Number((long)rate)}/s";

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
