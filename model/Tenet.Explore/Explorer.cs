using System.Collections.Immutable;

namespace Tenet.Explore;

/// <summary>Visits every reachable state of an instance.</summary>
public static class Explorer
{
    /// <summary>Explores an instance.</summary>
    /// <param name="instance">What is explored.</param>
    /// <param name="options">How; null for one worker and the usual memory.</param>
    /// <param name="stop">Ends it early, inconclusive.</param>
    /// <exception cref="InstanceException">The instance does not fit its theory.</exception>
    public static ExplorationResult Explore(Instance instance, ExplorationOptions? options = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(instance);
        options ??= new();
        var system = new CompiledSystem(GroundSystemBuilder.Build(instance));
        using var search = new BreadthFirst(system, options, () => null, stop);
        search.Run();
        var ground = system.Ground;
        var verdict = search.Fault switch
        {
            { Kind: FaultKind.Deadlock } => Verdict.Deadlock,
            not null => Verdict.SafetyViolated,
            null => search.IsComplete ? Verdict.Holds : Verdict.Inconclusive,
        };
        var taken = ground.Actions.Where(action => search.Taken(action.Id) > 0).Select(action => action.Rule).ToHashSet();
        return new()
        {
            Instance = instance,
            Verdict = verdict,
            States = search.States,
            Transitions = search.Transitions,
            Depth = search.Depth,
            Elapsed = search.Elapsed,
            Bytes = search.Space.Bytes,
            BitsPerState = system.Packing.Bits,
            IsReduced = false,
            Unmet = [.. ground.Goals.Where((_, index) => search.Shown[index] < 0).Select(goal => goal.Rule)],
            NeverTaken = [.. instance.Theory.Actions.Where(action => instance.Takes(action) && !taken.Contains(action))],
            NeverRefused = [.. ground.Refusals.Where((_, index) => search.Shown[ground.Goals.Length + index] < 0).Select(refusal => (refusal.Rule, refusal.Refusal))],
        };
    }
}
