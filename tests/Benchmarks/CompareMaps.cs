using System.Collections.Concurrent;
using Xvma;

namespace Benchmarks;

/// <summary>Look-ups and changes of address maps.</summary>
internal static class CompareMaps
{
    private const int Count = 10_000;
    private const int Operations = 1_000;

    private static readonly object Memory = new();

    private static int next;

    public static void Run(CompareTable table)
    {
        var start = AddressLayout.Default.PrivateBase.Value;
        var machine = Machine.Create();
        using var task = machine.StartTask(uid: 1);
        using var gate = new ReaderWriterLockSlim();
        var map = MappingMap<object>.Empty;
        var sorted = new SortedDictionary<ulong, object>();
        var concurrent = new ConcurrentDictionary<ulong, object>();
        for (var i = 0UL; i < Count; i++)
        {
            var at = start + (i * 2 * 4096);
            map.TryInsert(new(new(new(at), 4096), PageSize.Of4K, Rights.ReadWrite, Memory), out map);
            task.MapPrivate(4096, PageSize.Of4K, at: new ExtendedAddress(at));
            sorted.Add(at, Memory);
            concurrent.TryAdd(at, Memory);
        }

        var random = new Random(7);
        var addresses = Enumerable.Range(0, 10 * Operations).Select(_ => start + ((ulong)random.Next(Count) * 2 * 4096)).ToArray();
        table.Add(
            "a look-up among 10,000 mappings of a page",
            ["the library's map", "`ConcurrentDictionary`", "`ReaderWriterLockSlim` + `SortedDictionary`"],
            LibraryRounds.Medians(
                Operations,
                () => LookUp(map, Next(addresses)),
                () => LookUp(concurrent, Next(addresses)),
                () => LookUp(gate, sorted, Next(addresses))));
        table.Add(
            "map and unmap one among them",
            ["the library: choose or check the place, account, publish", "`ConcurrentDictionary`", "`ReaderWriterLockSlim` + `SortedDictionary`"],
            LibraryRounds.Medians(
                Operations,
                () => Change(task, Next(addresses)),
                () => Change(concurrent, Next(addresses)),
                () => Change(gate, sorted, Next(addresses))));
    }

    private static ReadOnlySpan<ulong> Next(ulong[] addresses)
    {
        next = (next + Operations) % addresses.Length;
        return addresses.AsSpan(next, Operations);
    }

    private static void LookUp(MappingMap<object> map, ReadOnlySpan<ulong> addresses)
    {
        foreach (var address in addresses)
        {
            if (!map.TryFind(new(address + 8), out _)) throw new InvalidOperationException("not mapped");
        }
    }

    private static void LookUp(ConcurrentDictionary<ulong, object> map, ReadOnlySpan<ulong> addresses)
    {
        foreach (var address in addresses)
        {
            if (!map.TryGetValue((address + 8) & ~4095UL, out _)) throw new InvalidOperationException("not mapped");
        }
    }

    private static void LookUp(ReaderWriterLockSlim gate, SortedDictionary<ulong, object> map, ReadOnlySpan<ulong> addresses)
    {
        foreach (var address in addresses)
        {
            gate.EnterReadLock();
            var found = map.TryGetValue((address + 8) & ~4095UL, out _);
            gate.ExitReadLock();
            if (!found) throw new InvalidOperationException("not mapped");
        }
    }

    private static void Change(XvmaTask task, ReadOnlySpan<ulong> addresses)
    {
        foreach (var address in addresses) task.Unmap(task.MapPrivate(4096, PageSize.Of4K, at: new ExtendedAddress(address + 4096)).Range);
    }

    private static void Change(ConcurrentDictionary<ulong, object> map, ReadOnlySpan<ulong> addresses)
    {
        foreach (var address in addresses)
        {
            map.TryAdd(address + 4096, Memory);
            map.TryRemove(address + 4096, out _);
        }
    }

    private static void Change(ReaderWriterLockSlim gate, SortedDictionary<ulong, object> map, ReadOnlySpan<ulong> addresses)
    {
        foreach (var address in addresses)
        {
            gate.EnterWriteLock();
            map.Add(address + 4096, Memory);
            gate.ExitWriteLock();
            gate.EnterWriteLock();
            map.Remove(address + 4096);
            gate.ExitWriteLock();
        }
    }
}
