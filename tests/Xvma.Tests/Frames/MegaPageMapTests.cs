using FsCheck;
using FsCheck.Fluent;

namespace Xvma.Tests.Frames;

public sealed class MegaPageMapTests
{
    private static readonly PageSizeTable Table = new(PageSize.Of4K, PageSize.Of64K, PageSize.Of256K, PageSize.Of512K, PageSize.Of2M);

    [Theory]
    [InlineData(1UL)]
    [InlineData(77UL)]
    [InlineData(4242UL)]
    [Trait("Clause", "MEM-12")]
    [Trait("Clause", "MEM-13")]
    public void Blocks_never_overlap_are_counted_exactly_and_all_come_back(ulong seed)
    {
        var property = Prop.ForAll(
            ArbMap.Default.ArbFor<int[]>(),
            Gen.Choose(1, 3000).ToArbitrary(),
            (steps, units) => Assert.Null(Run(steps, (ulong)units * 4096)));
        property.Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithEndSize(300).WithReplay(seed, 1UL));
    }

    [Fact]
    [Trait("Clause", "MEM-13")]
    public void A_block_parts_into_the_next_smaller_sizes_and_joins_again()
    {
        var map = MegaPageMap.Of(Table, 2UL << 20);
        Assert.Equal(PageSize.Of2M, map.Usage().LargestFree);
        var one = map.TryTake(PageSize.Of4K, out var place)!;
        Assert.Equal((0UL, (PageSize?)PageSize.Of512K), (place, one.Usage().LargestFree));
        Assert.Equal([15L, 3L, 1L, 3L, 0L], one.Usage().BySize.Select(count => count.Free));
        Assert.Equal(map.Usage().BySize, one.Give(place, PageSize.Of4K).Usage().BySize);
    }

    [Fact]
    [Trait("Clause", "MEM-13")]
    public void Free_memory_in_pieces_is_no_large_page()
    {
        var map = MegaPageMap.Of(Table, 2UL << 20);
        var places = new ulong[4];
        for (var i = 0; i < 4; i++) map = map.TryTake(PageSize.Of512K, out places[i])!;
        map = map.Give(places[0], PageSize.Of512K).Give(places[2], PageSize.Of512K);
        Assert.Equal((1UL << 20, (PageSize?)PageSize.Of512K), (map.Usage().Free, map.Usage().LargestFree));
        Assert.Null(map.TryTake(PageSize.Of2M, out _));
        Assert.NotNull(map.Give(places[1], PageSize.Of512K).Give(places[3], PageSize.Of512K).TryTake(PageSize.Of2M, out _));
    }

    [Fact]
    [Trait("Clause", "MEM-12")]
    public void What_is_not_in_use_cannot_be_given_back()
    {
        var map = MegaPageMap.Of(Table, 2UL << 20).TryTake(PageSize.Of64K, out var place)!;
        Assert.Throws<InvalidOperationException>(() => map.Give(place, PageSize.Of4K));
        Assert.Throws<InvalidOperationException>(() => map.Give(place + 65536, PageSize.Of64K));
        Assert.Throws<InvalidOperationException>(() => map.Give(place + 4096, PageSize.Of64K));
        Assert.Throws<InvalidOperationException>(() => map.Give(place, PageSize.Of64K).Give(place, PageSize.Of64K));
    }

    // Each step takes a page of a size it says, or gives back one that it says. What is wrong, or null.
    private static string? Run(int[] steps, ulong total)
    {
        var sizes = Table.Sizes.ToArray();
        var map = MegaPageMap.Of(Table, total);
        var first = map.Usage();
        var held = new List<(ulong Place, PageSize Size)>();
        foreach (var step in steps)
        {
            var choice = (uint)step;
            if (choice % 3 == 0 && held.Count > 0)
            {
                var at = (int)(choice / 3 % (uint)held.Count);
                map = map.Give(held[at].Place, held[at].Size);
                held.RemoveAt(at);
            }
            else
            {
                var size = sizes[choice / 3 % (uint)sizes.Length];
                var could = map.Usage().LargestFree is { } largest && largest >= size;
                var next = map.TryTake(size, out var place);
                if ((next is not null) != could) return $"a page of {size} is given, or is not, and the largest free is {map.Usage().LargestFree}";
                if (next is null) continue;
                if (place % size.Bytes != 0 || place + size.Bytes > total) return $"{size} at {place} of {total}";
                if (held.Any(other => place < other.Place + other.Size.Bytes && other.Place < place + size.Bytes)) return $"{size} at {place} is in use";
                held.Add((place, size));
                map = next;
            }

            var bytes = held.Aggregate(0UL, (sum, page) => sum + page.Size.Bytes);
            var usage = map.Usage();
            if (usage.InUse != bytes || usage.Free != total - bytes) return $"{usage} while {bytes} of {total} are held";
            if (sizes.Any(size => usage.BySize.First(count => count.Size == size).InUse != held.Count(page => page.Size == size))) return $"{usage} by size";
        }

        foreach (var (place, size) in held) map = map.Give(place, size);
        return map.Usage().BySize.SequenceEqual(first.BySize) ? null : $"{map.Usage()} after all has come back";
    }
}
