namespace Xvma.Tests.Partitions;

/// <summary>A partition has failed when its monitor has looked often enough and found no beat (PAR-2).</summary>
public sealed class HeartbeatTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [Trait("Clause", "PAR-2")]
    public void It_fails_after_so_many_looks_without_a_beat(int looks)
    {
        using var fabric = new Fabric(new() { MissedLooks = looks });
        var machine = fabric.Machine;
        Assert.Equal(Heartbeat.Beating, machine.Look(Fabric.Far));
        for (var look = 1; look < looks; look++) Assert.Equal(Heartbeat.Missed, machine.Look(Fabric.Far));
        machine.Beat(Fabric.Far);
        Assert.Equal(Heartbeat.Beating, machine.Look(Fabric.Far));
        for (var look = 1; look < looks; look++) Assert.Equal(Heartbeat.Missed, machine.Look(Fabric.Far));
        Assert.Equal(FaultCause.None, fabric.Reads());

        Assert.Equal(Heartbeat.Failed, machine.Look(Fabric.Far));
        Assert.Equal(FaultCause.PartitionFailed, fabric.Reads());
        Assert.Equal(TaskState.Dead, fabric.There.State);
        Assert.Equal(XvmaError.PartitionFailed, machine.TryBeat(Fabric.Far).Error);
        Assert.Equal(XvmaError.PartitionFailed, machine.TryLook(Fabric.Far).Error);
    }

    [Fact]
    [Trait("Clause", "PAR-2")]
    public void A_partition_that_beats_between_looks_never_fails()
    {
        using var fabric = new Fabric();
        for (var look = 0; look < 100; look++)
        {
            fabric.Machine.Beat(Fabric.Far);
            Assert.Equal(Heartbeat.Beating, fabric.Machine.Look(Fabric.Far));
            fabric.Here.MapPrivate(4096, PageSize.Of4K); // what else happens is no beat, and does not count against it
        }
    }

    [Fact]
    [Trait("Clause", "PAR-4")]
    public void The_first_look_after_a_return_is_a_first_look_again()
    {
        using var fabric = new Fabric();
        _ = fabric.Machine.Look(Fabric.Far);
        Assert.Equal(Heartbeat.Failed, fabric.Machine.Look(Fabric.Far));
        fabric.Machine.ReturnPartition(Fabric.Far);
        Assert.Equal(Heartbeat.Beating, fabric.Machine.Look(Fabric.Far));
        Assert.Equal(Heartbeat.Failed, fabric.Machine.Look(Fabric.Far));
    }

    [Fact]
    [Trait("Clause", "PAR-2")]
    public void Memory_that_comes_and_goes_is_no_beat()
    {
        using var fabric = new Fabric();
        _ = fabric.Machine.Look(Fabric.Far);
        var more = fabric.There.MapPrivate(Fabric.Page, PageSize.Of64K);
        fabric.There.Gru.Store(more.Start, 1UL);
        Assert.Equal(Heartbeat.Failed, fabric.Machine.Look(Fabric.Far));
    }
}
