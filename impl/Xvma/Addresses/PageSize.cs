namespace Xvma;

/// <summary>A page size the GRU can translate: a power of two from 4 KB to 1 TB (PGS-1).</summary>
public readonly record struct PageSize : IComparable<PageSize>
{
    /// <summary>The shift of the smallest page, 4 KB.</summary>
    public const int MinShift = 12;

    /// <summary>The shift of the largest page, 1 TB: the boundaries of an <see cref="AddressLayout"/> are aligned to it.</summary>
    public const int MaxShift = 40;

    // Counted from the smallest, so that default is 4 KB, the processor's own page, and not a page of one byte.
    private readonly byte aboveMin;

    /// <summary>The page size of 2^<paramref name="shift"/> bytes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Smaller than 4 KB or larger than 1 TB.</exception>
    public PageSize(int shift)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(shift, MinShift);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(shift, MaxShift);
        aboveMin = (byte)(shift - MinShift);
    }

    /// <summary>4 KB, the processor's own page.</summary>
    public static PageSize Of4K => new(12);

    /// <summary>64 KB.</summary>
    public static PageSize Of64K => new(16);

    /// <summary>256 KB.</summary>
    public static PageSize Of256K => new(18);

    /// <summary>512 KB.</summary>
    public static PageSize Of512K => new(19);

    /// <summary>2 MB.</summary>
    public static PageSize Of2M => new(21);

    /// <summary>8 MB.</summary>
    public static PageSize Of8M => new(23);

    /// <summary>32 MB.</summary>
    public static PageSize Of32M => new(25);

    /// <summary>128 MB.</summary>
    public static PageSize Of128M => new(27);

    /// <summary>512 MB.</summary>
    public static PageSize Of512M => new(29);

    /// <summary>2 GB.</summary>
    public static PageSize Of2G => new(31);

    /// <summary>8 GB.</summary>
    public static PageSize Of8G => new(33);

    /// <summary>32 GB.</summary>
    public static PageSize Of32G => new(35);

    /// <summary>128 GB.</summary>
    public static PageSize Of128G => new(37);

    /// <summary>512 GB.</summary>
    public static PageSize Of512G => new(39);

    /// <summary>1 TB.</summary>
    public static PageSize Of1T => new(40);

    /// <summary>The base-2 logarithm of its bytes, <see cref="MinShift"/> to <see cref="MaxShift"/>.</summary>
    public int Shift => MinShift + aboveMin;

    /// <summary>The bytes of a page.</summary>
    public ulong Bytes => AddressMath.PageBytes(Shift);

    /// <summary>Whether the left page is the smaller one.</summary>
    public static bool operator <(PageSize left, PageSize right) => left.aboveMin < right.aboveMin;

    /// <summary>Whether the left page is the smaller one or the same.</summary>
    public static bool operator <=(PageSize left, PageSize right) => left.aboveMin <= right.aboveMin;

    /// <summary>Whether the left page is the larger one.</summary>
    public static bool operator >(PageSize left, PageSize right) => left.aboveMin > right.aboveMin;

    /// <summary>Whether the left page is the larger one or the same.</summary>
    public static bool operator >=(PageSize left, PageSize right) => left.aboveMin >= right.aboveMin;

    /// <summary>The first byte of the page an address lies in.</summary>
    public ExtendedAddress RoundDown(ExtendedAddress address) => new(AddressMath.RoundDown(address.Value, Shift));

    /// <summary>The first page boundary at or above an address (PGS-4).</summary>
    /// <exception cref="OverflowException">The address is past the last boundary there is.</exception>
    public ExtendedAddress RoundUp(ExtendedAddress address) => TryRoundUp(address, out var up)
        ? up
        : throw new OverflowException($"no {this} boundary at or above {address}");

    /// <summary>The first page boundary at or above an address, or false if that would be 2^64.</summary>
    public bool TryRoundUp(ExtendedAddress address, out ExtendedAddress up)
    {
        var possible = AddressMath.CanRoundUp(address.Value, Shift);
        up = possible ? new(AddressMath.RoundUp(address.Value, Shift)) : default;
        return possible;
    }

    /// <summary>The whole page an address lies in.</summary>
    public AddressRange PageOf(ExtendedAddress address) => new(RoundDown(address), Bytes);

    /// <summary>Whether an address is a page boundary.</summary>
    public bool IsAligned(ExtendedAddress address) => AddressMath.IsAligned(address.Value, Shift);

    /// <summary>Whether a number of bytes is one of whole pages.</summary>
    public bool IsAligned(ulong bytes) => AddressMath.IsAligned(bytes, Shift);

    /// <summary>Whether a range is one of whole pages.</summary>
    public bool IsAligned(AddressRange range) => IsAligned(range.Start) && IsAligned(range.Length);

    /// <inheritdoc/>
    public int CompareTo(PageSize other) => aboveMin.CompareTo(other.aboveMin);

    /// <summary>In the words of the field: <c>64 KB</c>.</summary>
    public override string ToString() => ByteUnits.Text(Bytes);
}
