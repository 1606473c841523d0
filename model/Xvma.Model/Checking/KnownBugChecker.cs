using Braid;

namespace Xvma.Model;

/// <summary>Explores scenarios over the production sources with a known bug in them: what the checker must find.</summary>
public sealed class KnownBugChecker
{
    private readonly KnownBugCompiler compiler = new();

    /// <summary>Explores the scenario of <paramref name="bug"/> over the library with the bug in it.</summary>
    /// <returns>The result, and the failure made small when there is one.</returns>
    /// <exception cref="KnownBugException">The bug does not apply, does not compile, or names no scenario.</exception>
    public (ExplorationResult Result, FoundFailure? Found) Check(
        KnownBug bug, ExplorerOptions options, IProgress<ExplorationProgress>? progress = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(bug);
        ArgumentNullException.ThrowIfNull(options);
        var scenario = ScenarioOf(bug);
        using var context = Load(bug);
        var program = context.Factory(scenario.Name);
        var result = Explorer.Run(program, BraidChecker.Bounded(scenario, options), progress, stop);
        return (result, result.Failure is null ? null : FoundFailure.Minimise(scenario, program, result, bug));
    }

    /// <summary>Replays a schedule over the library with the bug in it.</summary>
    /// <exception cref="KnownBugException">The bug does not apply, does not compile, or names no scenario.</exception>
    public ReplayResult Replay(KnownBug bug, Schedule schedule)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        using var context = Load(bug);
        return Explorer.Replay(context.Factory(schedule.Scenario), schedule, new());
    }

    private MutantContext Load(KnownBug bug) => new(compiler.Compile(bug), $"known bug {bug.Name}");

    private static ScenarioInfo ScenarioOf(KnownBug bug) => ScenarioCatalogue.TryFind(bug.Scenario, out var scenario)
        ? scenario
        : throw new KnownBugException($"{bug.Name}: no scenario is called “{bug.Scenario}”.");
}
