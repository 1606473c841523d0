namespace Xvma.Model;

/// <summary>Two threads of the owner remove one segment: one does, and the other is told that there is none, when there is none any more.</summary>
[Scenario("two removes", "XPM-6", "TSK-2", "INV-11")]
internal sealed class TwoRemoves(World world) : Scenario(world)
{
    private SegmentArrangement? lent;

    protected override void Arrange()
    {
        lent = SegmentArrangement.Of(Task(uid: 1000, First, Second));
        var attacher = Task(uid: 1000);
        attacher.Gru.Load<ulong>(lent.AttachedBy(attacher).Start);
    }

    [Actor]
    private void First(TaskBehaviour me) => Expect.OneOf(me.Remove(lent!.Segment), XvmaError.None, XvmaError.NoSuchSegment);

    [Actor]
    private void Second(TaskBehaviour me) => Expect.OneOf(me.Remove(lent!.Segment), XvmaError.None, XvmaError.NoSuchSegment);
}
