using Xvma.Tests.Support;

namespace Xvma.Tests.Frames;

public sealed class FrameTests : IDisposable
{
    private readonly Machine machine = Machine.Create();
    private readonly XvmaTask task;

    public FrameTests() => task = machine.StartTask(uid: 7);

    public void Dispose()
    {
        task.Dispose();
        Holds.Nothing(machine);
    }

    [Fact]
    [Trait("Clause", "MEM-1")]
    public void New_memory_reads_as_zero()
    {
        for (var round = 0; round < 3; round++)
        {
            var window = task.MapPrivate(4 * 65536, PageSize.Of64K);
            for (var at = 0UL; at < window.Range.Length; at += 8) Assert.Equal(0UL, task.Gru.Load<ulong>(window.Start + at));
            task.Gru.Fill(window.Start, window.Range.Length, 0xFF);
            task.Unmap(window.Range);
        }
    }

    [Fact]
    [Trait("Clause", "MEM-6")]
    [Trait("Clause", "MAP-5")]
    public void The_rest_of_a_split_mapping_keeps_its_contents()
    {
        const int Pages = 16;
        var window = task.MapPrivate(Pages * 4096, PageSize.Of4K);
        for (var page = 0UL; page < Pages; page++) task.Gru.Fill(window.Start + (page * 4096), 4096, (byte)(page + 1));
        var gone = new HashSet<ulong>();
        foreach (var (first, count) in new[] { (5UL, 2UL), (0UL, 1UL), (15UL, 1UL), (9UL, 3UL), (7UL, 2UL) })
        {
            task.Unmap(new(window.Start + (first * 4096), count * 4096));
            for (var page = first; page < first + count; page++) gone.Add(page);
            for (var page = 0UL; page < Pages; page++)
            {
                var cause = task.Gru.TryLoad(window.Start + (page * 4096) + 4095, 1, out var value);
                Assert.Equal(gone.Contains(page) ? (FaultCause.NotMapped, 0UL) : (FaultCause.None, page + 1), (cause, value));
            }

            Assert.Equal(Pages - gone.Count, machine.Snapshot().LiveFrames);
        }

        // What is mapped again where something was is new memory, not the old.
        task.MapPrivate(4096, PageSize.Of4K, at: window.Start + (5 * 4096));
        Assert.Equal(0, task.Gru.Load<byte>(window.Start + (5 * 4096)));
    }

    [Fact]
    [Trait("Clause", "MEM-7")]
    [Trait("Clause", "PGS-1")]
    public void A_page_of_1_TB_can_be_mapped_and_its_ends_used()
    {
        var window = task.MapPrivate(PageSize.Of1T.Bytes, PageSize.Of1T);
        var last = window.Range.Last - 7;
        task.Gru.Store(window.Start, 1UL);
        task.Gru.Store(last, 2UL);
        Assert.Equal(0UL, task.Gru.Load<ulong>(window.Start + (PageSize.Of1T.Bytes / 2)));
        task.Gru.Copy(last, window.Start + 8, 8);
        Assert.Equal((1UL, 2UL), (task.Gru.Load<ulong>(window.Start), task.Gru.Load<ulong>(window.Start + 8)));
        Assert.Equal((1, 1L << 40), (machine.Snapshot().LiveFrames, machine.Snapshot().LiveBytes));
        Assert.Equal(FaultCause.NotMapped, task.Gru.TryLoad(window.Range.Last + 1, 8, out _));
    }

    [Fact]
    [Trait("Clause", "MEM-3")]
    public void A_page_without_memory_ends_the_instruction_and_nothing_else()
    {
        // More than the 128 TB that a process can address, in pages so large that what is left over still serves everybody else.
        var window = task.MapPrivate(200 * PageSize.Of1T.Bytes, PageSize.Of1T);
        var page = 0UL;
        FaultCause cause;
        while ((cause = task.Gru.TryStore(Start(page), 8, page)) == FaultCause.None) page++;

        Assert.Equal(FaultCause.OutOfMemory, cause);
        Assert.InRange(page, 1UL, 199UL);
        Assert.Equal((long)page, machine.Snapshot().LiveFrames);
        for (var there = 0UL; there < page; there++) Assert.Equal(there, task.Gru.Load<ulong>(Start(there)));

        task.Unmap(new(window.Start, PageSize.Of1T.Bytes));
        Assert.Equal(FaultCause.None, task.Gru.TryStore(Start(page), 8, 1));

        ExtendedAddress Start(ulong at) => window.Start + (at * PageSize.Of1T.Bytes);
    }

    [Fact]
    [Trait("Clause", "MEM-3")]
    public void A_page_gets_its_frame_when_it_is_touched()
    {
        var window = task.MapPrivate(1UL << 50, PageSize.Of4K);
        Assert.Equal(0, machine.Snapshot().LiveFrames);
        task.Gru.Load<ulong>(window.Range.Last - 7);
        task.Gru.Store(window.Start + (1UL << 49), 1UL);
        Assert.Equal((2, 8192L), (machine.Snapshot().LiveFrames, machine.Snapshot().LiveBytes));
        Assert.Equal(
            [window.Start + (1UL << 49), window.Range.Last - 4095],
            machine.Snapshot().Tasks[0].Private.Frames.Select(page => page.Page.Start));
    }
}
