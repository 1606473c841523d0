using System.Runtime.CompilerServices;

namespace Xvma.Sync;

public readonly partial struct RecordingSync
{
    private static readonly Func<long, long, long> Replace = static (_, value) => value;
    private static readonly Func<long, long, long> Sum = static (before, value) => before + value;
    private static readonly Func<long, long, long> Both = static (before, value) => before & value;
    private static readonly Func<long, long, long> Either = static (before, value) => before | value;

    /// <inheritdoc/>
    public static void Create(ref long slot, long initial, CellName name) => slot = RecordedCells.Create(initial, in name, -1);

    /// <inheritdoc/>
    public static void Create(long[] slots, long initial, CellName name)
    {
        ArgumentNullException.ThrowIfNull(slots);
        for (var index = 0; index < slots.Length; index++) slots[index] = RecordedCells.Create(initial, in name, index);
    }

    /// <inheritdoc/>
    public static long Load(ref long slot) => RecordedCells.Read(slot);

    /// <inheritdoc/>
    public static long LoadSequential(ref long slot) => RecordedCells.Read(slot);

    /// <inheritdoc/>
    public static void Store(ref long slot, long value) => RecordedCells.Change(slot, Replace, value);

    /// <inheritdoc/>
    public static void StoreSequential(ref long slot, long value) => RecordedCells.Change(slot, Replace, value);

    /// <inheritdoc/>
    public static long CompareExchange(ref long slot, long value, long expected) => RecordedCells.Change(slot, Replace, value, expected);

    /// <inheritdoc/>
    public static long Exchange(ref long slot, long value) => RecordedCells.Change(slot, Replace, value);

    /// <inheritdoc/>
    public static long Add(ref long slot, long value) => RecordedCells.Change(slot, Sum, value) + value;

    /// <inheritdoc/>
    public static long And(ref long slot, long value) => RecordedCells.Change(slot, Both, value);

    /// <inheritdoc/>
    public static long Or(ref long slot, long value) => RecordedCells.Change(slot, Either, value);

    /// <inheritdoc/>
    public static void SpinWhileEqual(ref long slot, long value) => RecordedCells.AwaitOther(slot, value);

    /// <inheritdoc/>
    public static void Create(ref object? slot, object? initial, CellName name) => slot = RecordedCells.Create(initial, in name, -1);

    /// <inheritdoc/>
    public static void Create(object?[] slots, CellName name)
    {
        ArgumentNullException.ThrowIfNull(slots);
        for (var index = 0; index < slots.Length; index++) slots[index] = RecordedCells.Create(null, in name, index);
    }

    /// <inheritdoc/>
    public static object? Load(ref object? slot) => RecordedCells.Read(Cell(slot));

    /// <inheritdoc/>
    public static void Store(ref object? slot, object? value) => RecordedCells.Change(Cell(slot), value);

    /// <inheritdoc/>
    public static object? CompareExchange(ref object? slot, object? value, object? expected) => RecordedCells.Change(Cell(slot), value, expected);

    /// <inheritdoc/>
    public static object? Exchange(ref object? slot, object? value) => RecordedCells.Change(Cell(slot), value);

    private static RecordedReference Cell(object? slot) => Unsafe.As<RecordedReference>(slot)!;
}
