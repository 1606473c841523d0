using Xvma.Tests.Support;

namespace Xvma.Tests.Mappings;

public sealed class ContentsTests : IDisposable
{
    private static readonly PageSize K4 = PageSize.Of4K;
    private readonly Machine machine = Machine.Create();
    private readonly XvmaTask task;

    public ContentsTests() => task = machine.StartTask(uid: 7);

    public void Dispose()
    {
        task.Dispose();
        Holds.Nothing(machine);
    }

    [Fact]
    [Trait("Clause", "MEM-10")]
    public void An_advise_free_leaves_the_mapping_and_reads_zero()
    {
        // More pages than a node of the page table has, from the middle of one node to the middle of another.
        const ulong Pages = 1600;
        var window = task.MapPrivate(Pages * 4096, K4);
        for (var page = 0UL; page < Pages; page += 25) task.Gru.Store(window.Start + (page * 4096), page + 1);
        var mappings = machine.Snapshot().Tasks[0].Private.Mappings;
        task.AdviseFree(new(window.Start + (100 * 4096), 1300 * 4096));

        Assert.Equal(mappings, machine.Snapshot().Tasks[0].Private.Mappings);
        Assert.Equal(12, machine.Snapshot().LiveFrames);
        for (var page = 0UL; page < Pages; page += 25)
            Assert.Equal(page is >= 100 and < 1400 ? 0 : page + 1, task.Gru.Load<ulong>(window.Start + (page * 4096)));
        task.Gru.Store(window.Start + (500 * 4096), 9UL);
        Assert.Equal(9UL, task.Gru.Load<ulong>(window.Start + (500 * 4096)));
    }

    [Fact]
    [Trait("Clause", "MEM-10")]
    [Trait("Clause", "MAP-6")]
    public void An_advise_free_drops_several_mappings_and_passes_over_gaps()
    {
        var start = AddressLayout.Default.PrivateBase;
        for (var i = 0UL; i < 3; i++) task.Gru.Fill(task.MapPrivate(4 * 4096, K4, at: start + (i * 8 * 4096)).Start, 4 * 4096, (byte)(i + 1));
        task.AdviseFree(new(start + (2 * 4096), 16 * 4096));
        Assert.Equal(4, machine.Snapshot().LiveFrames);
        Assert.Equal((1, 0), (task.Gru.Load<byte>(start + 8191), task.Gru.Load<byte>(start + 8192)));
        Assert.Equal((0, 3), (task.Gru.Load<byte>(start + (16 * 4096)), task.Gru.Load<byte>(start + (18 * 4096))));
        Assert.Equal(FaultCause.NotMapped, task.Gru.TryLoad(start + (4 * 4096), 1, out _));
    }

    [Fact]
    [Trait("Clause", "MEM-9")]
    public void A_populate_gives_every_page_its_frame_and_keeps_what_is_there()
    {
        var first = task.MapPrivate(4 * 4096, K4);
        var second = task.MapPrivate(2 * 65536, PageSize.Of64K, at: first.Start + (4 * 65536));
        task.Gru.Store(first.Start + 4096, 7UL);
        task.Unmap(new(first.Start + (2 * 4096), 4096));
        task.Populate(new(first.Start + 4096, (4 * 65536) + 1));
        Assert.Equal(
            [first.Start + 4096, first.Start + (3 * 4096), second.Start],
            machine.Snapshot().Tasks[0].Private.Frames.Select(page => page.Page.Start));
        Assert.Equal((7UL, 0UL, 0UL), (task.Gru.Load<ulong>(first.Start + 4096), task.Gru.Load<ulong>(first.Start + (3 * 4096)), task.Gru.Load<ulong>(second.Start)));
    }

    [Fact]
    [Trait("Clause", "MEM-9")]
    [Trait("Clause", "SHM-5")]
    public void What_a_member_populates_or_drops_is_so_for_all()
    {
        using var other = machine.StartTask(uid: 7);
        other.Join(task.CreateSharedXmm());
        var window = task.MapShared(2 * 4096, K4);
        other.Populate(window.Range);
        Assert.Equal(2, machine.Snapshot().LiveFrames);
        task.Gru.Store(window.Start, 7UL);
        Assert.Equal(7UL, other.Gru.Load<ulong>(window.Start));
        other.AdviseFree(new(window.Start, 4096));
        Assert.Equal((0UL, 0UL), (task.Gru.Load<ulong>(window.Start), other.Gru.Load<ulong>(window.Start)));
    }

    [Fact]
    [Trait("Clause", "MEM-9")]
    public void A_populate_for_which_there_is_no_memory_gives_none()
    {
        // Of 128 TB that a process has, none has room for this.
        var window = task.MapPrivate(PageSize.Of1T.Bytes * 4096, PageSize.Of1T);
        task.Gru.Store(window.Start, 7UL);
        Assert.Equal(XvmaError.NoMemory, task.TryPopulate(window.Range).Error);
        Assert.Equal(1, machine.Snapshot().LiveFrames);
        task.Populate(new(window.Start + PageSize.Of1T.Bytes, 1));
        Assert.Equal((2, 7UL), (machine.Snapshot().LiveFrames, task.Gru.Load<ulong>(window.Start)));
    }
}
