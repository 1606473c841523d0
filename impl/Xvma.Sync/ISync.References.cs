namespace Xvma.Sync;

public partial interface ISync
{
    /// <summary>Makes <paramref name="slot"/> a cell holding <paramref name="initial"/>. Not a scheduling point.</summary>
    static abstract void Create(ref object? slot, object? initial, CellName name);

    /// <summary>Makes every element of <paramref name="slots"/> a cell holding null. Not a scheduling point.</summary>
    static abstract void Create(object?[] slots, CellName name);

    /// <summary>Reads with acquire order: the object is seen as its writer published it.</summary>
    static abstract object? Load(ref object? slot);

    /// <summary>Writes with release order: publishes the object and everything written before.</summary>
    static abstract void Store(ref object? slot, object? value);

    /// <summary>Writes <paramref name="value"/> if the cell holds the very object <paramref name="expected"/>; a full fence either way.</summary>
    /// <returns>What the cell held before.</returns>
    static abstract object? CompareExchange(ref object? slot, object? value, object? expected);

    /// <summary>Writes and returns what was there before; a full fence.</summary>
    static abstract object? Exchange(ref object? slot, object? value);
}
