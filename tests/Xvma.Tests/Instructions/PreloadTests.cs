using Xvma.Tests.Support;

namespace Xvma.Tests.Instructions;

[Trait("Clause", "FLT-13")]
public sealed class PreloadTests : IDisposable
{
    private const ulong Page = 4096;

    private readonly Machine machine = Machine.Create(new() { Chiplets = 1, PreloadPages = 3 });
    private readonly XvmaTask task;
    private readonly Window from;
    private readonly Window to;

    public PreloadTests()
    {
        task = machine.StartTask(uid: 7);
        from = task.MapPrivate(8 * Page, PageSize.Of4K);
        to = task.MapPrivate(8 * Page, PageSize.Of4K);
        for (var page = 0UL; page < 8; page++) task.Gru.Store(from.Start + (page * Page), page + 1);
        task.Gru.Fill(to.Start, to.Range.Length, 0);
        task.Protect(from.Range, Rights.Read); // purged, with memory
    }

    private long Preloads => machine.Statistics[GruEvent.Preload];

    public void Dispose()
    {
        task.Dispose();
        Holds.Nothing(machine);
    }

    [Fact]
    public void A_copy_brings_the_pages_with_it_that_it_reads_next()
    {
        var before = machine.Statistics;
        task.Gru.Copy(from.Start, to.Start, 8 * Page);

        var counted = machine.Statistics.Since(before);
        Assert.Equal((6, 2), (counted[GruEvent.Preload], counted.Dropins)); // pages 0 and 4 miss, each brings three
        for (var page = 0UL; page < 8; page++) Assert.Equal(page + 1, task.Gru.Load<ulong>(to.Start + (page * Page)));

        task.Unmap(from.Range);
        Assert.Equal(FaultCause.NotMapped, task.Gru.TryLoad(from.Start + Page, 8, out _));
    }

    [Fact]
    public void What_is_not_a_copys_next_page_is_not_preloaded()
    {
        task.Gru.Load<ulong>(from.Start); // one operand
        task.Gru.Copy(from.Start + Page, to.Start, Page); // one page
        Assert.Equal(0, Preloads);

        task.Gru.Copy(from.Start + (2 * Page) + 8, to.Start, Page); // a page and 8 bytes of the next
        Assert.Equal(1, Preloads);
        task.Gru.Copy(from.Start + (6 * Page), to.Start, 2 * Page); // the mapping ends behind it, and so does the copy
        Assert.Equal(2, Preloads);
    }

    [Fact]
    public void A_page_without_memory_or_with_an_entry_is_not_preloaded()
    {
        var fresh = task.MapPrivate(4 * Page, PageSize.Of4K);
        task.Gru.Store(fresh.Start, 1UL);
        task.Gru.Store(fresh.Start + Page, 1UL);
        task.Gru.Store(fresh.Start + (3 * Page), 1UL);
        task.Protect(fresh.Range, Rights.Read);
        task.Gru.Load<ulong>(fresh.Start + (3 * Page));
        Assert.Equal(FaultCause.None, task.Gru.TryCopy(fresh.Start, to.Start, 4 * Page, out _));
        Assert.Equal(1, Preloads); // the second page; the third has no memory, and nothing behind it is looked at; by then the fourth has an entry
    }

    [Fact]
    public void A_preloaded_page_may_be_read_and_is_looked_up_to_be_written()
    {
        task.Protect(from.Range, Rights.ReadWrite);
        task.Gru.Copy(from.Start, to.Start, 2 * Page);
        Assert.Equal(1, Preloads);
        var before = machine.Statistics;
        task.Gru.Load<ulong>(from.Start + Page);
        Assert.Equal(0, machine.Statistics.Since(before).Dropins);
        task.Gru.Store(from.Start + Page, 5UL);
        Assert.Equal(1, machine.Statistics.Since(before).Dropins);
        task.Gru.Copy(from.Start, to.Start, 2 * Page);
        task.Gru.Store(from.Start + Page, 6UL);
        Assert.Equal(1, machine.Statistics.Since(before).Dropins); // what may be written is not preloaded over
    }

    [Fact]
    public void A_copy_on_the_smallest_tlb_comes_to_an_end_however_much_it_preloads()
    {
        var tiny = Machine.Create(new() { Chiplets = 1, TlbSets = 1, TlbWays = 2, PreloadPages = 64 });
        using var there = tiny.StartTask(uid: 7);
        var source = there.MapPrivate(16 * Page, PageSize.Of4K);
        var destination = there.MapPrivate(16 * Page, PageSize.Of4K);
        there.Gru.Fill(source.Start, source.Range.Length, 3);
        there.Gru.Copy(source.Start, destination.Start, destination.Range.Length);
        for (var page = 0UL; page < 16; page++) Assert.Equal((byte)3, there.Gru.Load<byte>(destination.Start + (page * Page)));
    }

    [Fact]
    public void A_copy_that_preloads_allocates_nothing_after_warm_up()
    {
        var small = Machine.Create(new() { Chiplets = 1, TlbSets = 1, TlbWays = 4, PreloadPages = 3 });
        using var there = small.StartTask(uid: 7);
        var source = there.MapPrivate(16 * Page, PageSize.Of4K);
        var destination = there.MapPrivate(16 * Page, PageSize.Of4K);
        there.Gru.Fill(source.Start, source.Range.Length, 3);
        for (var round = 0; round < 3; round++) there.Gru.Copy(source.Start, destination.Start, destination.Range.Length);
        var last = small.Statistics;
        var before = GC.GetAllocatedBytesForCurrentThread();
        there.Gru.Copy(source.Start, destination.Start, destination.Range.Length);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.InRange(small.Statistics.Since(last)[GruEvent.Preload], 1, long.MaxValue);
    }
}
