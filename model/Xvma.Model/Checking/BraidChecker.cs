using Braid;
using Tenet;
using Xvma.Spec.Formal;

namespace Xvma.Model;

/// <summary>Explores scenarios under Braid, over the production sources in their controlled instantiation.</summary>
public static class BraidChecker
{
    /// <summary>Explores <paramref name="scenario"/> over the production library.</summary>
    /// <param name="scenario">What to explore.</param>
    /// <param name="options">How; the scenario's own bound (<see cref="ScenarioInfo.Preemptions"/>) is the caller's to apply.</param>
    /// <param name="progress">Told how far it has come.</param>
    /// <param name="oracle">The specification that every step is held against; null for none.</param>
    /// <param name="stop">Ends it early.</param>
    public static ExplorationResult Check(
        ScenarioInfo scenario, ExplorerOptions options, IProgress<ExplorationProgress>? progress = null, Theory? oracle = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(options);
        return Explorer.Run(ScenarioProgram.Factory(scenario.Name, oracle), options, progress, stop);
    }

    /// <summary>Makes a failure of <paramref name="scenario"/> small and gets it ready to be saved.</summary>
    public static FoundFailure Minimise(ScenarioInfo scenario, ExplorationResult result, Theory? oracle = null) =>
        FoundFailure.Minimise(scenario, ScenarioProgram.Factory(scenario.Name, oracle), result, knownBug: null);

    /// <summary>Replays a schedule of the production library, past unrelated edits if there are any.</summary>
    public static ReplayResult Replay(Schedule schedule)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        return Explorer.Replay(ScenarioProgram.Factory(schedule.Scenario, schedule.IsObserved ? XvmaTheory.Theory : null), schedule, new() { Mode = ReplayMode.Adapted });
    }
}
