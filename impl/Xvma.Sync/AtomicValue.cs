namespace Xvma.Sync;

/// <summary>A shared value of several words, or nothing, which is read and changed as one and costs no garbage natively.</summary>
/// <remarks>
/// Every change makes a version of its own, also one that writes what was there before: a conditional change names the version that it has seen, as one of a
/// reference names an object. So it is refused when the cell holds the same again, written since (the ABA problem).
/// Never a <c>readonly</c> field, a local or a parameter: a copy would be another cell. A test holds this.
/// </remarks>
public struct AtomicValue<TSync, T>
    where TSync : struct, ISync
    where T : struct
{
    private object? slot; // the value as an object, where it is not kept in place
    private NativeValue<T> inPlace;

    /// <summary>Creates the cell, with nothing in it. Not a scheduling point.</summary>
    public AtomicValue(CellName name)
    {
        if (!TSync.IsPlain) TSync.Create(ref slot, null, name);
    }

    /// <summary>Reads with acquire order: the value as its writer published it.</summary>
    public Seen<T> Load() => TSync.IsPlain ? inPlace.Load() : Of(TSync.Load(ref slot));

    /// <summary>Writes with release order, whatever was there.</summary>
    public void Store(T value)
    {
        if (TSync.IsPlain) inPlace.Store(value);
        else TSync.Store(ref slot, value);
    }

    /// <summary>Writes <paramref name="value"/> if the cell still holds the very version <paramref name="since"/>; a full fence either way.</summary>
    public bool TryChange(in Seen<T> since, T? value) => TSync.IsPlain
        ? inPlace.TryChange(since.Version, value)
        : ReferenceEquals(TSync.CompareExchange(ref slot, Boxed(value), since.Identity), since.Identity);

    /// <summary>Leaves nothing and returns what was there before; a full fence.</summary>
    public T? Take() => TSync.IsPlain ? inPlace.Take() : (T?)TSync.Exchange(ref slot, null);

    private static object? Boxed(T? value) => value.HasValue ? value.GetValueOrDefault() : null;

    private static Seen<T> Of(object? found) => new((T?)found, 0, found);
}
