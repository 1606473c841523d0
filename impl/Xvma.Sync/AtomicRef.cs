using System.Runtime.CompilerServices;

namespace Xvma.Sync;

/// <summary>A shared reference to an immutable object, or null.</summary>
/// <remarks>Never a <c>readonly</c> field, a local or a parameter: a copy would be another cell. A test holds this.</remarks>
public struct AtomicRef<TSync, T>
    where TSync : struct, ISync
    where T : class
{
    private object? slot;

    /// <summary>Creates the cell. Not a scheduling point.</summary>
    public AtomicRef(T? initial, CellName name) => TSync.Create(ref slot, initial, name);

    /// <inheritdoc cref="ISync.Load(ref object?)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T? Load() => Unsafe.As<T?>(TSync.Load(ref slot));

    /// <inheritdoc cref="ISync.Store(ref object?, object?)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(T? value) => TSync.Store(ref slot, value);

    /// <inheritdoc cref="ISync.CompareExchange(ref object?, object?, object?)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T? CompareExchange(T? value, T? expected) => Unsafe.As<T?>(TSync.CompareExchange(ref slot, value, expected));

    /// <summary>Writes <paramref name="value"/> if the cell holds the very object <paramref name="expected"/>; a full fence either way.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryChange(T? expected, T? value) => ReferenceEquals(TSync.CompareExchange(ref slot, value, expected), expected);

    /// <inheritdoc cref="ISync.Exchange(ref object?, object?)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T? Exchange(T? value) => Unsafe.As<T?>(TSync.Exchange(ref slot, value));
}
