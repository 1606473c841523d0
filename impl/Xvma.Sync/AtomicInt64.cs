using System.Runtime.CompilerServices;

namespace Xvma.Sync;

/// <summary>A shared 64-bit integer.</summary>
/// <remarks>Never a <c>readonly</c> field, a local or a parameter: a copy would be another cell. A test holds this.</remarks>
public struct AtomicInt64<TSync>
    where TSync : struct, ISync
{
    private long slot;

    /// <summary>Creates the cell. Not a scheduling point.</summary>
    public AtomicInt64(long initial, CellName name) => TSync.Create(ref slot, initial, name);

    /// <inheritdoc cref="ISync.Load(ref long)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long Load() => TSync.Load(ref slot);

    /// <inheritdoc cref="ISync.LoadSequential"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long LoadSequential() => TSync.LoadSequential(ref slot);

    /// <inheritdoc cref="ISync.Store(ref long, long)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(long value) => TSync.Store(ref slot, value);

    /// <inheritdoc cref="ISync.StoreSequential"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void StoreSequential(long value) => TSync.StoreSequential(ref slot, value);

    /// <inheritdoc cref="ISync.CompareExchange(ref long, long, long)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long CompareExchange(long value, long expected) => TSync.CompareExchange(ref slot, value, expected);

    /// <summary>Writes <paramref name="value"/> if the cell holds <paramref name="expected"/>; a full fence either way.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryChange(long expected, long value) => TSync.CompareExchange(ref slot, value, expected) == expected;

    /// <inheritdoc cref="ISync.Exchange(ref long, long)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long Exchange(long value) => TSync.Exchange(ref slot, value);

    /// <inheritdoc cref="ISync.Add"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long Add(long value) => TSync.Add(ref slot, value);

    /// <inheritdoc cref="ISync.And"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long And(long value) => TSync.And(ref slot, value);

    /// <inheritdoc cref="ISync.Or"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long Or(long value) => TSync.Or(ref slot, value);

    /// <inheritdoc cref="ISync.SpinWhileEqual"/>
    public void SpinWhileEqual(long value) => TSync.SpinWhileEqual(ref slot, value);
}
