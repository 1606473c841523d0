namespace Tenet.Explore;

/// <summary>What swapping two neighbours of a sort does to cells and states.</summary>
internal static class Swapping
{
    public static int Value(Sort of, int value, Sort sort, int first) =>
        !ReferenceEquals(of, sort) ? value : value == first ? first + 1 : value == first + 1 ? first : value;

    /// <summary>The cell that gets this cell's value.</summary>
    public static int Cell(CellTable cells, Cell cell, Sort sort, int first) =>
        cells.Find(cell.Symbol, [.. cell.Arguments.Select((value, index) => Value(cell.Symbol.Arguments[index], value, sort, first))]);

    /// <summary>The state, swapped.</summary>
    public static int[] State(CellTable cells, int[] values, Sort sort, int first)
    {
        var swapped = new int[values.Length];
        foreach (var cell in cells.All) swapped[Cell(cells, cell, sort, first)] = Value(cell.Symbol.Result, values[cell.Id], sort, first);
        return swapped;
    }
}
