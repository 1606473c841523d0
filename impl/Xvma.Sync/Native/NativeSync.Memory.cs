using System.Runtime.CompilerServices;

namespace Xvma.Sync;

public readonly unsafe partial struct NativeSync
{
    /// <inheritdoc/>
    public static long ReserveMemory(long bytes) => NativeMemoryMap.Reserve(bytes);

    /// <inheritdoc/>
    public static void ReleaseMemory(long address, long bytes) => NativeMemoryMap.Release(address, bytes);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong LoadMemory(long address, int width) => width switch
    {
        8 => Volatile.Read(ref *(ulong*)address),
        4 => Volatile.Read(ref *(uint*)address),
        2 => Volatile.Read(ref *(ushort*)address),
        _ => Volatile.Read(ref *(byte*)address),
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreMemory(long address, int width, ulong value)
    {
        switch (width)
        {
            case 8: Volatile.Write(ref *(ulong*)address, value); break;
            case 4: Volatile.Write(ref *(uint*)address, (uint)value); break;
            case 2: Volatile.Write(ref *(ushort*)address, (ushort)value); break;
            default: Volatile.Write(ref *(byte*)address, (byte)value); break;
        }
    }

    /// <inheritdoc/>
    public static void CopyMemory(long source, long destination, long bytes) =>
        Buffer.MemoryCopy((void*)source, (void*)destination, bytes, bytes);

    /// <inheritdoc/>
    public static void FillMemory(long destination, long bytes, byte value) =>
        System.Runtime.InteropServices.NativeMemory.Fill((void*)destination, (nuint)bytes, value);

    /// <inheritdoc/>
    public static ulong FetchAddMemory(long address, int width, ulong value) => width == 8
        ? Interlocked.Add(ref *(ulong*)address, value) - value
        : Interlocked.Add(ref *(uint*)address, (uint)value) - (uint)value;

    /// <inheritdoc/>
    public static ulong ExchangeMemory(long address, int width, ulong value) => width == 8
        ? Interlocked.Exchange(ref *(ulong*)address, value)
        : Interlocked.Exchange(ref *(uint*)address, (uint)value);

    /// <inheritdoc/>
    public static ulong CompareExchangeMemory(long address, int width, ulong value, ulong expected) => width == 8
        ? Interlocked.CompareExchange(ref *(ulong*)address, value, expected)
        : Interlocked.CompareExchange(ref *(uint*)address, (uint)value, (uint)expected);
}
