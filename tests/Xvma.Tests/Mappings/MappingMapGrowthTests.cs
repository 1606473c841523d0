namespace Xvma.Tests.Mappings;

/// <summary>Maps of thousands of mappings: trees of several levels, which the sequences against the model do not reach.</summary>
public sealed class MappingMapGrowthTests(ITestOutputHelper output)
{
    private const int Slots = 6_000;
    private const int Seed = 20130213;
    private static readonly ulong Base = AddressLayout.Default.SharedRegion.Start.Value;
    private static readonly ulong Step = 2 * PageSize.Of64K.Bytes;
    private static readonly object Memory = new();

    [Fact]
    [Trait("Clause", "MAP-3")]
    [Trait("Clause", "MAP-5")]
    public void A_map_grows_and_shrinks_by_thousands_and_stays_well_formed()
    {
        output.WriteLine($"seed {Seed}");
        var random = new Random(Seed);
        var expected = new SortedSet<int>();
        var map = MappingMap<object>.Empty;
        for (var round = 0; round < 4; round++)
        {
            var order = Enumerable.Range(0, Slots).ToArray();
            random.Shuffle(order);
            foreach (var slot in order)
                Assert.Equal(expected.Add(slot), map.TryInsert(At(slot), out map) == MappingRefusal.None);
            Expect(map, expected);

            // First many small holes, so that nodes run empty one entry at a time; then fewer and fewer large ones, which take whole
            // subtrees.
            for (var i = 0; i < 1_500; i++)
            {
                var length = i < 1_400 ? 1 + random.Next(4) : 1 + random.Next(600);
                var first = random.Next(Slots - length);
                var range = new AddressRange(At(first).Range.Start, (ulong)length * Step);
                Assert.Equal(MappingRefusal.None, map.TryRemove(range, out map, out var removed));
                Assert.Equal(expected.GetViewBetween(first, first + length - 1).Count, removed.Length);
                expected.RemoveWhere(slot => slot >= first && slot < first + length);
                if (i % 300 == 0 || i >= 1_460)
                    Expect(map, expected);
            }

            Expect(map, expected);
        }

        Assert.Equal(MappingRefusal.None, map.TryRemove(AddressLayout.Default.SharedRegion, out map, out var rest));
        Assert.Equal(expected.Count, rest.Length);
        Assert.Same(MappingMap<object>.Empty, map);
    }

    [Fact]
    [Trait("Clause", "MAP-6")]
    public void Changing_the_rights_of_thousands_is_one_change()
    {
        var map = MappingMap<object>.Empty;
        for (var slot = 0; slot < Slots; slot++)
            Assert.Equal(MappingRefusal.None, map.TryInsert(At(slot), out map));
        var half = new AddressRange(At(1_000).Range.Start, 3_000 * Step);
        Assert.Equal(MappingRefusal.None, map.TrySetRights(half, Rights.None, out var after, out var changed));
        Assert.Equal(3_000, changed.Length);
        Assert.Null(after.FindFlaw());
        Assert.Equal(3_000, after.Count(mapping => mapping.Rights == Rights.None));
        Assert.Equal(Slots, map.Count(mapping => mapping.Rights == Rights.ReadWrite));
    }

    private static Mapping<object> At(int slot) =>
        new(new(new(Base + ((ulong)slot * Step)), PageSize.Of64K.Bytes), PageSize.Of64K, Rights.ReadWrite, Memory);

    private static void Expect(MappingMap<object> map, SortedSet<int> expected)
    {
        Assert.Null(map.FindFlaw());
        Assert.Equal(expected.Count, map.Count);
        Assert.True(expected.Select(slot => At(slot).Range).SequenceEqual(map.Select(mapping => mapping.Range)));
    }
}
