namespace Xvma;

/// <summary>
/// A range of whole pages of one size, backed by consecutive bytes of one backing, with one set of rights (MAP-2, MAP-9). Immutable.
/// </summary>
/// <typeparam name="TBacking">What holds the memory; compared by reference.</typeparam>
public sealed class Mapping<TBacking>
    where TBacking : class
{
    /// <summary>Makes a mapping.</summary>
    /// <param name="range">Where; whole pages.</param>
    /// <param name="pageSize">The size of its pages.</param>
    /// <param name="rights">What may be done through it.</param>
    /// <param name="backing">What holds the memory.</param>
    /// <param name="backingOffset">Where in the backing the range begins, in bytes.</param>
    /// <exception cref="ArgumentException">
    /// The range is empty or not of whole pages, the rights are none of the named, or the range goes past 2^64 bytes of the backing.
    /// </exception>
    public Mapping(AddressRange range, PageSize pageSize, Rights rights, TBacking backing, ulong backingOffset = 0)
    {
        ArgumentNullException.ThrowIfNull(backing);
        if (range.IsEmpty || !pageSize.IsAligned(range))
            throw new ArgumentException($"{range} is not of whole pages of {pageSize}", nameof(range));
        if (!rights.IsKnown())
            throw new ArgumentException($"{rights} are no rights a mapping can have", nameof(rights));
        if (!AddressMath.IsRange(backingOffset, range.Length))
            throw new ArgumentException($"no backing has {ByteUnits.Text(range.Length)} from {backingOffset}", nameof(backingOffset));

        Range = range;
        PageSize = pageSize;
        Rights = rights;
        Backing = backing;
        BackingOffset = backingOffset;
    }

    /// <summary>The addresses it translates.</summary>
    public AddressRange Range { get; }

    /// <summary>The size of its pages.</summary>
    public PageSize PageSize { get; }

    /// <summary>What may be done through it.</summary>
    public Rights Rights { get; }

    /// <summary>What holds its memory.</summary>
    public TBacking Backing { get; }

    /// <summary>Where in <see cref="Backing"/> the first byte of <see cref="Range"/> is, in bytes.</summary>
    public ulong BackingOffset { get; }

    internal ulong First => Range.Start.Value;

    internal ulong Last => Range.Last.Value;

    /// <summary>Where in <see cref="Backing"/> the byte at an address of <see cref="Range"/> is.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The address is not one of the range.</exception>
    public ulong OffsetOf(ExtendedAddress address) => Range.Contains(address)
        ? MappingMath.BackingOffset(BackingOffset, First, address.Value)
        : throw new ArgumentOutOfRangeException(nameof(address), address, $"not in {Range}");

    /// <summary>The same memory at the same addresses, with other rights.</summary>
    /// <exception cref="ArgumentException">The rights are none of the named.</exception>
    public Mapping<TBacking> With(Rights rights) => rights == Rights ? this : new(Range, PageSize, rights, Backing, BackingOffset);

    /// <summary>Whether the other translates the same addresses to the same memory with the same rights and page size.</summary>
    public bool IsSameAs(Mapping<TBacking> other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Range == other.Range && PageSize == other.PageSize && Rights == other.Rights
            && ReferenceEquals(Backing, other.Backing) && BackingOffset == other.BackingOffset;
    }

    /// <summary>Range, page size and rights: <c>0x8000_0000_0000_0000 2 MB in 64 KB pages, ReadWrite</c>.</summary>
    public override string ToString() => $"{Range} in {PageSize} pages, {Rights}";

    internal bool WouldSplitPage(AddressRange cut) =>
        MappingMath.SplitsPage(First, Last, cut.Start.Value, cut.Last.Value, PageSize.Shift);

    // The pieces a cut leaves. The cut overlaps the range and splits no page.
    internal Mapping<TBacking>? Head(AddressRange cut) =>
        MappingMath.HasHead(First, cut.Start.Value) ? Piece(First, MappingMath.HeadLast(cut.Start.Value)) : null;

    internal Mapping<TBacking> Middle(AddressRange cut) =>
        Piece(MappingMath.MiddleFirst(First, cut.Start.Value), MappingMath.MiddleLast(Last, cut.Last.Value));

    internal Mapping<TBacking>? Tail(AddressRange cut) =>
        MappingMath.HasTail(Last, cut.Last.Value) ? Piece(MappingMath.TailFirst(cut.Last.Value), Last) : null;

    private Mapping<TBacking> Piece(ulong first, ulong last)
    {
        var range = AddressRange.Between(new(first), new(last));
        return range == Range ? this : new(range, PageSize, Rights, Backing, MappingMath.BackingOffset(BackingOffset, First, first));
    }
}
