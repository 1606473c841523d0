namespace Tenet.Explore;

/// <summary>A state of an instance: a value for each symbol of the state at each tuple.</summary>
public sealed class InstanceState
{
    private readonly CellTable cells;
    private readonly int[] values;

    internal InstanceState(CellTable cells, int[] values)
    {
        this.cells = cells;
        this.values = values;
    }

    /// <summary>The value of a symbol, as position in its sort, at arguments given as positions in theirs.</summary>
    public int this[Symbol symbol, params ReadOnlySpan<int> arguments] => values[cells.Find(symbol, arguments)];

    internal CellTable Cells => cells;

    internal ReadOnlySpan<int> Values => values;
}
