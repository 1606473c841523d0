using System.Collections.Immutable;

namespace Tenet.Explore;

/// <summary>An instance without variables: what is explored, compiled and exported.</summary>
internal sealed class GroundSystem
{
    public required Setting Setting { get; init; }

    public required CellTable Cells { get; init; }

    public required Nodes Nodes { get; init; }

    /// <summary>The states at first: the value of each cell.</summary>
    public required ImmutableArray<int[]> Initial { get; init; }

    public required ImmutableArray<GroundAction> Actions { get; init; }

    /// <summary>Safety and supporting properties.</summary>
    public required ImmutableArray<GroundProperty> Invariants { get; init; }

    public required ImmutableArray<GroundProperty> Goals { get; init; }

    public required ImmutableArray<GroundRefusal> Refusals { get; init; }

    /// <summary>What is asked of steps.</summary>
    public required TransitionGrounder Transitions { get; init; }

    public Theory Theory => Setting.Theory;

    public Instance Instance => Setting.Instance;

    /// <summary>The cells that are part of the state: those not known.</summary>
    public IEnumerable<Cell> Variable => Cells.All.Where(cell => Cells.Known(cell.Id) is null);

    /// <summary>Fresh: reads formulas with what is known of the cells.</summary>
    public Grounder Grounder() => new(Setting, Cells, Nodes);
}
