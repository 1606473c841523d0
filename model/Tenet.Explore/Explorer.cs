namespace Tenet.Explore;

/// <summary>Visits every reachable state of an instance.</summary>
public static class Explorer
{
    /// <summary>Explores an instance.</summary>
    /// <param name="instance">What is explored.</param>
    /// <param name="options">How; null for one worker and the usual memory.</param>
    /// <param name="stop">Ends it early, inconclusive.</param>
    /// <exception cref="InstanceException">The instance does not fit its theory, or cannot be explored in this way.</exception>
    public static ExplorationResult Explore(Instance instance, ExplorationOptions? options = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(instance);
        options ??= new();
        var isReduced = options.UsesSymmetry && !instance.Interchangeable.IsEmpty;
        if (isReduced && instance.HasResponses)
        {
            throw new InstanceException(
                $"{instance.Name}: responses need every state and not one of each orbit; explore without symmetry, or set ChecksResponses to false");
        }

        var system = new CompiledSystem(GroundSystemBuilder.Build(instance));
        var group = isReduced ? new SymmetryGroup(system) : null;
        using var search = new BreadthFirst(system, options, group, stop);
        search.Run();
        return Report(system, search, group, stop);
    }

    private static ExplorationResult Report(CompiledSystem system, BreadthFirst search, SymmetryGroup? group, CancellationToken stop)
    {
        var ground = system.Ground;
        var taken = ground.Actions.Where(action => search.Taken(action.Id) > 0).Select(action => action.Rule).ToHashSet();
        var result = new ExplorationResult
        {
            Instance = ground.Instance,
            Verdict = search.IsComplete ? Verdict.Holds : Verdict.Inconclusive,
            States = search.States,
            Transitions = search.Transitions,
            Depth = search.Depth,
            Elapsed = search.Elapsed,
            Bytes = search.Space.Bytes,
            BitsPerState = system.Packing.Bits,
            IsReduced = group is not null,
            Reason = search.IsComplete ? "" : search.IsOutOfMemory ? "the memory for states is used up" : "stopped",
            Unmet = [.. ground.Goals.Where((_, index) => search.Shown[index] < 0).Select(goal => goal.Rule)],
            NeverTaken = [.. ground.Theory.Actions.Where(action => ground.Instance.Takes(action) && !taken.Contains(action))],
            NeverRefused = [.. ground.Refusals.Where((_, index) => search.Shown[ground.Goals.Length + index] < 0).Select(refusal => (refusal.Rule, refusal.Refusal))],
        };
        if (search.Fault is { } fault)
        {
            using var symmetry = group is null ? null : new Symmetry(group);
            return result with
            {
                Verdict = fault.Kind == FaultKind.Deadlock ? Verdict.Deadlock : Verdict.SafetyViolated,
                Reason = "",
                Violation = new FaultExplainer(system, new(system, search.Space, symmetry)).Explain(fault),
            };
        }

        return result.Verdict == Verdict.Holds && ground.Instance.HasResponses ? CheckResponses(result, system, search, stop) : result;
    }

    private static ExplorationResult CheckResponses(ExplorationResult result, CompiledSystem system, BreadthFirst search, CancellationToken stop)
    {
        try
        {
            return new ResponseCheck(system, search, stop).Violation() is { } violation
                ? result with { Verdict = Verdict.ResponseViolated, Violation = violation }
                : result;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return result with { Verdict = Verdict.Inconclusive, Reason = "stopped while checking responses" };
        }
    }
}
