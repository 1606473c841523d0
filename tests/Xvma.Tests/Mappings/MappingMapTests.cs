using System.Collections.Immutable;

namespace Xvma.Tests.Mappings;

public sealed class MappingMapTests
{
    private static readonly object Memory = new();
    private static readonly AddressRange Region = AddressLayout.Default.PrivateRegion;
    private static readonly ulong Base = Region.Start.Value;
    private static readonly ulong Page = PageSize.Of64K.Bytes;

    [Fact]
    [Trait("Clause", "MAP-4")]
    public void The_lowest_free_aligned_range_is_chosen()
    {
        var map = MapOf((0, 1), (2, 1), (4, 2), (40, 1));
        Assert.Equal(Pages(1, 1), Free(map, Page, PageSize.Of64K));
        Assert.Equal(Pages(6, 2), Free(map, 2 * Page, PageSize.Of64K));
        Assert.Equal(Pages(32, 1), Free(map, Page, PageSize.Of2M));
        Assert.Equal(Pages(64, 32), Free(map, PageSize.Of2M.Bytes, PageSize.Of2M));
        Assert.Equal(Pages(41, 1000), Free(map, 1000 * Page, PageSize.Of64K));
        Assert.Equal(Pages(0, 1), Free(MappingMap<object>.Empty, Page, PageSize.Of64K));
    }

    [Fact]
    [Trait("Clause", "MAP-4")]
    public void Nothing_is_chosen_beyond_the_region_or_across_its_ends()
    {
        var map = MapOf((1, 1), (3, 1));
        Assert.False(map.FindFree(2 * Page, PageSize.Of64K, Pages(0, 5), out _));
        Assert.True(map.FindFree(Page, PageSize.Of64K, Pages(1, 2), out var free));
        Assert.Equal(Pages(2, 1), free);
        Assert.False(map.FindFree(Page, PageSize.Of64K, Pages(3, 1), out _));
        Assert.False(map.FindFree(0, PageSize.Of64K, Region, out _));
        Assert.False(map.FindFree(Region.Length + Page, PageSize.Of64K, Region, out _));
        Assert.False(map.FindFree(ulong.MaxValue, PageSize.Of64K, Region, out _));
    }

    [Fact]
    [Trait("Clause", "MAP-4")]
    public void The_very_last_page_of_the_address_space_can_be_chosen_mapped_and_removed()
    {
        var region = AddressLayout.Default.SharedRegion;
        var low = new AddressRange(region.Start, region.Length - Page);
        Assert.Equal(MappingRefusal.None, MappingMap<object>.Empty.TryInsert(Mapped(low), out var map));
        Assert.True(map.FindFree(Page, PageSize.Of64K, region, out var last));
        Assert.Equal(ExtendedAddress.Max, last.Last);
        Assert.Equal(MappingRefusal.None, map.TryInsert(Mapped(last), out map));
        Assert.False(map.FindFree(1, PageSize.Of64K, region, out _));
        Assert.True(map.TryFind(ExtendedAddress.Max, out var found));
        Assert.Equal(last, found.Range);
        Assert.True(map.Covers(region));
        Assert.Null(map.FindFlaw());

        Assert.Equal(MappingRefusal.None, map.TryRemove(region, out var after, out var removed));
        Assert.Same(MappingMap<object>.Empty, after);
        Assert.Equal([low, last], removed.Select(mapping => mapping.Range));
    }

    [Fact]
    [Trait("Clause", "MAP-3")]
    public void A_mapping_over_another_is_refused_and_changes_nothing()
    {
        var map = MapOf((4, 4));
        foreach (var range in new[] { Pages(4, 4), Pages(3, 2), Pages(7, 2), Pages(5, 1), Pages(0, 20) })
        {
            Assert.Equal(MappingRefusal.Overlaps, map.TryInsert(Mapped(range), out var after));
            Assert.Same(map, after);
        }

        Assert.Equal(MappingRefusal.None, map.TryInsert(Mapped(Pages(3, 1)), out map));
        Assert.Equal(MappingRefusal.None, map.TryInsert(Mapped(Pages(8, 1)), out map));
        Assert.Equal(3, map.Count);
    }

    [Fact]
    [Trait("Clause", "MAP-5")]
    public void Removing_takes_exactly_the_bytes_of_the_range()
    {
        var map = MapOf((0, 4), (6, 2), (8, 4));
        Assert.Equal(MappingRefusal.None, map.TryRemove(Pages(2, 8), out var after, out var removed));
        Assert.Equal([Pages(2, 2), Pages(6, 2), Pages(8, 2)], removed.Select(mapping => mapping.Range));
        Assert.Equal([Pages(0, 2), Pages(10, 2)], after.Select(mapping => mapping.Range));
        Assert.Equal(4 * Page, after.MappedBytes);
        for (var page = 0UL; page < 14; page++)
        {
            var address = new ExtendedAddress(Base + (page * Page));
            var stays = map.TryFind(address, out var before) && page is < 2 or >= 10;
            Assert.Equal(stays, after.TryFind(address, out var found));
            if (stays)
                Assert.Equal(before!.OffsetOf(address), found!.OffsetOf(address));
        }
    }

    [Fact]
    [Trait("Clause", "MAP-5")]
    public void Removing_the_middle_splits_a_mapping_in_two_over_the_same_memory()
    {
        var map = MapOf((10, 10));
        Assert.Equal(MappingRefusal.None, map.TryRemove(Pages(13, 2), out var after, out var removed));
        Assert.Equal([Pages(10, 3), Pages(15, 5)], after.Select(mapping => mapping.Range));
        Assert.Equal([0UL, 5 * Page], after.Select(mapping => mapping.BackingOffset));
        Assert.Equal(3 * Page, Assert.Single(removed).BackingOffset);
        Assert.All(after, mapping => Assert.Same(Memory, mapping.Backing));
    }

    [Fact]
    [Trait("Clause", "MAP-8")]
    public void Removing_what_is_not_there_removes_nothing_and_says_so()
    {
        var map = MapOf((0, 4), (6, 2));
        Assert.Equal(MappingRefusal.None, map.TryRemove(Pages(4, 2), out var after, out var removed));
        Assert.Same(map, after);
        Assert.Empty(removed);
        Assert.Equal(MappingRefusal.None, map.TryRemove(default, out after, out removed));
        Assert.Same(map, after);
        Assert.Empty(removed);
    }

    [Fact]
    [Trait("Clause", "MAP-7")]
    public void A_range_that_cuts_a_page_is_refused_whole()
    {
        var map = MapOf((0, 4), (6, 2));
        AddressRange[] cutting =
        [
            new(new(Base + 4096), Page), new(new(Base), Page + 4096), new(new(Base), (6 * Page) + 1), new(new(Base + (3 * Page) + 1), 10 * Page),
        ];
        foreach (var range in cutting)
        {
            Assert.Equal(MappingRefusal.SplitsPage, map.TryRemove(range, out var after, out var removed));
            Assert.Same(map, after);
            Assert.Empty(removed);
            Assert.Equal(MappingRefusal.SplitsPage, map.TrySetRights(range, Rights.Read, out after, out var changed));
            Assert.Same(map, after);
            Assert.Empty(changed);
        }

        // An end in a hole cuts nothing.
        Assert.Equal(MappingRefusal.None, map.TryRemove(new(new(Base + (3 * Page)), Page + 4096), out var less, out var piece));
        Assert.Equal(Pages(3, 1), Assert.Single(piece).Range);
        Assert.Equal(5 * Page, less.MappedBytes);
    }

    [Fact]
    [Trait("Clause", "MAP-6")]
    public void Changing_rights_changes_the_range_only_and_passes_over_holes()
    {
        var map = MapOf((0, 4), (6, 2), (8, 4));
        Assert.Equal(MappingRefusal.None, map.TrySetRights(Pages(2, 8), Rights.Read, out var after, out var changed));
        Assert.Equal([Pages(2, 2), Pages(6, 2), Pages(8, 2)], changed.Select(mapping => mapping.Range));
        Assert.All(changed, mapping => Assert.Equal(Rights.ReadWrite, mapping.Rights));
        Assert.Equal(
            [(Pages(0, 2), Rights.ReadWrite), (Pages(2, 2), Rights.Read), (Pages(6, 2), Rights.Read), (Pages(8, 2), Rights.Read), (Pages(10, 2), Rights.ReadWrite)],
            after.Select(mapping => (mapping.Range, mapping.Rights)));
        Assert.Equal(map.MappedBytes, after.MappedBytes);

        Assert.Equal(MappingRefusal.None, after.TrySetRights(Pages(7, 2), Rights.Read, out var same, out changed));
        Assert.Same(after, same);
        Assert.Empty(changed);
        Assert.Throws<ArgumentException>(() => map.TrySetRights(Pages(0, 1), (Rights)2, out _, out _));
    }

    [Fact]
    [Trait("Clause", "MAP-10")]
    public void A_map_that_was_read_never_changes()
    {
        var versions = new List<(MappingMap<object> Map, ImmutableArray<AddressRange> Ranges)>();
        var map = MappingMap<object>.Empty;
        for (var i = 0UL; i < 200; i++)
        {
            Assert.Equal(MappingRefusal.None, map.TryInsert(Mapped(Pages(i * 37 % 200 * 2, 1)), out map));
            versions.Add((map, [.. map.Select(mapping => mapping.Range)]));
        }

        Assert.Equal(MappingRefusal.None, map.TryRemove(Region, out map, out var removed));
        Assert.Equal(200, removed.Length);
        Assert.Same(MappingMap<object>.Empty, map);
        Assert.All(versions, version => Assert.Equal(version.Ranges, version.Map.Select(mapping => mapping.Range)));
        Assert.All(versions, version => Assert.Null(version.Map.FindFlaw()));
    }

    [Fact]
    [Trait("Clause", "MAP-10")]
    public void A_look_up_allocates_nothing()
    {
        var map = MapOf([.. Enumerable.Range(0, 1000).Select(i => ((ulong)i * 2, 1UL))]);
        var found = 0;
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0UL; i < 2000; i++)
            found += map.TryFind(new(Base + (i * Page)), out _) ? 1 : 0;
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(1000, found);
    }

    [Fact]
    public void A_mapping_is_of_whole_pages_with_known_rights_over_bytes_the_backing_can_have()
    {
        var range = Pages(0, 1);
        Assert.Throws<ArgumentException>(() => new Mapping<object>(range, PageSize.Of2M, Rights.Read, Memory));
        Assert.Throws<ArgumentException>(() => new Mapping<object>(default, PageSize.Of64K, Rights.Read, Memory));
        Assert.Throws<ArgumentException>(() => new Mapping<object>(range, PageSize.Of64K, (Rights)2, Memory));
        Assert.Throws<ArgumentException>(() => new Mapping<object>(range, PageSize.Of64K, Rights.Read, Memory, ulong.MaxValue));
        Assert.Throws<ArgumentNullException>(() => new Mapping<object>(range, PageSize.Of64K, Rights.Read, null!));
        Assert.Throws<ArgumentOutOfRangeException>(() => Mapped(range).OffsetOf(new(Base - 1)));
        Assert.Equal(Page + 5, new Mapping<object>(range, PageSize.Of64K, Rights.Read, Memory, Page).OffsetOf(new(Base + 5)));
    }

    [Fact]
    public void A_map_whose_tree_is_wrong_is_noticed()
    {
        // The negative control of every FindFlaw in these tests: trees that no operation makes.
        Assert.Null(MapOf((0, 1), (2, 1)).FindFlaw());
        Assert.Contains("says 3 mappings", Forged.WithCount(MapOf((0, 1), (2, 1)), 3).FindFlaw());
        Assert.Contains("is not above", Forged.OfLeaf(Mapped(Pages(2, 1)), Mapped(Pages(0, 1))).FindFlaw());
        Assert.Contains("is not above", Forged.OfLeaf(Mapped(Pages(0, 2)), Mapped(Pages(1, 1))).FindFlaw());
        Assert.Contains("a node of 1 entries", Forged.OfLeaves([Mapped(Pages(0, 1))], [Mapped(Pages(2, 1))]).FindFlaw());
    }

    private static AddressRange Pages(ulong first, ulong count) => new(new(Base + (first * Page)), count * Page);

    private static Mapping<object> Mapped(AddressRange range) => new(range, PageSize.Of64K, Rights.ReadWrite, Memory);

    private static MappingMap<object> MapOf(params (ulong First, ulong Count)[] ranges)
    {
        var map = MappingMap<object>.Empty;
        foreach (var (first, count) in ranges)
            Assert.Equal(MappingRefusal.None, map.TryInsert(Mapped(Pages(first, count)), out map));
        return map;
    }

    private static AddressRange Free(MappingMap<object> map, ulong length, PageSize alignment)
    {
        Assert.True(map.FindFree(length, alignment, Region, out var free));
        return free;
    }
}
