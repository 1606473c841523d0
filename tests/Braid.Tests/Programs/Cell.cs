using Xvma.Sync;

namespace Braid.Tests;

/// <summary>A shared integer as an object, so that programs can hold it in locals and arrays.</summary>
public sealed class Cell
{
    private AtomicInt64<BraidSync> cell;

    public Cell(string name, long initial = 0) => cell = new(initial, name);

    public long Load() => cell.Load();

    public void Store(long value) => cell.Store(value);

    public void StoreSequential(long value) => cell.StoreSequential(value);

    public long Add(long value) => cell.Add(value);

    public bool TryChange(long expected, long value) => cell.TryChange(expected, value);

    public void SpinWhile(long value) => cell.SpinWhileEqual(value);

    public static Cell[] Many(string name, int count)
    {
        var cells = new Cell[count];
        for (var index = 0; index < count; index++) cells[index] = new($"{name}[{index}]");
        return cells;
    }
}
