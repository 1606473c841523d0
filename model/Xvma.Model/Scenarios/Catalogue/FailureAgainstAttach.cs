namespace Xvma.Model;

/// <summary>A task attaches a segment of another partition and reads, while that fails: refused, a bus error, or what was there; and a permit with nothing attached is gone.</summary>
[Scenario("failure against attach", "PAR-2", "PAR-3", "XPM-3", "XPM-6", "INV-6", "INV-11")]
internal sealed class FailureAgainstAttach(World world) : Scenario(world)
{
    private SegmentArrangement? lent;
    private XvmaTask? attacher;
    private PermitId permit;

    protected override MachineOptions Options => SmallMachine.TwoPartitions;

    protected override void Arrange()
    {
        lent = SegmentArrangement.Of(TaskIn(1, uid: 1000));
        attacher = Task(uid: 1000, Attacher);
        permit = attacher.Get(lent.Segment);
    }

    protected override void AtRest()
    {
        var holder = Machine.Snapshot().Tasks.Single(task => task.Id == attacher!.Id);
        Expect.That(holder.Permits.All(held => holder.Private.Mappings.Any(mapping => mapping.Attachment?.Permit == held.Id)), "PAR-3",
            "The segment's partition has failed, nothing is attached, and the permit is still held.");
    }

    [Actor]
    private void Attacher(TaskBehaviour me)
    {
        var attached = me.Attach(permit, lent!.Memory.Range.Length, PageSize.Of64K);
        Expect.OneOf(attached.Outcome, XvmaError.None, XvmaError.NoSuchSegment, XvmaError.NoSuchPermit);
        if (attached.IsOk) Expect.ValueOr(FaultCause.PartitionFailed, me.Load(attached.Value.Start), 7);
    }

    [Actor]
    private static void Monitor(FabricBehaviour me) => Expect.Ok(me.Fail(1));
}
