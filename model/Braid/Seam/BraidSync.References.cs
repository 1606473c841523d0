using Xvma.Sync;

namespace Braid;

public readonly partial struct BraidSync
{
    /// <inheritdoc/>
    public static void Create(ref object? slot, object? initial, CellName name) =>
        Execution.Current.CreateReference(ref slot, initial, new(name, -1));

    /// <inheritdoc/>
    public static void Create(object?[] slots, CellName name)
    {
        ArgumentNullException.ThrowIfNull(slots);
        for (var index = 0; index < slots.Length; index++) Execution.Current.CreateReference(ref slots[index], null, new(name, index));
    }

    /// <inheritdoc/>
    public static object? Load(ref object? slot) => Execution.Current.Reference(OperationKind.LoadReference, MemoryOrder.Acquire, slot);

    /// <inheritdoc/>
    public static void Store(ref object? slot, object? value) =>
        Execution.Current.Reference(OperationKind.StoreReference, MemoryOrder.Release, slot, value);

    /// <inheritdoc/>
    public static object? CompareExchange(ref object? slot, object? value, object? expected) =>
        Execution.Current.Reference(OperationKind.CompareExchangeReference, MemoryOrder.Full, slot, value, expected);

    /// <inheritdoc/>
    public static object? Exchange(ref object? slot, object? value) =>
        Execution.Current.Reference(OperationKind.ExchangeReference, MemoryOrder.Full, slot, value);
}
