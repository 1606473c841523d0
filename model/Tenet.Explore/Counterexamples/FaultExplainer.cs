using System.Collections.Immutable;

namespace Tenet.Explore;

/// <summary>Makes the counterexample of what a search noted: the way there, the rule, the elements of which it does not hold.</summary>
internal sealed class FaultExplainer(CompiledSystem system, PathFinder paths)
{
    private readonly GroundSystem ground = system.Ground;

    public Counterexample Explain(Fault fault)
    {
        var steps = paths.To(fault.State);
        switch (fault.Kind)
        {
            case FaultKind.Invariant:
                var invariant = ground.Invariants[fault.Index].Rule;
                return new() { Instance = ground.Instance, Steps = [.. steps], Rule = invariant, Elements = Elements(invariant, steps[^1].State) };
            case FaultKind.Step:
                var before = steps[^1].State.Values.ToArray();
                GroundAction? taken = null;
                paths.Take(steps, before, (action, _) => Mark(action, ref taken));
                var (property, elements) = ground.Transitions.Violated(taken!, before).First();
                return new() { Instance = ground.Instance, Steps = [.. steps], Rule = property, Elements = [.. elements] };
            default:
                return new() { Instance = ground.Instance, Steps = [.. steps] };
        }
    }

    private bool Mark(int action, ref GroundAction? taken)
    {
        if ((action & SuccessorCompiler.BadStep) == 0) return false;
        taken = ground.Actions[action & ~SuccessorCompiler.BadStep];
        return true;
    }

    private ImmutableArray<int> Elements(Property property, InstanceState state)
    {
        var grounder = ground.Grounder();
        foreach (var tuple in grounder.Tuples(property.Parameters))
        {
            grounder.Bind(property.Parameters, tuple);
            if (!grounder.Truth(property.Body).Holds(state.Values)) return [.. tuple];
        }

        return [];
    }
}
