using System.Collections.Concurrent;
using Braid;
using Tenet;
using Xvma.Spec.Formal;

namespace Xvma.Model;

/// <summary>Explores scenarios over the production sources with a known bug in them: what the checker must find.</summary>
/// <remarks>Thread-safe. Each bug is compiled and loaded once, and stays until the process ends.</remarks>
public static class KnownBugChecker
{
    private static readonly ConcurrentDictionary<object, Lazy<MutantContext>> Loaded = new(ReferenceEqualityComparer.Instance);

    /// <summary>Explores the scenario of <paramref name="bug"/> over the library with the bug in it, under the memory model of the bug.</summary>
    /// <param name="bug">The bug.</param>
    /// <param name="options">How.</param>
    /// <param name="progress">Told how far it has come.</param>
    /// <param name="oracle">The specification that every step is held against; null for none. Only under sequential consistency.</param>
    /// <param name="stop">Ends it early.</param>
    /// <returns>The result, and the failure made small when there is one.</returns>
    /// <exception cref="KnownBugException">The bug does not apply, does not compile, or names no scenario.</exception>
    public static (ExplorationResult Result, FoundFailure? Found) Check(
        KnownBug bug, ExplorerOptions options, IProgress<ExplorationProgress>? progress = null, Theory? oracle = null, CancellationToken stop = default)
    {
        var result = Explore(bug, options, progress, oracle, stop);
        return (result, Minimise(bug, result, oracle));
    }

    /// <summary>The same without making a failure small: for those who count.</summary>
    /// <exception cref="KnownBugException">The bug does not apply, does not compile, or names no scenario.</exception>
    public static ExplorationResult Explore(
        KnownBug bug, ExplorerOptions options, IProgress<ExplorationProgress>? progress = null, Theory? oracle = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(bug);
        ArgumentNullException.ThrowIfNull(options);
        return Explorer.Run(Program(bug, oracle), options with { MemoryModel = bug.Memory }, progress, stop);
    }

    /// <summary>
    /// Looks for <paramref name="bug"/> as whoever expects to find something does: systematically for a moment, which finds most; then at random for a
    /// while, which finds what lies at the far end of a systematic search; then systematically to the end.
    /// </summary>
    /// <param name="bug">The bug.</param>
    /// <param name="options">How; the strategy is taken from the plan, the budgets hold for all of it together.</param>
    /// <param name="progress">Told how far it has come.</param>
    /// <param name="oracle">The specification that every step is held against; null for none. Only under sequential consistency.</param>
    /// <param name="stop">Ends it early.</param>
    /// <returns>What was found and which strategy did; if nothing, what the last search says.</returns>
    /// <exception cref="KnownBugException">The bug does not apply, does not compile, or names no scenario.</exception>
    public static HuntResult Hunt(
        KnownBug bug, ExplorerOptions options, IProgress<ExplorationProgress>? progress = null, Theory? oracle = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(bug);
        ArgumentNullException.ThrowIfNull(options);
        var plan = new HuntPlan(options with { MemoryModel = bug.Memory });
        ExplorationResult? result = null;
        while (plan.Next(result) is { } next)
        {
            result = Explorer.Run(Program(bug, oracle), next, progress, stop);

            // What only an unfair scheduler does shows nothing of the bug: a fault that is begun again and again, while the one it waits for may not go on.
            if (result.Failure is { IsUnfair: true }) result = result with { Failure = null, Verdict = Verdict.Inconclusive };
        }

        return new(result!, plan.Strategy, plan.Before, Minimise(bug, result!, oracle));
    }

    /// <summary>Makes programs of the scenario of <paramref name="bug"/> over the library with the bug in it, held against nothing but the scenario's own claims.</summary>
    /// <exception cref="KnownBugException">The bug does not apply, does not compile, or names no scenario.</exception>
    public static Func<Program> Program(KnownBug bug)
    {
        ArgumentNullException.ThrowIfNull(bug);
        return Load(bug).Factory(ScenarioOf(bug).Name, oracle: null);
    }

    /// <summary>Replays a schedule over the library with the bug in it, past unrelated edits if there are any.</summary>
    /// <exception cref="KnownBugException">The bug does not apply, does not compile, or names no scenario.</exception>
    public static ReplayResult Replay(KnownBug bug, Schedule schedule)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        return Explorer.Replay(ProgramOf(bug, schedule), schedule, new() { Mode = ReplayMode.Adapted });
    }

    /// <summary>Makes what <paramref name="schedule"/> is a schedule of, with the bug in it.</summary>
    /// <exception cref="KnownBugException">The bug does not apply, does not compile, or names no scenario.</exception>
    public static Func<Program> ProgramOf(KnownBug bug, Schedule schedule)
    {
        ArgumentNullException.ThrowIfNull(bug);
        ArgumentNullException.ThrowIfNull(schedule);
        return Load(bug).Factory(schedule.Scenario, schedule.IsObserved ? XvmaTheory.Theory : null);
    }

    private static Func<Program> Program(KnownBug bug, Theory? oracle) =>
        Load(bug).Factory(ScenarioOf(bug).Name, bug.Memory == MemoryModel.SequentialConsistency ? oracle : null);

    private static FoundFailure? Minimise(KnownBug bug, ExplorationResult result, Theory? oracle) =>
        result.Failure is null ? null : FoundFailure.Minimise(ScenarioOf(bug), Program(bug, oracle), result, bug);

    private static MutantContext Load(KnownBug bug) =>
        Loaded.GetOrAdd(bug.Edits, _ => new(() => new(KnownBugCompiler.Compile(bug), $"known bug {bug.Name}"))).Value;

    private static ScenarioInfo ScenarioOf(KnownBug bug) => ScenarioCatalogue.TryFind(bug.Scenario, out var scenario)
        ? scenario
        : throw new KnownBugException($"{bug.Name}: no scenario is called “{bug.Scenario}”.");
}
