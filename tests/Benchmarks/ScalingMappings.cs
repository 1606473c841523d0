using Xvma;

namespace Benchmarks;

/// <summary>With the mappings of a space.</summary>
internal static class ScalingMappings
{
    private const int Operations = 200;

    private static readonly int[] Counts = [10, 100, 1_000, 10_000, 100_000, 1_000_000];
    private static readonly object Memory = new();

    public static void Run(ScalingReport report)
    {
        var start = AddressLayout.Default.PrivateBase;
        var (lookUps, changes, places) = (new double[Counts.Length], new double[Counts.Length], new double[Counts.Length]);
        for (var i = 0; i < Counts.Length; i++)
        {
            // Gaps of 124 KB: long enough for a page of 64 KB and not for one of 128 KB that is aligned.
            var map = MappingMap<object>.Empty;
            for (var at = 0UL; at < (ulong)Counts[i]; at++)
                map.TryInsert(new(new(start + (at * 131072), 4096), PageSize.Of4K, Rights.ReadWrite, Memory), out map);
            var random = new Random(7);
            var count = Counts[i];
            lookUps[i] = ScalingRounds.Median(Operations, () =>
            {
                for (var n = 0; n < Operations; n++) map.TryFind(start + ((ulong)random.Next(count) * 131072), out _);
            });
            changes[i] = ScalingRounds.Median(Operations, () =>
            {
                for (var n = 0; n < Operations; n++)
                {
                    var range = new AddressRange(start + ((ulong)random.Next(count) * 131072) + 65536, 4096);
                    map.TryInsert(new(range, PageSize.Of4K, Rights.ReadWrite, Memory), out var more);
                    more.TryRemove(range, out _, out _);
                }
            });
            var size = new PageSize(17);
            places[i] = ScalingRounds.Median(Operations, () =>
            {
                for (var n = 0; n < Operations; n++) map.FindFree(size.Bytes, size, AddressLayout.Default.PrivateRegion, out _);
            });
        }

        report.Add(
            "Mappings of a space", Counts, ("look-up at random", lookUps), ("map and unmap at random", changes),
            ("find a free place, all gaps long enough and misaligned", places));
    }
}
