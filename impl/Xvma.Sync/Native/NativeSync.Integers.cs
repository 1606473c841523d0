using System.Runtime.CompilerServices;

namespace Xvma.Sync;

public readonly partial struct NativeSync
{
    /// <inheritdoc/>
    public static void Create(ref long slot, long initial, CellName name) => slot = initial;

    /// <inheritdoc/>
    public static void Create(long[] slots, long initial, CellName name) => Array.Fill(slots, initial);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Load(ref long slot) => Volatile.Read(ref slot);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long LoadSequential(ref long slot) => Volatile.Read(ref slot);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(ref long slot, long value) => Volatile.Write(ref slot, value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreSequential(ref long slot, long value) => Interlocked.Exchange(ref slot, value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long CompareExchange(ref long slot, long value, long expected) => Interlocked.CompareExchange(ref slot, value, expected);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Exchange(ref long slot, long value) => Interlocked.Exchange(ref slot, value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Add(ref long slot, long value) => Interlocked.Add(ref slot, value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long And(ref long slot, long value) => Interlocked.And(ref slot, value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Or(ref long slot, long value) => Interlocked.Or(ref slot, value);

    /// <inheritdoc/>
    public static void SpinWhileEqual(ref long slot, long value)
    {
        var spinner = default(SpinWait);
        while (Volatile.Read(ref slot) == value) spinner.SpinOnce();
    }
}
