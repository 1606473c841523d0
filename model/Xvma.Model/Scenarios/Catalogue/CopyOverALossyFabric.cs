namespace Xvma.Model;

/// <summary>A task copies from another partition, whose owner unmaps the memory, while a request is lost: the copy is done once and whole, or not at all.</summary>
[Scenario("copy over a lossy fabric", "PAR-6", "INS-5", "INS-8", "INS-14", "INS-15")]
internal sealed class CopyOverALossyFabric(World world) : Scenario(world)
{
    private SegmentArrangement? lent;
    private Window far;
    private Window near;

    protected override MachineOptions Options => SmallMachine.TwoPartitions;

    protected override void Arrange()
    {
        lent = SegmentArrangement.Of(TaskIn(1, uid: 1000, Owner));
        var copier = Task(uid: 1000, Copier);
        far = lent.AttachedBy(copier);
        near = copier.MapPrivate(PageSize.Of64K.Bytes, PageSize.Of64K);
        copier.Gru.Store(near.Start, 1UL);
        copier.Gru.Load<ulong>(far.Start);
        Machine.LoseRequests(1, 1);
    }

    [Actor]
    private void Copier(TaskBehaviour me)
    {
        var copied = me.Copy(far.Start, near.Start, 8);
        Expect.OneOf(copied.Cause, FaultCause.None, FaultCause.NotMapped);
        Expect.Value(me.Load(near.Start), copied.Cause == FaultCause.None ? 7UL : 1UL);
    }

    [Actor]
    private void Owner(TaskBehaviour me) => Expect.Ok(me.Unmap(lent!.Memory.Range));
}
