namespace Xvma.Sync;

public readonly partial struct RecordingSync
{
    /// <inheritdoc/>
    public static long ReserveMemory(long bytes) => NativeSync.ReserveMemory(bytes);

    /// <inheritdoc/>
    public static void ReleaseMemory(long address, long bytes) => NativeSync.ReleaseMemory(address, bytes);

    /// <inheritdoc/>
    public static ulong LoadMemory(long address, int width) => NativeSync.LoadMemory(address, width);

    /// <inheritdoc/>
    public static void StoreMemory(long address, int width, ulong value) => NativeSync.StoreMemory(address, width, value);

    /// <inheritdoc/>
    public static void CopyMemory(long source, long destination, long bytes) => NativeSync.CopyMemory(source, destination, bytes);

    /// <inheritdoc/>
    public static void FillMemory(long destination, long bytes, byte value) => NativeSync.FillMemory(destination, bytes, value);

    /// <inheritdoc/>
    public static ulong FetchAddMemory(long address, int width, ulong value) => NativeSync.FetchAddMemory(address, width, value);

    /// <inheritdoc/>
    public static ulong ExchangeMemory(long address, int width, ulong value) => NativeSync.ExchangeMemory(address, width, value);

    /// <inheritdoc/>
    public static ulong CompareExchangeMemory(long address, int width, ulong value, ulong expected) =>
        NativeSync.CompareExchangeMemory(address, width, value, expected);
}
