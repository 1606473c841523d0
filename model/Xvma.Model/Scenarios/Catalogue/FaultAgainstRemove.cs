namespace Xvma.Model;

/// <summary>
/// A task attaches another's segment and reads through it while the owner removes it: it reads what is there, or is refused, or gets a bus
/// error; and after the remove what the owner writes is not read by anybody.
/// </summary>
[Scenario("attach and fault against remove", "XPM-3", "XPM-6", "XPM-8", "FLT-5", "INV-4", "INV-6", "INV-11")]
internal sealed class FaultAgainstRemove(World world) : Scenario(world)
{
    private SegmentArrangement? lent;
    private PermitId permit;

    protected override void Arrange()
    {
        lent = SegmentArrangement.Of(Task(uid: 1000, Owner));
        permit = Task(uid: 1000, Attacher).Get(lent.Segment);
    }

    [Actor]
    private void Attacher(TaskBehaviour me)
    {
        var attached = me.Attach(permit, lent!.Memory.Range.Length, PageSize.Of64K);
        Expect.OneOf(attached.Outcome, XvmaError.None, XvmaError.NoSuchSegment);
        if (attached.IsOk) Expect.ValueOr(FaultCause.NotMapped, me.Load(attached.Value.Start), 7);
    }

    [Actor]
    private void Owner(TaskBehaviour me)
    {
        Expect.Ok(me.Remove(lent!.Segment));
        Expect.Done(me.Store(lent.Memory.Start, 8));
    }
}
