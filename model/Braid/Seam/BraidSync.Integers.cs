using Xvma.Sync;

namespace Braid;

public readonly partial struct BraidSync
{
    /// <inheritdoc/>
    public static void Create(ref long slot, long initial, CellName name) =>
        Execution.Current.CreateInteger(ref slot, initial, new(name, -1));

    /// <inheritdoc/>
    public static void Create(long[] slots, long initial, CellName name)
    {
        ArgumentNullException.ThrowIfNull(slots);
        for (var index = 0; index < slots.Length; index++) Execution.Current.CreateInteger(ref slots[index], initial, new(name, index));
    }

    /// <inheritdoc/>
    public static long Load(ref long slot) => Execution.Current.Integer(OperationKind.Load, MemoryOrder.Acquire, slot);

    /// <inheritdoc/>
    public static long LoadSequential(ref long slot) => Execution.Current.Integer(OperationKind.Load, MemoryOrder.Sequential, slot);

    /// <inheritdoc/>
    public static void Store(ref long slot, long value) => Execution.Current.Integer(OperationKind.Store, MemoryOrder.Release, slot, value);

    /// <inheritdoc/>
    public static void StoreSequential(ref long slot, long value) =>
        Execution.Current.Integer(OperationKind.Store, MemoryOrder.Sequential, slot, value);

    /// <inheritdoc/>
    public static long CompareExchange(ref long slot, long value, long expected) =>
        Execution.Current.Integer(OperationKind.CompareExchange, MemoryOrder.Full, slot, value, expected);

    /// <inheritdoc/>
    public static long Exchange(ref long slot, long value) =>
        Execution.Current.Integer(OperationKind.Exchange, MemoryOrder.Full, slot, value);

    /// <inheritdoc/>
    public static long Add(ref long slot, long value) => Execution.Current.Integer(OperationKind.Add, MemoryOrder.Full, slot, value);

    /// <inheritdoc/>
    public static long And(ref long slot, long value) => Execution.Current.Integer(OperationKind.And, MemoryOrder.Full, slot, value);

    /// <inheritdoc/>
    public static long Or(ref long slot, long value) => Execution.Current.Integer(OperationKind.Or, MemoryOrder.Full, slot, value);

    /// <inheritdoc/>
    public static void SpinWhileEqual(ref long slot, long value) =>
        Execution.Current.Integer(OperationKind.SpinWhileEqual, MemoryOrder.Acquire, slot, value);
}
