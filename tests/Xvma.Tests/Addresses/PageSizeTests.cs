namespace Xvma.Tests.Addresses;

public sealed class PageSizeTests
{
    public static TheoryData<int> EveryShift => new(Enumerable.Range(PageSize.MinShift, PageSize.MaxShift - PageSize.MinShift + 1));

    [Theory]
    [MemberData(nameof(EveryShift))]
    [Trait("Clause", "PGS-4")]
    public void Rounding_finds_the_boundaries_around_an_address(int shift)
    {
        var size = new PageSize(shift);
        var boundary = new ExtendedAddress(1UL << 63) + (3 * size.Bytes);
        Assert.Equal(boundary, size.RoundDown(boundary));
        Assert.Equal(boundary, size.RoundUp(boundary));
        Assert.Equal(boundary, size.RoundDown(boundary + (size.Bytes - 1)));
        Assert.Equal(boundary + size.Bytes, size.RoundUp(boundary + 1));
        Assert.True(size.IsAligned(boundary));
        Assert.False(size.IsAligned(boundary + 1));
        Assert.Equal(new AddressRange(boundary, size.Bytes), size.PageOf(boundary + 1));
    }

    [Theory]
    [MemberData(nameof(EveryShift))]
    [Trait("Clause", "PGS-4")]
    public void In_the_topmost_page_there_is_nothing_to_round_up_to(int shift)
    {
        var size = new PageSize(shift);
        var lastBoundary = ExtendedAddress.Max - (size.Bytes - 1);
        Assert.Equal(lastBoundary, size.RoundUp(lastBoundary));
        Assert.Equal(lastBoundary, size.RoundDown(ExtendedAddress.Max));
        Assert.False(size.TryRoundUp(lastBoundary + 1, out _));
        Assert.Throws<OverflowException>(() => size.RoundUp(ExtendedAddress.Max));
        Assert.Equal(ExtendedAddress.Max, size.PageOf(ExtendedAddress.Max).Last);
    }

    [Fact]
    public void Sizes_are_from_4_KB_to_1_TB_and_the_default_is_the_processors_own()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new PageSize(11));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PageSize(41));
        Assert.Equal(PageSize.Of4K, default);
        Assert.Equal(4096UL, PageSize.Of4K.Bytes);
        Assert.Equal(ByteUnits.TiB, PageSize.Of1T.Bytes);
        Assert.True(PageSize.Of512G < PageSize.Of1T);
        Assert.Equal("512 GB", PageSize.Of512G.ToString());
    }

    [Fact]
    public void Ranges_are_aligned_if_start_and_length_are()
    {
        Assert.True(PageSize.Of64K.IsAligned(new AddressRange(new(0x10000), 0x20000)));
        Assert.False(PageSize.Of64K.IsAligned(new AddressRange(new(0x10000), 0x21000)));
        Assert.False(PageSize.Of64K.IsAligned(new AddressRange(new(0x11000), 0x20000)));
    }

    [Fact]
    public void Rights_are_ordered_by_inclusion()
    {
        Assert.True(Rights.ReadWrite.Allow(Rights.Read));
        Assert.True(Rights.Read.Allow(Rights.None));
        Assert.False(Rights.Read.Allow(Rights.ReadWrite));
        Assert.False(Rights.None.Allow(Rights.Read));
        Assert.False(((Rights)2).IsKnown());
    }
}
