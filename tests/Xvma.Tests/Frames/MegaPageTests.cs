using Xvma.Tests.Support;
using static Xvma.ByteUnits;

namespace Xvma.Tests.Frames;

public sealed class MegaPageTests : IDisposable
{
    private readonly Machine machine = Machine.Create(new() { MegaPageBytes = 2 * PageSize.Of1T.Bytes });
    private readonly XvmaTask task;
    private readonly XvmaTask other;

    public MegaPageTests()
    {
        task = machine.StartTask(uid: 7);
        other = machine.StartTask(uid: 7);
        other.Join(task.CreateSharedXmm());
    }

    public void Dispose()
    {
        task.Dispose();
        other.Dispose();
        Holds.Nothing(machine);
    }

    [Fact]
    [Trait("Clause", "MEM-11")]
    [Trait("Clause", "MEM-7")]
    public void Pages_of_every_size_up_to_1_TB_are_shared_used_and_given_back()
    {
        foreach (var size in PageSizeTable.Default.Sizes)
        {
            var window = task.MapShared(size.Bytes, size, from: MemorySource.MegaPages);
            Assert.Equal(size.Bytes, machine.Snapshot().MegaPages!.InUse);
            task.Gru.Store(window.Range.Last - 7, 7UL);
            Assert.Equal((7UL, 0UL), (other.Gru.Load<ulong>(window.Range.Last - 7), size.Bytes > 8 ? other.Gru.Load<ulong>(window.Start) : 0));
            other.Unmap(window.Range);
            Assert.Equal(PageSize.Of1T, machine.Snapshot().MegaPages!.LargestFree);
        }
    }

    [Fact]
    [Trait("Clause", "MEM-12")]
    public void What_is_in_use_is_counted_by_size()
    {
        task.MapPrivate(3 * PageSize.Of2M.Bytes, PageSize.Of2M, from: MemorySource.MegaPages);
        other.MapPrivate(PageSize.Of64K.Bytes, PageSize.Of64K, from: MemorySource.MegaPages);
        var usage = machine.Snapshot().MegaPages!;
        Assert.Equal((6 * MiB) + (64 * KiB), usage.InUse);
        Assert.Equal(usage.Total, usage.InUse + usage.Free);
        Assert.Equal([3L, 1L], new[] { PageSize.Of2M, PageSize.Of64K }.Select(size => usage.BySize.Single(count => count.Size == size).InUse));
        task.Unmap(new(AddressLayout.Default.PrivateBase, PageSize.Of2M.Bytes));
        Assert.Equal((4 * MiB) + (64 * KiB), machine.Snapshot().MegaPages!.InUse);
    }

    [Fact]
    [Trait("Clause", "MEM-13")]
    public void A_map_for_which_not_enough_is_free_is_refused_with_what_is_and_works_when_it_is()
    {
        var first = task.MapShared(PageSize.Of1T.Bytes, PageSize.Of1T, from: MemorySource.MegaPages);
        task.MapShared(PageSize.Of4K.Bytes, PageSize.Of4K, from: MemorySource.MegaPages);
        var before = Picture.Of(machine);
        foreach (var from in new[] { task, other })
        {
            var refused = from.TryMapPrivate(PageSize.Of1T.Bytes, PageSize.Of1T, from: MemorySource.MegaPages);
            Assert.Equal(XvmaError.NoMegaPages, refused.Error);
            Assert.Contains("in pages of at most 512 GB", refused.Detail, StringComparison.Ordinal);
        }

        Assert.Equal(XvmaError.NoMegaPages, task.TryMapPrivate(2 * 512 * GiB, PageSize.Of512G, from: MemorySource.MegaPages).Error);
        Assert.Equal(before, Picture.Of(machine));
        other.Unmap(first.Range);
        Assert.True(other.TryMapPrivate(PageSize.Of1T.Bytes, PageSize.Of1T, from: MemorySource.MegaPages).IsOk);
    }

    [Fact]
    [Trait("Clause", "MEM-11")]
    [Trait("Clause", "MEM-10")]
    public void What_is_dropped_goes_back_and_is_had_again_at_the_next_access_or_not()
    {
        var small = Machine.Create(new() { MegaPageBytes = PageSize.Of64K.Bytes });
        using (var one = small.StartTask(uid: 7))
        {
            var window = one.MapPrivate(PageSize.Of64K.Bytes, PageSize.Of64K, from: MemorySource.MegaPages);
            one.Gru.Store(window.Start, 7UL);
            one.AdviseFree(window.Range);
            Assert.Equal(0UL, small.Snapshot().MegaPages!.InUse);
            var taken = one.MapPrivate(PageSize.Of64K.Bytes, PageSize.Of64K, from: MemorySource.MegaPages);
            Assert.Equal(FaultCause.OutOfMemory, one.Gru.TryLoad(window.Start, 8, out _));
            one.Unmap(taken.Range);
            Assert.Equal(0UL, one.Gru.Load<ulong>(window.Start));
            var moved = one.Move(window.Range);
            Assert.Equal((0UL, PageSize.Of64K.Bytes), (one.Gru.Load<ulong>(moved.Start), small.Snapshot().MegaPages!.InUse));
        }

        Holds.Nothing(small);
    }
}
