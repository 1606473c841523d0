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
        if (Volatile.Read(ref slot) != value) return;
        SpinUntilChanged(ref slot, value);
        _ = Volatile.Read(ref slot);
    }

    /// <summary>
    /// Spins as <see cref="SpinWait.SpinOnce()"/> would, but tells Microsoft Coyote what for: it lets the waiting thread rest until the condition
    /// holds, where a loop of its own would starve under an unfair schedule. The plain read in the condition is on purpose: Coyote
    /// evaluates it while it schedules, where an access under its control would schedule again.
    /// </summary>
    private static unsafe void SpinUntilChanged(ref long slot, long value)
    {
        fixed (long* pinned = &slot)
        {
            var address = (nint)pinned;
            SpinWait.SpinUntil(() => *(long*)address != value);
        }
    }
}
