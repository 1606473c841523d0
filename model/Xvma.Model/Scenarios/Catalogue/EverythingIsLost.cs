namespace Xvma.Model;

/// <summary>From some instant on the fabric loses all requests to a partition: an instruction that reaches for its memory is given up, and does not try for ever.</summary>
[Scenario("everything is lost", "PAR-6", "INS-8", "INS-14", "INV-12")]
internal sealed class EverythingIsLost(World world) : Scenario(world)
{
    private Window far;

    protected override MachineOptions Options => SmallMachine.TwoPartitions;

    protected override void Arrange()
    {
        var lent = SegmentArrangement.Of(TaskIn(1, uid: 1000));
        var reader = Task(uid: 1000, Reader);
        far = lent.AttachedBy(reader);
        reader.Gru.Load<ulong>(far.Start);
    }

    [Actor]
    private void Reader(TaskBehaviour me) => Expect.ValueOr(FaultCause.RequestLost, me.Load(far.Start), 7);

    [Actor]
    private static void Fabric(FabricBehaviour me) => Expect.Ok(me.Lose(1, Machine.AllRequests));
}
