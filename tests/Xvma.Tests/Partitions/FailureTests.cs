namespace Xvma.Tests.Partitions;

/// <summary>What becomes of others when a partition fails, and of it when it returns (PAR-2 to PAR-4).</summary>
public sealed class FailureTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("Clause", "PAR-2")]
    public void An_access_to_its_memory_ends_in_a_bus_error(bool hasBeenReached)
    {
        using var fabric = new Fabric();
        if (hasBeenReached) Assert.Equal(FaultCause.None, fabric.Reads());
        fabric.Machine.FailPartition(Fabric.Far);
        Assert.Equal(FaultCause.PartitionFailed, fabric.Reads());
        Assert.Equal(FaultCause.PartitionFailed, fabric.Here.Gru.TryStore(fabric.Attached.Start, 8, 1));
        var thrown = Assert.Throws<GruException>(() => fabric.Here.Gru.Load<ulong>(fabric.Attached.Start));
        Assert.Equal(FaultCause.PartitionFailed, thrown.Cause);
        Assert.Equal(3, fabric.Machine.Statistics[GruEvent.PartitionFailed]);
    }

    [Fact]
    [Trait("Clause", "PAR-2")]
    public void A_translation_that_is_still_there_reaches_nothing()
    {
        // Of a group's memory nothing is taken back by the failure: the translations stay.
        using var fabric = new Fabric();
        fabric.Here.Join(fabric.There.CreateSharedXmm());
        var own = fabric.Here.MapPrivate(2 * Fabric.Page, PageSize.Of64K);
        var far = fabric.There.MapShared(2 * Fabric.Page, PageSize.Of64K);
        fabric.Here.Gru.Fill(far.Start, 2 * Fabric.Page, 7);
        fabric.Machine.FailPartition(Fabric.Far);

        var gru = fabric.Here.Gru;
        Assert.Equal(FaultCause.PartitionFailed, gru.TryLoad(far.Start, 8, out _));
        Assert.Equal(FaultCause.PartitionFailed, gru.TryCopy(far.Start, own.Start, Fabric.Page, out var copied));
        Assert.Equal(FaultCause.PartitionFailed, gru.TryCopy(own.Start, far.Start, Fabric.Page, out _));
        Assert.Equal(FaultCause.PartitionFailed, gru.TryFill(far.Start, 2 * Fabric.Page, 1, out var filled));
        Assert.Equal(FaultCause.PartitionFailed, gru.TryGather(far.Start, [0, 1], new ulong[2].AsSpan(), out var gathered));
        Assert.Equal((0UL, 0UL, 0), (copied, filled, gathered));
        Assert.Equal(5, fabric.Machine.Statistics[GruEvent.PartitionFailed]);
        Assert.Equal(far.Start, Assert.Throws<GruException>(() => gru.Copy(own.Start, far.Start, Fabric.Page)).Address);
        fabric.Here.Unmap(far.Range);
    }

    [Fact]
    [Trait("Clause", "PAR-2")]
    public void A_copy_into_it_ends_where_its_memory_begins()
    {
        using var fabric = new Fabric();
        fabric.Here.Join(fabric.There.CreateSharedXmm());
        var near = fabric.Here.MapShared(Fabric.Page, PageSize.Of64K);
        var far = fabric.There.MapShared(Fabric.Page, PageSize.Of64K, at: near.Start + Fabric.Page);
        fabric.Machine.FailPartition(Fabric.Far);
        Assert.Equal(FaultCause.PartitionFailed, fabric.Here.Gru.TryFill(near.Start, 2 * Fabric.Page, 5, out var filled));
        Assert.Equal(Fabric.Page, filled);
        fabric.Here.Unmap(far.Range);
    }

    [Fact]
    [Trait("Clause", "PAR-2")]
    public void No_memory_of_it_is_given_any_more()
    {
        using var fabric = new Fabric();
        fabric.Here.Join(fabric.There.CreateSharedXmm());
        var far = fabric.There.MapShared(Fabric.Page, PageSize.Of64K);
        fabric.Machine.FailPartition(Fabric.Far);
        Assert.Equal(FaultCause.PartitionFailed, fabric.Here.Gru.TryStore(far.Start, 8, 1));
        Assert.Equal(XvmaError.NoMemory, fabric.Here.TryPopulate(far.Range).Error);
        Assert.Equal(0, fabric.Second.LiveFrames);
        fabric.Machine.ReturnPartition(Fabric.Far);
        fabric.Here.Gru.Store(far.Start, 1UL); // it has come back with memory, and the mapping is there
        Assert.Equal(1, fabric.Second.LiveFrames);
    }

    [Fact]
    [Trait("Clause", "PAR-3")]
    public void Its_tasks_end_as_killed_ones_and_nobody_elses()
    {
        using var fabric = new Fabric();
        using var second = fabric.Machine.StartTask(uid: 9, Fabric.Far);
        fabric.Machine.FailPartition(Fabric.Far);
        Assert.Equal((TaskState.Dead, TaskState.Dead, TaskState.Alive), (fabric.There.State, second.State, fabric.Here.State));
        Assert.Equal(XvmaError.TaskGone, second.TryMapPrivate(Fabric.Page, PageSize.Of64K).Error);
        Assert.Equal(FaultCause.TaskGone, fabric.There.Gru.TryLoad(fabric.Memory.Start, 8, out _));
        Assert.Null(fabric.Machine.FindTask(second.Id));
        Assert.Equal(XvmaError.TaskGone, second.TryFork().Error);
    }

    [Fact]
    [Trait("Clause", "PAR-3")]
    public void Its_segments_are_removed_and_what_was_borrowed_is_taken_back()
    {
        using var fabric = new Fabric();
        _ = fabric.Reads();
        fabric.Machine.FailPartition(Fabric.Far);
        Assert.Empty(fabric.Machine.Snapshot().Segments);
        Assert.Empty(fabric.Machine.Snapshot().Chiplets.SelectMany(chiplet => chiplet.Translations));
        Assert.Equal(0, fabric.Second.LiveFrames);
        Assert.Equal(XvmaError.NoSuchSegment, fabric.Here.TryGet(fabric.Segment).Error);
        Assert.Equal(XvmaError.NoSuchSegment, fabric.Here.TryAttachPrivate(fabric.Permit, 0, Fabric.Page, PageSize.Of64K).Error);
    }

    [Fact]
    [Trait("Clause", "PAR-3")]
    public void Permits_for_its_segments_are_released_with_the_last_that_is_attached()
    {
        using var fabric = new Fabric();
        var unused = fabric.Here.Get(fabric.Segment);
        var kept = fabric.Here.MakeSegment(fabric.Here.MapPrivate(Fabric.Page, PageSize.Of64K).Range);
        var own = fabric.Here.Get(kept);
        fabric.Machine.FailPartition(Fabric.Far);
        Assert.Equal(XvmaError.NoSuchPermit, fabric.Here.TryRelease(unused).Error);
        Assert.Equal(XvmaError.StillAttached, fabric.Here.TryRelease(fabric.Permit).Error);
        fabric.Here.Detach(new(fabric.Attached.Start, Fabric.Page));
        Assert.Equal(XvmaError.StillAttached, fabric.Here.TryRelease(fabric.Permit).Error);
        fabric.Here.Detach(new(fabric.Attached.Start + Fabric.Page, 3 * Fabric.Page));
        Assert.Equal(XvmaError.NoSuchPermit, fabric.Here.TryRelease(fabric.Permit).Error);
        fabric.Here.Release(own); // what has not failed is not touched
    }

    [Fact]
    [Trait("Clause", "PAR-4")]
    public void A_partition_returns_empty()
    {
        using var fabric = new Fabric();
        fabric.Machine.FailPartition(Fabric.Far);
        fabric.Machine.ReturnPartition(Fabric.Far);
        Assert.False(fabric.Second.HasFailed);
        Assert.Equal(FaultCause.NotMapped, fabric.Reads()); // the segment is gone for good
        using var next = fabric.Machine.StartTask(uid: 7, Fabric.Far);
        var memory = next.MapPrivate(Fabric.Page, PageSize.Of64K);
        Assert.Equal(0UL, next.Gru.Load<ulong>(memory.Start));
        Assert.NotEqual(fabric.Segment, next.MakeSegment(memory.Range));
    }

    [Fact]
    [Trait("Clause", "PAR-2")]
    public void Partitions_fail_and_return_a_thousand_times()
    {
        using var fabric = new Fabric();
        for (var round = 0; round < 1000; round++)
        {
            fabric.Machine.FailPartition(Fabric.Far);
            fabric.Machine.ReturnPartition(Fabric.Far);
            using var task = fabric.Machine.StartTask(uid: 7, Fabric.Far);
            var memory = task.MapPrivate(4096, PageSize.Of4K);
            task.Gru.Store(memory.Start, 1UL);
            var lent = fabric.Here.AttachPrivate(fabric.Here.Get(task.MakeSegment(memory.Range)), 0, 4096, PageSize.Of4K);
            Assert.Equal(1UL, fabric.Here.Gru.Load<ulong>(lent.Start));
            fabric.Here.Detach(lent.Range);
        }

        Assert.Equal(0, fabric.Second.LiveFrames);
    }
}
