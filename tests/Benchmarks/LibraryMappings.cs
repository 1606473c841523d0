using Xvma;

namespace Benchmarks;

/// <summary>Look-ups and changes in a space of 100,000 mappings.</summary>
internal static class LibraryMappings
{
    private const int Count = 100_000;
    private const int Operations = 100;

    private static readonly object Memory = new();

    private static int next;

    public static void Run(LibraryTable table)
    {
        var start = AddressLayout.Default.PrivateBase;
        var map = MappingMap<object>.Empty;
        var machine = Machine.Create();
        using var task = machine.StartTask(uid: 1);
        for (var i = 0UL; i < Count; i++)
        {
            // Two pages each and a gap of one, so that none can be merged with the next and a place for one page is always free.
            var range = new AddressRange(start + (i * 3 * 4096), 2 * 4096);
            map.TryInsert(new(range, PageSize.Of4K, Rights.ReadWrite, Memory), out map);
            task.MapPrivate(range.Length, PageSize.Of4K, at: range.Start);
        }

        var random = new Random(7);
        var addresses = Enumerable.Range(0, 10_000).Select(_ => start + ((ulong)random.Next(Count) * 3 * 4096)).ToArray();
        var lookUp = LibraryRounds.Medians(Operations, () => LookUp(map, Next(addresses)), () => LookUp(map, addresses.AsSpan(0, Operations)));
        table.Add("look-up among 100,000 mappings, others each time", $"{lookUp[0]:F0} ns", $"< 150 ns", lookUp[0] < 150);
        table.Add("look-up among 100,000 mappings, the same hundred again", $"{lookUp[1]:F0} ns");

        var changes = LibraryRounds.Medians(Operations, () => Change(task, Next(addresses)), () => Choose(task));
        table.Add("map at an address + unmap among 100,000", $"{changes[0] / 1000:F2} µs", $"< 5 µs", changes[0] < 5000);
        table.Add("map anywhere + unmap among 100,000", $"{changes[1] / 1000:F2} µs", $"< 5 µs", changes[1] < 5000);

        // With a loaded context an unmap purges the TLB, fences and waits: what taking something away from a running task costs.
        task.Gru.Load<ulong>(start);
        var loaded = LibraryRounds.Medians(Operations, () => Change(task, Next(addresses)))[0];
        table.Add("the same at an address, in a space that a loaded context uses: purge and barrier included", $"{loaded / 1000:F2} µs");
    }

    /// <summary>Others in each round, so that what is looked up has not just been brought into the cache.</summary>
    private static ReadOnlySpan<ExtendedAddress> Next(ExtendedAddress[] addresses)
    {
        next = (next + Operations) % addresses.Length;
        return addresses.AsSpan(next, Operations);
    }

    private static void LookUp(MappingMap<object> map, ReadOnlySpan<ExtendedAddress> addresses)
    {
        foreach (var address in addresses)
        {
            if (!map.TryFind(address, out _)) throw new InvalidOperationException($"{address} is not mapped.");
        }
    }

    private static void Change(XvmaTask task, ReadOnlySpan<ExtendedAddress> addresses)
    {
        foreach (var address in addresses)
        {
            var window = task.MapPrivate(4096, PageSize.Of4K, at: address + 8192);
            task.Unmap(window.Range);
        }
    }

    private static void Choose(XvmaTask task)
    {
        for (var i = 0; i < Operations; i++) task.Unmap(task.MapPrivate(4096, PageSize.Of4K).Range);
    }
}
