namespace Xvma.Model;

/// <summary>A task reads memory of another partition, whose translation it has, while that fails: it reads what was there, or gets a bus error, and none of it is left.</summary>
[Scenario("failure against access", "PAR-1", "PAR-2", "PAR-3", "IVL-3", "INS-8", "INV-6", "INV-12")]
internal sealed class FailureAgainstAccess(World world) : Scenario(world)
{
    private Window attached;

    protected override MachineOptions Options => SmallMachine.TwoPartitions;

    protected override void Arrange()
    {
        var lent = SegmentArrangement.Of(TaskIn(1, uid: 1000));
        var reader = Task(uid: 1000, Reader);
        attached = lent.AttachedBy(reader);
        reader.Gru.Load<ulong>(attached.Start); // its translation is in the TLB
    }

    [Actor]
    private void Reader(TaskBehaviour me) => Expect.ValueOr(FaultCause.PartitionFailed, me.Load(attached.Start), 7);

    [Actor]
    private static void Monitor(FabricBehaviour me) => Expect.Ok(me.Fail(1));
}
