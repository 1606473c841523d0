using Xvma;
using Xvma.Sync;

namespace Benchmarks;

/// <summary>Faults: a page that has its frame, a page that has none yet, an access to nothing; and what an unmap waits for.</summary>
internal static class LibraryFaults
{
    private const int Pages = 200;

    public static void Run(LibraryTable table)
    {
        Resolved(table);
        Counting(table);
        var machine = Machine.Create();
        using var task = machine.StartTask(uid: 1);
        var gru = task.Gru;
        var window = task.MapPrivate(Pages * 4096UL, PageSize.Of4K);
        var firsts = new double[21];
        for (var round = -5; round < firsts.Length; round++)
        {
            var time = LibraryRounds.Nanoseconds(() => Touch(gru, window.Start)) / Pages;
            if (round >= 0) firsts[round] = time;
            task.Unmap(window.Range);
            window = task.MapPrivate(Pages * 4096UL, PageSize.Of4K);
        }

        table.Add("first fault of a 4 KB page: mmap, the kernel's own fault and zeroing included", $"{LibraryRounds.Median(firsts):F0} ns");
        var misses = LibraryRounds.Medians(Pages, () => Misses(gru, window.Range.Last + 1), () => Fences());
        table.Add("an access to nothing, ended in an exception", $"{misses[0]:F0} ns");
        table.Add("process-wide barrier", $"{misses[1]:F0} ns");
    }

    /// <summary>More pages than the TLB has entries, in turn: every access misses.</summary>
    private static void Resolved(LibraryTable table)
    {
        var variants = Enum.GetValues<InterruptVariant>();
        var resolved = LibraryRounds.Medians(Pages, [.. variants.Select<InterruptVariant, Action>(variant =>
        {
            var machine = Machine.Create(new() { TlbSets = 1, TlbWays = 2, Interrupts = variant });
            var task = machine.StartTask(uid: 1);
            var window = task.MapPrivate(Pages * 4096UL, PageSize.Of4K).Start;
            return () => Touch(task.Gru, window);
        })]);
        foreach (var (variant, time) in variants.Zip(resolved))
            table.Add($"a fault resolved, page with a frame ({variant})", $"{time:F0} ns", $"< 1,000 ns", time < 1000);
    }

    /// <summary>What counting has of a fault: as many counts as a fault makes, in turn with faults.</summary>
    private static void Counting(LibraryTable table)
    {
        var machine = Machine.Create(new() { TlbSets = 1, TlbWays = 2 });
        var task = machine.StartTask(uid: 1);
        var window = task.MapPrivate(Pages * 4096UL, PageSize.Of4K).Start;
        Touch(task.Gru, window);
        var last = machine.Statistics;
        Touch(task.Gru, window);
        var events = machine.Statistics.Since(last).All.Where(each => each.Count != 0).Select(each => (Counter: (int)each.Event, Times: each.Count / Pages)).ToArray();
        var counts = events.SelectMany(each => Enumerable.Repeat(each.Counter, (int)each.Times)).ToArray();
        var tally = new Tally<NativeSync>(GruStatistics.Events, "statistics");
        var times = LibraryRounds.Medians(Pages, () => Touch(task.Gru, window), () => Count(tally, counts));
        table.Add($"counting: the {counts.Length} counts of a fault resolved, of the fault", $"{times[1]:F1} ns of {times[0]:F0} ns, {100 * times[1] / times[0]:F0} %");
    }

    private static void Count(Tally<NativeSync> tally, int[] counts)
    {
        for (var fault = 0; fault < Pages; fault++)
        {
            foreach (var counter in counts) tally.Count(counter);
        }
    }

    private static void Touch(Gru gru, ExtendedAddress start)
    {
        for (var page = 0UL; page < Pages; page++) gru.Store(start + (page * 4096), page);
    }

    private static void Misses(Gru gru, ExtendedAddress nowhere)
    {
        for (var i = 0; i < Pages; i++) gru.TryLoad(nowhere, 8, out _);
    }

    private static void Fences()
    {
        for (var i = 0; i < Pages; i++) Seam<NativeSync>.FenceHeavy();
    }
}
