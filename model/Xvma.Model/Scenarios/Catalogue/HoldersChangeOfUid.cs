namespace Xvma.Model;

/// <summary>
/// A holder of a permit becomes root while a thread of it reads through the attachment: what it held is gone, the owner's segment is not, and
/// root gets no permit for it.
/// </summary>
[Scenario("holder's change of uid against fault", "XPM-5", "XPM-7", "TSK-4", "INV-4", "INV-5")]
internal sealed class HoldersChangeOfUid(World world) : Scenario(world)
{
    private SegmentArrangement? lent;
    private Window attached;

    protected override void Arrange()
    {
        lent = SegmentArrangement.Of(Task(uid: 1000));
        attached = lent.AttachedBy(Task(uid: 1000, Reader, Changer));
    }

    [Actor]
    private void Reader(FaultBehaviour me) => Expect.ValueOr(FaultCause.NotMapped, me.Load(attached.Start), 7);

    [Actor]
    private void Changer(TaskBehaviour me)
    {
        Expect.Ok(me.ChangeUid(0));
        Expect.Refused(XvmaError.NotPermitted, me.Get(lent!.Segment).Outcome);
        Expect.Refused(XvmaError.NotMapped, me.Detach(attached.Range));
    }
}
