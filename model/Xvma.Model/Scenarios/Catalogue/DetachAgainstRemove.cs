namespace Xvma.Model;

/// <summary>A task detaches and releases while the owner removes the segment: both are done, whoever comes first.</summary>
[Scenario("detach against remove", "XPM-5", "XPM-6", "INV-8", "INV-11", "INV-12")]
internal sealed class DetachAgainstRemove(World world) : Scenario(world)
{
    private SegmentArrangement? lent;
    private PermitId permit;
    private Window attached;

    protected override void Arrange()
    {
        lent = SegmentArrangement.Of(Task(uid: 1000, Owner));
        var attacher = Task(uid: 1000, Attacher);
        permit = attacher.Get(lent.Segment);
        attached = attacher.AttachPrivate(permit, 0, lent.Memory.Range.Length, PageSize.Of64K);
        attacher.Gru.Load<ulong>(attached.Start);
    }

    [Actor]
    private void Attacher(TaskBehaviour me)
    {
        Expect.Refused(XvmaError.StillAttached, me.Release(permit));
        Expect.Ok(me.Detach(attached.Range));
        Expect.Ok(me.Release(permit));
        Expect.Refused(XvmaError.NoSuchPermit, me.Release(permit));
    }

    [Actor]
    private void Owner(TaskBehaviour me)
    {
        Expect.Ok(me.Remove(lent!.Segment));
        Expect.Refused(XvmaError.NoSuchSegment, me.Remove(lent.Segment));
    }
}
