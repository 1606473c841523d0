namespace Xvma.Model;

/// <summary>
/// The owner takes another uid while a task gets a permit: it holds one only for a segment that is gone by then, or is refused; and of the old
/// uid the owner keeps no segment.
/// </summary>
[Scenario("owner's change of uid against get", "XPM-2", "XPM-7", "TSK-4", "INV-5")]
internal sealed class GetAgainstChangeOfUid(World world) : Scenario(world)
{
    private SegmentArrangement? lent;

    protected override void Arrange()
    {
        lent = SegmentArrangement.Of(Task(uid: 1000, Owner));
        Task(uid: 1000, Getter);
    }

    [Actor]
    private void Getter(TaskBehaviour me)
    {
        var permit = me.Get(lent!.Segment);
        Expect.OneOf(permit.Outcome, XvmaError.None, XvmaError.NoSuchSegment);
        if (!permit.IsOk) return;
        var attached = me.Attach(permit.Value, lent.Memory.Range.Length, PageSize.Of64K);
        Expect.OneOf(attached.Outcome, XvmaError.None, XvmaError.NoSuchSegment);
    }

    [Actor]
    private void Owner(TaskBehaviour me)
    {
        Expect.Ok(me.ChangeUid(2000));
        Expect.Refused(XvmaError.NoSuchSegment, me.Remove(lent!.Segment));
    }
}
