using System.Runtime.CompilerServices;

namespace Xvma.Sync;

/// <summary>A fixed number of shared 64-bit integers, each a cell of its own.</summary>
public readonly struct AtomicInt64Array<TSync>
    where TSync : struct, ISync
{
    private readonly long[] slots;

    /// <summary>Creates the cells. Not a scheduling point.</summary>
    public AtomicInt64Array(int length, long initial, CellName name) => TSync.Create(slots = new long[length], initial, name);

    /// <summary>Number of cells.</summary>
    public int Length => slots.Length;

    /// <inheritdoc cref="ISync.Load(ref long)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long Load(int index) => TSync.Load(ref slots[index]);

    /// <inheritdoc cref="ISync.Store(ref long, long)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(int index, long value) => TSync.Store(ref slots[index], value);

    /// <inheritdoc cref="ISync.StoreSequential"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void StoreSequential(int index, long value) => TSync.StoreSequential(ref slots[index], value);

    /// <inheritdoc cref="ISync.CompareExchange(ref long, long, long)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long CompareExchange(int index, long value, long expected) => TSync.CompareExchange(ref slots[index], value, expected);

    /// <inheritdoc cref="ISync.Exchange(ref long, long)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long Exchange(int index, long value) => TSync.Exchange(ref slots[index], value);

    /// <inheritdoc cref="ISync.Add"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long Add(int index, long value) => TSync.Add(ref slots[index], value);

    /// <inheritdoc cref="ISync.Or"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long Or(int index, long value) => TSync.Or(ref slots[index], value);

    /// <inheritdoc cref="ISync.SpinWhileEqual"/>
    public void SpinWhileEqual(int index, long value) => TSync.SpinWhileEqual(ref slots[index], value);
}
