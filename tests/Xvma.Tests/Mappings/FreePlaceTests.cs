namespace Xvma.Tests.Mappings;

public sealed class FreePlaceTests
{
    private static readonly object Memory = new();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [Trait("Clause", "MAP-4")]
    public void The_largest_block_of_a_range_is_what_looking_for_it_finds(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 20_000; i++)
        {
            var start = (ulong)random.NextInt64(long.MinValue, long.MaxValue) >> random.Next(60);
            var length = 1 + ((ulong)random.NextInt64(long.MinValue, long.MaxValue) >> random.Next(1, 64));
            if (start + (length - 1) < start) length = 0 - start;
            var last = start + (length - 1);
            var expected = Enumerable.Range(0, 64).Last(k =>
            {
                var pad = (0UL - start) & ((1UL << k) - 1);
                return pad < length && last - (start + pad) >= (1UL << k) - 1;
            });
            Assert.Equal(expected, MappingEntry.BlockIn(start, length));
        }
    }

    [Fact]
    [Trait("Clause", "MAP-4")]
    public void Gaps_that_are_long_enough_and_misaligned_are_not_gone_through()
    {
        // Each gap has 124 KB and begins 4 KB past a multiple of 64 KB: no page of 64 KB beside a whole one, and none of 128 KB.
        const int Count = 50_000;
        var region = AddressLayout.Default.PrivateRegion;
        var map = MappingMap<object>.Empty;
        for (var i = 0UL; i < Count; i++)
            map.TryInsert(new(new(region.Start + (i * 131072), 4096), PageSize.Of4K, Rights.ReadWrite, Memory), out map);
        var size = new PageSize(17);
        map.FindFree(size.Bytes, size, region, out _);
        var before = Visits(map, region, size);
        Assert.True(before < 100, $"{before} times an allocation of a leaf's entries");
        Assert.True(map.FindFree(size.Bytes, size, region, out var free));
        Assert.Equal(region.Start + ((ulong)Count * 131072), free.Start);
        Assert.Null(map.FindFlaw());
    }

    // A leaf that is entered has its entries put together: what is allocated says how many were.
    private static long Visits(MappingMap<object> map, AddressRange region, PageSize size)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        map.FindFree(size.Bytes, size, region, out _);
        return (GC.GetAllocatedBytesForCurrentThread() - before) / 64;
    }
}
