using System.Runtime.CompilerServices;

namespace Xvma.Sync;

public readonly partial struct NativeSync
{
    /// <inheritdoc/>
    public static void Create(ref object? slot, object? initial, CellName name) => slot = initial;

    /// <inheritdoc/>
    public static void Create(object?[] slots, CellName name) => Array.Clear(slots);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static object? Load(ref object? slot) => Volatile.Read(ref slot);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(ref object? slot, object? value) => Volatile.Write(ref slot, value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static object? CompareExchange(ref object? slot, object? value, object? expected) =>
        Interlocked.CompareExchange(ref slot, value, expected);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static object? Exchange(ref object? slot, object? value) => Interlocked.Exchange(ref slot, value);
}
