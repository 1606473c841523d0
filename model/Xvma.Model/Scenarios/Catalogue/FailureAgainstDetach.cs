namespace Xvma.Model;

/// <summary>
/// A task detaches and gives another permit up while the partition fails that the segment is of: the permit goes with the last that was attached, whoever
/// comes last, and of the two that give the other one up only one says so.
/// </summary>
[Scenario("failure against detach", "PAR-3", "XPM-5", "INV-11")]
internal sealed class FailureAgainstDetach(World world) : Scenario(world)
{
    private XvmaTask? attacher;
    private Window attached;
    private PermitId unused;

    protected override MachineOptions Options => SmallMachine.TwoPartitions;

    protected override void Arrange()
    {
        var lent = SegmentArrangement.Of(TaskIn(1, uid: 1000));
        attacher = Task(uid: 1000, Attacher);
        attached = lent.AttachedBy(attacher);
        unused = attacher.Get(lent.Segment);
    }

    protected override void AtRest() => Expect.That(Machine.Snapshot().Tasks.Single(task => task.Id == attacher!.Id).Permits.IsEmpty, "PAR-3",
        "Nothing is attached any more, and a permit is still held.");

    [Actor]
    private void Attacher(TaskBehaviour me)
    {
        Expect.Ok(me.Detach(attached.Range));
        Expect.OneOf(me.Release(unused), XvmaError.None, XvmaError.NoSuchPermit);
    }

    [Actor]
    private static void Monitor(FabricBehaviour me) => Expect.Ok(me.Fail(1));
}
