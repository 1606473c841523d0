namespace Xvma.Model;

/// <summary>A task that has a page attached ends while the owner removes the segment: both return, in either order, and nothing is left.</summary>
[Scenario("attacher's exit against remove", "XPM-6", "TRD-4", "TRD-7", "TRD-8", "INV-8", "INV-12")]
internal sealed class AttachersExitAgainstRemove(World world) : Scenario(world)
{
    private SegmentArrangement? lent;

    protected override void Arrange()
    {
        lent = SegmentArrangement.Of(Task(uid: 1000, Owner));
        var attacher = Task(uid: 1000, Attacher);
        attacher.Gru.Load<ulong>(lent.AttachedBy(attacher).Start);
    }

    [Actor]
    private static void Attacher(TaskBehaviour me) => Expect.Ok(me.Exit());

    [Actor]
    private void Owner(TaskBehaviour me) => Expect.Ok(me.Remove(lent!.Segment));
}
