namespace Xvma.Model;

/// <summary>One thread of a task gets a permit while another gives the task another uid: what it got goes with the old uid, or it is refused.</summary>
[Scenario("get against the holder's change of uid", "XPM-2", "XPM-7", "TSK-2", "TSK-4", "INV-5")]
internal sealed class GetAgainstOwnChangeOfUid(World world) : Scenario(world)
{
    private SegmentArrangement? lent;

    protected override void Arrange()
    {
        lent = SegmentArrangement.Of(Task(uid: 1000));
        Task(uid: 1000, Getter, Changer);
    }

    [Actor]
    private void Getter(TaskBehaviour me) => Expect.OneOf(me.Get(lent!.Segment).Outcome, XvmaError.None, XvmaError.NotPermitted);

    [Actor]
    private static void Changer(TaskBehaviour me) => Expect.Ok(me.ChangeUid(2000));
}
