namespace Braid;

public readonly partial struct BraidSync
{
    /// <inheritdoc/>
    /// <remarks>No scheduling point: nobody else knows the address yet.</remarks>
    public static long ReserveMemory(long bytes) => Execution.Current.ReserveMemory(bytes);

    /// <inheritdoc/>
    public static void ReleaseMemory(long address, long bytes) =>
        Execution.Current.Memory(OperationKind.ReleaseMemory, MemoryOrder.Full, address, bytes);

    /// <inheritdoc/>
    public static ulong LoadMemory(long address, int width) =>
        Execution.Current.Memory(OperationKind.LoadMemory, MemoryOrder.Acquire, address, width);

    /// <inheritdoc/>
    public static void StoreMemory(long address, int width, ulong value) =>
        Execution.Current.Memory(OperationKind.StoreMemory, MemoryOrder.Release, address, width, value);

    /// <inheritdoc/>
    public static void CopyMemory(long source, long destination, long bytes) => Execution.Current.CopyMemory(source, destination, bytes);

    /// <inheritdoc/>
    public static void FillMemory(long destination, long bytes, byte value)
    {
        if (bytes > 0) Execution.Current.Memory(OperationKind.FillMemory, MemoryOrder.Release, destination, bytes, value);
    }

    /// <inheritdoc/>
    public static ulong FetchAddMemory(long address, int width, ulong value) =>
        Execution.Current.Memory(OperationKind.FetchAddMemory, MemoryOrder.Full, address, width, value);

    /// <inheritdoc/>
    public static ulong ExchangeMemory(long address, int width, ulong value) =>
        Execution.Current.Memory(OperationKind.ExchangeMemory, MemoryOrder.Full, address, width, value);

    /// <inheritdoc/>
    public static ulong CompareExchangeMemory(long address, int width, ulong value, ulong expected) =>
        Execution.Current.Memory(OperationKind.CompareExchangeMemory, MemoryOrder.Full, address, width, value, width == 8 ? expected : (uint)expected);
}
