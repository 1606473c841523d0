namespace Xvma.Sync;

/// <remarks>
/// Memory that a device and its users share is a cell of another shape: bytes at an address. Natively it is mapped memory; under an
/// explorer the same calls go to tracked memory in which an access outside a live reservation is a violation, not a crash.
/// Addresses are opaque numbers that only these members interpret; adding an offset inside one reservation is allowed.
/// </remarks>
public partial interface ISync
{
    /// <summary>Reserves zeroed memory; pages are committed when first touched, so a reservation may exceed what the machine has.</summary>
    /// <param name="bytes">A positive multiple of 4,096.</param>
    /// <returns>The address of the first byte, or 0 when the system refuses.</returns>
    static abstract long ReserveMemory(long bytes);

    /// <summary>Gives back a reservation, whole: the values <see cref="ReserveMemory"/> took and gave.</summary>
    static abstract void ReleaseMemory(long address, long bytes);

    /// <summary>Reads <paramref name="width"/> bytes at once with acquire order.</summary>
    /// <param name="address">A multiple of <paramref name="width"/> inside a live reservation.</param>
    /// <param name="width">1, 2, 4 or 8.</param>
    static abstract ulong LoadMemory(long address, int width);

    /// <summary>Writes the low <paramref name="width"/> bytes of <paramref name="value"/> at once with release order.</summary>
    static abstract void StoreMemory(long address, int width, ulong value);

    /// <summary>Copies bytes; not atomic; the ranges may overlap.</summary>
    static abstract void CopyMemory(long source, long destination, long bytes);

    /// <summary>Writes <paramref name="value"/> into every byte; not atomic.</summary>
    static abstract void FillMemory(long destination, long bytes, byte value);

    /// <summary>Adds to <paramref name="width"/> (4 or 8) bytes, wrapping; returns the old value; a full fence.</summary>
    static abstract ulong FetchAddMemory(long address, int width, ulong value);

    /// <summary>Replaces <paramref name="width"/> (4 or 8) bytes; returns the old value; a full fence.</summary>
    static abstract ulong ExchangeMemory(long address, int width, ulong value);

    /// <summary>Replaces <paramref name="width"/> (4 or 8) bytes if they equal <paramref name="expected"/>; returns the old value; a full fence.</summary>
    static abstract ulong CompareExchangeMemory(long address, int width, ulong value, ulong expected);
}
