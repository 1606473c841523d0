using System.Runtime.CompilerServices;
using Xvma;
using Xvma.Sync;

namespace Benchmarks;

/// <summary>Instructions that hit in the TLB, beside volatile accesses to plain memory.</summary>
internal static unsafe class LibraryHits
{
    private const int Operations = 100_000;
    private const ulong Words = 512;
    private const ulong Page = 4096;

    private static ulong sink;

    public static void Run(LibraryTable table)
    {
        var machine = Machine.Create();
        using var task = machine.StartTask(uid: 1);
        var gru = task.Gru;
        var window = task.MapPrivate(64 * Page, PageSize.Of4K).Start;
        var plain = SharedMemory<NativeSync>.Reserve((long)(64 * Page));
        var order = Enumerable.Range(0, (int)Words).ToArray();
        new Random(1).Shuffle(order);
        for (var i = 0; i < order.Length; i++)
        {
            var (from, to) = (8 * (ulong)order[i], 8 * (ulong)order[(i + 1) % order.Length]);
            *(ulong*)((ulong)plain + from) = (ulong)plain + to;
            gru.Store(window + from, window.Value + to);
        }

        for (var page = 1UL; page < 64; page++) gru.Store(window + (page * Page), 1UL);

        var loads = LibraryRounds.Medians(
            Operations, () => PlainChain((ulong)plain), () => Chain(gru, window), () => PlainLoads((ulong)plain), () => Loads(gru, window));
        var chain = loads[1] / loads[0];
        table.Add(
            "GRU load of 8 bytes, hit, chain", $"{loads[1]:F2} ns; volatile load {loads[0]:F2} ns; ratio {chain:F2}", $"ratio ≤ 3", chain <= 3);
        table.Add("GRU load of 8 bytes, hit, independent", $"{loads[3]:F2} ns; volatile load {loads[2]:F2} ns; ratio {loads[3] / loads[2]:F2}");

        var others = LibraryRounds.Medians(
            Operations, () => Stores(gru, window + Page), () => Adds(gru, window + Page), () => PlainAdds((ulong)plain + Page),
            () => TwoPages(gru, window), () => ManyPages(gru, window));
        table.Add("GRU store of 8 bytes, hit, independent", $"{others[0]:F2} ns");
        table.Add("GRU fetch-add of 8 bytes, hit", $"{others[1]:F2} ns; `Interlocked.Add` {others[2]:F2} ns");
        table.Add("load from one page, store to another, in turn: per access", $"{others[3]:F2} ns");
        table.Add("load from one of 64 pages at random", $"{others[4]:F2} ns");

        var before = GC.GetAllocatedBytesForCurrentThread();
        Loads(gru, window);
        Chain(gru, window);
        Stores(gru, window + Page);
        Adds(gru, window + Page);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        table.Add("allocated by 400,000 hits", $"{allocated} bytes", $"0", allocated == 0);
        SharedMemory<NativeSync>.Release(plain, (long)(64 * Page));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void PlainChain(ulong address)
    {
        for (var i = 0; i < Operations; i++) address = Volatile.Read(ref *(ulong*)address);
        sink = address;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Chain(Gru gru, ExtendedAddress address)
    {
        for (var i = 0; i < Operations; i++) address = new(gru.Load<ulong>(address));
        sink = address.Value;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void PlainLoads(ulong start)
    {
        var sum = 0UL;
        for (var i = 0UL; i < Operations; i++) sum += Volatile.Read(ref *(ulong*)(start + (i % Words * 8)));
        sink = sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Loads(Gru gru, ExtendedAddress start)
    {
        var sum = 0UL;
        for (var i = 0UL; i < Operations; i++) sum += gru.Load<ulong>(new(start.Value + (i % Words * 8)));
        sink = sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Stores(Gru gru, ExtendedAddress start)
    {
        for (var i = 0UL; i < Operations; i++) gru.Store(new(start.Value + (i % Words * 8)), i);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Adds(Gru gru, ExtendedAddress start)
    {
        for (var i = 0UL; i < Operations; i++) gru.FetchAdd(new(start.Value + (i % Words * 8)), i);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void PlainAdds(ulong start)
    {
        for (var i = 0UL; i < Operations; i++) Interlocked.Add(ref *(ulong*)(start + (i % Words * 8)), i);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void TwoPages(Gru gru, ExtendedAddress start)
    {
        for (var i = 0UL; i < Operations / 2; i++)
        {
            var offset = i % Words * 8;
            gru.Store(new(start.Value + (2 * Page) + offset), gru.Load<ulong>(new(start.Value + Page + offset)));
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ManyPages(Gru gru, ExtendedAddress start)
    {
        var (sum, state) = (0UL, 88172645463325252UL);
        for (var i = 0; i < Operations; i++)
        {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            sum += gru.Load<ulong>(new(start.Value + (state % 64 * Page)));
        }

        sink = sum;
    }
}
