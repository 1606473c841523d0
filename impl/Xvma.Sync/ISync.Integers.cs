namespace Xvma.Sync;

public partial interface ISync
{
    /// <summary>Makes <paramref name="slot"/> a cell holding <paramref name="initial"/>. Not a scheduling point.</summary>
    static abstract void Create(ref long slot, long initial, CellName name);

    /// <summary>Makes every element of <paramref name="slots"/> a cell holding <paramref name="initial"/>. Not a scheduling point.</summary>
    static abstract void Create(long[] slots, long initial, CellName name);

    /// <summary>Reads with acquire order: nothing after it in program order is performed before it.</summary>
    static abstract long Load(ref long slot);

    /// <summary>Reads in the single total order of all sequentially consistent accesses.</summary>
    static abstract long LoadSequential(ref long slot);

    /// <summary>Writes with release order: nothing before it in program order is performed after it.</summary>
    static abstract void Store(ref long slot, long value);

    /// <summary>Writes in the single total order of all sequentially consistent accesses; drains the store buffer.</summary>
    static abstract void StoreSequential(ref long slot, long value);

    /// <summary>Writes <paramref name="value"/> if the cell holds <paramref name="expected"/>; a full fence either way.</summary>
    /// <returns>What the cell held before; the write happened exactly when that equals <paramref name="expected"/>.</returns>
    static abstract long CompareExchange(ref long slot, long value, long expected);

    /// <summary>Writes and returns what was there before; a full fence.</summary>
    static abstract long Exchange(ref long slot, long value);

    /// <summary>Adds (wrapping) and returns the <em>new</em> value; a full fence.</summary>
    static abstract long Add(ref long slot, long value);

    /// <summary>Bitwise and; returns the <em>old</em> value; a full fence.</summary>
    static abstract long And(ref long slot, long value);

    /// <summary>Bitwise or; returns the <em>old</em> value; a full fence.</summary>
    static abstract long Or(ref long slot, long value);

    /// <summary>
    /// Returns once the cell no longer holds <paramref name="value"/>. For waits that a short section of another running thread ends
    /// without being told; everything else waits on a queue.
    /// </summary>
    static abstract void SpinWhileEqual(ref long slot, long value);
}
