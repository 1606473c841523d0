using System.Runtime.CompilerServices;

namespace Xvma.Sync;

/// <summary>A fixed number of shared references to immutable objects, each a cell of its own, null at first.</summary>
public readonly struct AtomicRefArray<TSync, T>
    where TSync : struct, ISync
    where T : class
{
    private readonly object?[] slots;

    /// <summary>Creates the cells. Not a scheduling point.</summary>
    public AtomicRefArray(int length, CellName name) => TSync.Create(slots = new object?[length], name);

    /// <summary>Number of cells.</summary>
    public int Length => slots.Length;

    /// <inheritdoc cref="ISync.Load(ref object?)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T? Load(int index) => Unsafe.As<T?>(TSync.Load(ref At(index)));

    /// <summary>Reads with acquire order; null as well, and nothing read, when there is no such cell.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T? LoadOrNull(int index)
    {
        var all = slots;
        return (uint)index < (uint)all.Length
            ? Unsafe.As<T?>(TSync.Load(ref Unsafe.AsRef(in all[index])))
            : null;
    }

    /// <inheritdoc cref="ISync.Store(ref object?, object?)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(int index, T? value) => TSync.Store(ref At(index), value);

    /// <summary>Writes <paramref name="value"/> if the cell holds the very object <paramref name="expected"/>; a full fence either way.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryChange(int index, T? expected, T? value) =>
        ReferenceEquals(TSync.CompareExchange(ref At(index), value, expected), expected);

    /// <inheritdoc cref="ISync.Exchange(ref object?, object?)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T? Exchange(int index, T? value) => Unsafe.As<T?>(TSync.Exchange(ref At(index), value));

    /// <summary>
    /// The slot itself, the index checked. Taken read-only, since the plain <c>ref slots[index]</c> calls the runtime to check for array
    /// covariance, which a private array cannot have.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref object? At(int index) => ref Unsafe.AsRef(in slots[index]);
}
