namespace Xvma.Tests.Addresses;

public sealed class AddressRangeTests
{
    [Theory]
    [Trait("Clause", "ADR-5")]
    [InlineData(0UL, 1UL, true)]
    [InlineData(0UL, ulong.MaxValue, true)]
    [InlineData(1UL, ulong.MaxValue, true)]
    [InlineData(2UL, ulong.MaxValue, false)]
    [InlineData(1UL << 63, 1UL << 63, true)]
    [InlineData(1UL << 63, (1UL << 63) + 1, false)]
    [InlineData(ulong.MaxValue, 1UL, true)]
    [InlineData(ulong.MaxValue, 2UL, false)]
    [InlineData(0UL, 0UL, false)]
    [InlineData(ulong.MaxValue, 0UL, false)]
    public void A_range_may_end_with_the_last_address_and_not_beyond(ulong start, ulong length, bool exists)
    {
        Assert.Equal(exists, AddressRange.TryCreate(new(start), length, out var range));
        Assert.Equal(exists ? length : 0, range.Length);
        if (exists)
            Assert.Equal(start + length - 1, new AddressRange(new(start), length).Last.Value);
        else
            Assert.Throws<ArgumentOutOfRangeException>(() => new AddressRange(new(start), length));
    }

    [Fact]
    public void A_range_between_two_addresses_has_both()
    {
        var range = AddressRange.Between(new(10), new(10));
        Assert.Equal(1UL, range.Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => AddressRange.Between(new(11), new(10)));
        Assert.Throws<ArgumentOutOfRangeException>(() => AddressRange.Between(new(0), ExtendedAddress.Max));
    }

    [Theory]
    [InlineData(10, 5, 15, 5, false)]
    [InlineData(10, 6, 15, 5, true)]
    [InlineData(15, 5, 10, 5, false)]
    [InlineData(10, 10, 12, 2, true)]
    [InlineData(12, 2, 10, 10, true)]
    [InlineData(10, 1, 10, 1, true)]
    public void Ranges_overlap_if_they_share_a_byte(ulong start, ulong length, ulong otherStart, ulong otherLength, bool overlap)
    {
        var (range, other) = (new AddressRange(new(start), length), new AddressRange(new(otherStart), otherLength));
        Assert.Equal(overlap, range.Overlaps(other));
        Assert.Equal(overlap, range.TryIntersect(other, out var common));
        for (var address = 0UL; address < 40; address++)
        {
            var inBoth = range.Contains(new ExtendedAddress(address)) && other.Contains(new ExtendedAddress(address));
            Assert.Equal(inBoth, common.Contains(new ExtendedAddress(address)));
        }
    }

    [Fact]
    public void Ranges_at_the_top_overlap_contain_and_intersect_like_others()
    {
        var top = new AddressRange(ExtendedAddress.Max - 99, 100);
        var bottom = new AddressRange(default, 100);
        Assert.False(top.Overlaps(bottom));
        Assert.True(top.Contains(ExtendedAddress.Max));
        Assert.True(top.Contains(new AddressRange(ExtendedAddress.Max, 1)));
        Assert.True(top.TryIntersect(new AddressRange(ExtendedAddress.Max - 9, 10), out var common));
        Assert.Equal(10UL, common.Length);
        Assert.False(top.Contains(new AddressRange(ExtendedAddress.Max - 100, 101)));
    }

    [Fact]
    public void The_range_of_no_bytes_contains_and_overlaps_nothing()
    {
        var none = default(AddressRange);
        var low = new AddressRange(default, 100);
        Assert.True(none.IsEmpty);
        Assert.False(none.Contains(default(ExtendedAddress)));
        Assert.False(none.Overlaps(low));
        Assert.False(low.Overlaps(none));
        Assert.False(low.Contains(none));
    }

    [Fact]
    public void Addresses_and_ranges_print_as_the_traces_do()
    {
        Assert.Equal("0x8000_0000_0000_0040", new ExtendedAddress(0x8000_0000_0000_0040).ToString());
        Assert.Equal("0x0123_4567_89ab_cdef", new ExtendedAddress(0x0123_4567_89AB_CDEF).ToString());
        Assert.Equal("0x8000_0000_0000_0000 64 KB", new AddressRange(new(1UL << 63), 64 * ByteUnits.KiB).ToString());
        Assert.Equal("3 bytes", ByteUnits.Text(3));
        Assert.Equal("1 byte", ByteUnits.Text(1));
        Assert.Equal("0 bytes", ByteUnits.Text(0));
        Assert.Equal("1 TB", ByteUnits.Text(ByteUnits.TiB));
        Assert.Equal("1536 MB", ByteUnits.Text(1536 * ByteUnits.MiB));
    }

    [Fact]
    public void An_address_that_would_wrap_round_is_a_mistake()
    {
        Assert.Throws<OverflowException>(() => ExtendedAddress.Max + 1);
        Assert.Throws<OverflowException>(() => new ExtendedAddress(3) - 4UL);
        Assert.Throws<OverflowException>(() => new ExtendedAddress(3) - new ExtendedAddress(4));
        Assert.Equal(ExtendedAddress.Max, new ExtendedAddress(1UL << 63) + ((1UL << 63) - 1));
        Assert.True(new ExtendedAddress(1UL << 63) > new ExtendedAddress(1));
    }
}
