namespace Xvma.Tests.Addresses;

public sealed class AddressLayoutTests
{
    private const ulong OneTerabyte = 1UL << 40;

    [Fact]
    [Trait("Clause", "ADR-2")]
    public void The_default_regions_begin_at_2_to_the_53_and_2_to_the_63()
    {
        Assert.Equal(1UL << 53, AddressLayout.Default.PrivateBase.Value);
        Assert.Equal(1UL << 63, AddressLayout.Default.SharedBase.Value);
        Assert.Equal(AddressRange.Between(new(1UL << 53), new((1UL << 63) - 1)), AddressLayout.Default.PrivateRegion);
        Assert.Equal(AddressRange.Between(new(1UL << 63), ExtendedAddress.Max), AddressLayout.Default.SharedRegion);
    }

    [Fact]
    [Trait("Clause", "ADR-2")]
    public void The_sgi_profile_begins_its_private_region_at_2_to_the_48()
    {
        Assert.Equal(1UL << 48, AddressLayout.Sgi.PrivateBase.Value);
        Assert.Equal(1UL << 63, AddressLayout.Sgi.SharedBase.Value);
        Assert.Equal(AddressKind.Processor, AddressLayout.Sgi.Classify(new((1UL << 47) - 1)));
        Assert.Equal(AddressKind.Hole, AddressLayout.Sgi.Classify(new(1UL << 47)));
        Assert.Equal(AddressKind.Hole, AddressLayout.Sgi.Classify(new((1UL << 48) - 1)));
        Assert.Equal(AddressKind.Private, AddressLayout.Sgi.Classify(new(1UL << 48)));
    }

    [Theory]
    [Trait("Clause", "ADR-1")]
    [InlineData(0UL, AddressKind.Processor)]
    [InlineData((1UL << 47) - 1, AddressKind.Processor)]
    [InlineData(1UL << 47, AddressKind.Hole)]
    [InlineData((1UL << 53) - 1, AddressKind.Hole)]
    [InlineData(1UL << 53, AddressKind.Private)]
    [InlineData((1UL << 63) - 1, AddressKind.Private)]
    [InlineData(1UL << 63, AddressKind.Shared)]
    [InlineData(ulong.MaxValue, AddressKind.Shared)]
    public void Every_address_is_of_exactly_one_kind(ulong address, AddressKind kind)
    {
        var layout = AddressLayout.Default;
        Assert.Equal(kind, layout.Classify(new(address)));
        Assert.Equal(kind == AddressKind.Private, layout.PrivateRegion.Contains(new ExtendedAddress(address)));
        Assert.Equal(kind == AddressKind.Shared, layout.SharedRegion.Contains(new ExtendedAddress(address)));
    }

    [Theory]
    [Trait("Clause", "ADR-4")]
    [InlineData(2 * OneTerabyte, OneTerabyte, 3 * OneTerabyte)]
    [InlineData(OneTerabyte, 2 * OneTerabyte, 2 * OneTerabyte)]
    [InlineData(OneTerabyte, 3 * OneTerabyte, 2 * OneTerabyte)]
    [InlineData(OneTerabyte + 4096, 2 * OneTerabyte, 3 * OneTerabyte)]
    [InlineData(OneTerabyte, (2 * OneTerabyte) + 4096, 3 * OneTerabyte)]
    [InlineData(OneTerabyte, 2 * OneTerabyte, (3 * OneTerabyte) + 4096)]
    [InlineData(0UL, 0UL, 0UL)]
    public void A_layout_out_of_order_or_off_the_largest_page_is_refused(ulong processorLimit, ulong privateBase, ulong sharedBase) =>
        Assert.Throws<ArgumentException>(() => new AddressLayout(new(processorLimit), new(privateBase), new(sharedBase)));

    [Fact]
    [Trait("Clause", "ADR-4")]
    public void A_layout_without_a_hole_or_with_a_last_region_of_one_page_is_accepted()
    {
        var top = ulong.MaxValue - OneTerabyte + 1;
        var layout = new AddressLayout(new(OneTerabyte), new(OneTerabyte), new(top));
        Assert.Equal(AddressKind.Private, layout.Classify(new(OneTerabyte)));
        Assert.Equal(OneTerabyte, layout.SharedRegion.Length);
        Assert.Equal(layout.SharedRegion, layout.RegionOf(AddressKind.Shared));
        Assert.Equal(layout.PrivateRegion, layout.RegionOf(AddressKind.Private));
    }

    [Theory]
    [InlineData(AddressKind.Hole)]
    [InlineData(AddressKind.Processor)]
    public void There_is_no_region_to_map_in_outside_the_two(AddressKind kind) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => AddressLayout.Default.RegionOf(kind));

    [Fact]
    public void Layouts_are_values()
    {
        Assert.Equal(AddressLayout.Default, new AddressLayout(new(1UL << 47), new(1UL << 53), new(1UL << 63)));
        Assert.NotEqual(AddressLayout.Default, AddressLayout.Sgi);
    }
}
