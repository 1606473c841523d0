using System.Collections.Immutable;

namespace Tenet.Explore;

/// <summary>A ground system as machine code over packed states. Shared by all workers.</summary>
internal sealed class CompiledSystem
{
    public CompiledSystem(GroundSystem system)
    {
        Ground = system;
        Packing = new(system);
        Successors = SuccessorCompiler.Compile(system, Packing);
        Invariants = [.. system.Invariants.Select(invariant => StatePredicate.Compile(invariant.Holds, Packing))];
        Watched =
        [
            .. system.Goals.Select(goal => StatePredicate.Compile(goal.Holds, Packing)),
            .. system.Refusals.Select(refusal => StatePredicate.Compile(refusal.When, Packing)),
        ];
        InvariantsAfter = AffectedInvariants();
    }

    public GroundSystem Ground { get; }

    public Packing Packing { get; }

    public ImmutableArray<SuccessorMethod> Successors { get; }

    public ImmutableArray<StatePredicate> Invariants { get; }

    /// <summary>Goals, then refusals: asked of every state until one shows it.</summary>
    public ImmutableArray<StatePredicate> Watched { get; }

    /// <summary>For each ground action the invariants that look at a cell that the action may change: the others hold after it as before it.</summary>
    public ImmutableArray<ImmutableArray<int>> InvariantsAfter { get; }

    private ImmutableArray<ImmutableArray<int>> AffectedInvariants()
    {
        var cells = Ground.Invariants.Select(invariant => invariant.Holds.Cells.ToHashSet()).ToList();
        // By rule, not by ground action: with symmetry, a state is checked as another one of its orbit.
        var written = Ground.Actions.GroupBy(action => action.Rule)
            .ToDictionary(group => group.Key, group => group.SelectMany(action => action.Assignments).Select(assignment => assignment.Cell).ToHashSet());
        var affected = written.ToDictionary(
            pair => pair.Key,
            pair => Enumerable.Range(0, cells.Count).Where(index => cells[index].Overlaps(pair.Value)).ToImmutableArray());
        return [.. Ground.Actions.Select(action => affected[action.Rule])];
    }
}
