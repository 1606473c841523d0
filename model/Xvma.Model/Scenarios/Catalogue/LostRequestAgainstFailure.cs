namespace Xvma.Model;

/// <summary>A partition fails to which requests were being lost: what is tried again reads what was there, or gets a bus error, and nothing is lost any more.</summary>
[Scenario("lost request against failure", "PAR-2", "PAR-3", "PAR-6", "INS-14", "INV-12")]
internal sealed class LostRequestAgainstFailure(World world) : Scenario(world)
{
    private Window far;

    protected override MachineOptions Options => SmallMachine.TwoPartitions;

    protected override void Arrange()
    {
        var lent = SegmentArrangement.Of(TaskIn(1, uid: 1000));
        var reader = Task(uid: 1000, Reader);
        far = lent.AttachedBy(reader);
        reader.Gru.Load<ulong>(far.Start);
        Machine.LoseRequests(1, 1);
    }

    [Actor]
    private void Reader(TaskBehaviour me) => Expect.ValueOr(FaultCause.PartitionFailed, me.Load(far.Start), 7);

    [Actor]
    private static void Monitor(FabricBehaviour me) => Expect.Ok(me.Fail(1));
}
