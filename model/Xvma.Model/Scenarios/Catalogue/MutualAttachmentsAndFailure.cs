namespace Xvma.Model;

/// <summary>Two tasks of two partitions have attached each other's memory, and one partition fails: the one ends, the other goes on, and neither waits.</summary>
[Scenario("two that have attached each other and one fails", "PAR-2", "PAR-3", "TSK-8", "XPM-6", "INV-8", "INV-12")]
internal sealed class MutualAttachmentsAndFailure(World world) : Scenario(world)
{
    private Window fromOther;
    private Window fromOne;

    protected override MachineOptions Options => SmallMachine.TwoPartitions;

    protected override void Arrange()
    {
        var one = Task(uid: 1000, One);
        var other = TaskIn(1, uid: 1000, Other);
        fromOne = SegmentArrangement.Of(one).AttachedBy(other);
        fromOther = SegmentArrangement.Of(other).AttachedBy(one);
        one.Gru.Load<ulong>(fromOther.Start);
        other.Gru.Load<ulong>(fromOne.Start);
    }

    [Actor]
    private void One(TaskBehaviour me) => Expect.ValueOr(FaultCause.PartitionFailed, me.Load(fromOther.Start), 7);

    [Actor]
    private void Other(TaskBehaviour me) => Expect.ValueOr(FaultCause.TaskGone, me.Load(fromOne.Start), 7);

    [Actor]
    private static void Monitor(FabricBehaviour me) => Expect.Ok(me.Fail(1));
}
