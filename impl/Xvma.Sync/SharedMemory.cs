using System.Runtime.CompilerServices;

namespace Xvma.Sync;

/// <summary>Bytes at an address, shared by everybody who knows the address. See <see cref="ISync"/> for each member's terms.</summary>
public static class SharedMemory<TSync>
    where TSync : struct, ISync
{
    /// <inheritdoc cref="ISync.ReserveMemory"/>
    public static long Reserve(long bytes) => TSync.ReserveMemory(bytes);

    /// <inheritdoc cref="ISync.ReleaseMemory"/>
    public static void Release(long address, long bytes) => TSync.ReleaseMemory(address, bytes);

    /// <inheritdoc cref="ISync.LoadMemory"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Load(long address, int width) => TSync.LoadMemory(address, width);

    /// <inheritdoc cref="ISync.StoreMemory"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(long address, int width, ulong value) => TSync.StoreMemory(address, width, value);

    /// <inheritdoc cref="ISync.CopyMemory"/>
    public static void Copy(long source, long destination, long bytes) => TSync.CopyMemory(source, destination, bytes);

    /// <inheritdoc cref="ISync.FillMemory"/>
    public static void Fill(long destination, long bytes, byte value) => TSync.FillMemory(destination, bytes, value);

    /// <inheritdoc cref="ISync.FetchAddMemory"/>
    public static ulong FetchAdd(long address, int width, ulong value) => TSync.FetchAddMemory(address, width, value);

    /// <inheritdoc cref="ISync.ExchangeMemory"/>
    public static ulong Exchange(long address, int width, ulong value) => TSync.ExchangeMemory(address, width, value);

    /// <inheritdoc cref="ISync.CompareExchangeMemory"/>
    public static ulong CompareExchange(long address, int width, ulong value, ulong expected) =>
        TSync.CompareExchangeMemory(address, width, value, expected);
}
