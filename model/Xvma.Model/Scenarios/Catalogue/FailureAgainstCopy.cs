namespace Xvma.Model;

/// <summary>A task copies from another partition, which fails in the middle: what is copied was there, the rest is a bus error, and no operand is left waiting.</summary>
[Scenario("failure against copy", "PAR-1", "PAR-2", "INS-5", "INS-8")]
internal sealed class FailureAgainstCopy(World world) : Scenario(world)
{
    private Window far;
    private Window near;

    protected override MachineOptions Options => SmallMachine.TwoPartitions;

    protected override void Arrange()
    {
        var lent = SegmentArrangement.Of(TaskIn(1, uid: 1000));
        var copier = Task(uid: 1000, Copier);
        far = lent.AttachedBy(copier);
        near = copier.MapPrivate(PageSize.Of64K.Bytes, PageSize.Of64K);
        copier.Gru.Store(near.Start, 1UL);
        copier.Gru.Load<ulong>(far.Start);
    }

    [Actor]
    private void Copier(TaskBehaviour me)
    {
        var copied = me.Copy(far.Start, near.Start, 8);
        Expect.OneOf(copied.Cause, FaultCause.None, FaultCause.PartitionFailed);
        Expect.Value(me.Load(near.Start), copied.Cause == FaultCause.None ? 7UL : 1UL);
    }

    [Actor]
    private static void Monitor(FabricBehaviour me) => Expect.Ok(me.Fail(1));
}
