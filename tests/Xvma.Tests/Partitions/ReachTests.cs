namespace Xvma.Tests.Partitions;

/// <summary>Where memory is, and who reaches it (PAR-1, PAR-5).</summary>
public sealed class ReachTests
{
    [Fact]
    [Trait("Clause", "PAR-1")]
    public void Memory_of_one_partition_is_read_written_and_copied_from_another()
    {
        using var fabric = new Fabric();
        var (here, at) = (fabric.Here, fabric.Attached.Start);
        for (var page = 0UL; page < 4; page++) Assert.Equal(page + 1, here.Gru.Load<ulong>(at + (page * Fabric.Page)));
        here.Gru.Store(at, 9UL);
        here.Gru.Store(at, 10UL);
        Assert.Equal(10UL, here.Gru.FetchAdd(at, 5UL));
        Assert.Equal(15UL, fabric.There.Gru.Load<ulong>(fabric.Memory.Start));

        var own = here.MapPrivate(4 * Fabric.Page, PageSize.Of64K);
        here.Gru.Copy(at, own.Start, 4 * Fabric.Page);
        Assert.Equal(4UL, here.Gru.Load<ulong>(own.Start + (3 * Fabric.Page)));
        here.Gru.Fill(at, 2 * Fabric.Page, 0xFF);
        Assert.Equal(ulong.MaxValue, fabric.There.Gru.Load<ulong>(fabric.Memory.Start + Fabric.Page));
    }

    [Fact]
    [Trait("Clause", "PAR-1")]
    public void Each_partition_gives_memory_of_its_own()
    {
        using var fabric = new Fabric();
        Assert.Equal(0, fabric.Machine.Snapshot().Partitions[Fabric.Near].LiveFrames);
        Assert.Equal(4, fabric.Second.LiveFrames);
        Assert.Equal((Fabric.Near, Fabric.Far), (fabric.Here.Partition, fabric.There.Partition));
        using var child = fabric.There.Fork();
        Assert.Equal(Fabric.Far, child.Partition);
    }

    [Fact]
    [Trait("Clause", "PAR-1")]
    public void What_one_partition_uses_up_the_other_still_has()
    {
        using var fabric = new Fabric(new() { OrdinaryBytes = 5 * Fabric.Page, MegaPageBytes = 2 * Fabric.Page });
        var more = fabric.There.MapPrivate(2 * Fabric.Page, PageSize.Of64K);
        fabric.There.Gru.Store(more.Start, 1UL);
        Assert.Equal(FaultCause.OutOfMemory, fabric.There.Gru.TryStore(more.Start + Fabric.Page, 8, 1));
        _ = fabric.There.MapPrivate(2 * Fabric.Page, PageSize.Of64K, from: MemorySource.MegaPages);
        Assert.Equal(XvmaError.NoMegaPages, fabric.There.TryMapPrivate(Fabric.Page, PageSize.Of64K, from: MemorySource.MegaPages).Error);

        var near = fabric.Here.MapPrivate(5 * Fabric.Page, PageSize.Of64K);
        fabric.Here.Populate(near.Range);
        _ = fabric.Here.MapPrivate(2 * Fabric.Page, PageSize.Of64K, from: MemorySource.MegaPages);
    }

    [Fact]
    [Trait("Clause", "PAR-5")]
    public void A_group_spans_partitions_and_its_memory_is_that_of_who_mapped_it()
    {
        using var fabric = new Fabric();
        fabric.Here.Join(fabric.There.CreateSharedXmm());
        var near = fabric.Here.MapShared(Fabric.Page, PageSize.Of64K);
        var far = fabric.There.MapShared(Fabric.Page, PageSize.Of64K);
        fabric.There.Gru.Store(near.Start, 1UL); // the first touch is the other's
        fabric.Here.Gru.Store(far.Start, 2UL);
        Assert.Equal((1UL, 2UL), (fabric.Here.Gru.Load<ulong>(near.Start), fabric.There.Gru.Load<ulong>(far.Start)));
        Assert.Equal(1, fabric.Machine.Snapshot().Partitions[Fabric.Near].LiveFrames);
        Assert.Equal(5, fabric.Second.LiveFrames);

        fabric.Machine.FailPartition(Fabric.Far);
        Assert.Equal(1UL, fabric.Here.Gru.Load<ulong>(near.Start));
        Assert.Equal(FaultCause.PartitionFailed, fabric.Here.Gru.TryLoad(far.Start, 8, out _));
        Assert.Equal(XvmaError.PartitionInUse, fabric.Machine.TryReturnPartition(Fabric.Far).Error);
        fabric.Here.Unmap(far.Range);
        fabric.Machine.ReturnPartition(Fabric.Far);
    }

    [Fact]
    [Trait("Clause", "PAR-1")]
    public void Each_partition_has_chiplets_of_its_own()
    {
        using var fabric = new Fabric(new() { Chiplets = 2 });
        _ = fabric.Reads();
        var loaded = fabric.Machine.Snapshot().Chiplets.SelectMany(chiplet => chiplet.Contexts, (chiplet, context) => (chiplet.Index, context.Task)).ToArray();
        Assert.Equal(4, fabric.Machine.Snapshot().Chiplets.Length);
        Assert.Equal([(0, fabric.Here.Id), (3, fabric.There.Id)], loaded);
    }
}
