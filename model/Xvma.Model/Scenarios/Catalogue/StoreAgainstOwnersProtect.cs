namespace Xvma.Model;

/// <summary>A task writes through an attachment while the owner makes its page read-only: when that has returned, nobody writes there (XPM-4).</summary>
[Scenario("store through an attachment against protect", "XPM-4", "XPM-8", "MAP-6", "INV-4", "INV-10")]
internal sealed class StoreAgainstOwnersProtect(World world) : Scenario(world)
{
    private SegmentArrangement? lent;
    private Window attached;

    protected override void Arrange()
    {
        lent = SegmentArrangement.Of(Task(uid: 1000, Owner));
        attached = lent.AttachedBy(Task(uid: 1000, Writer));
    }

    [Actor]
    private void Writer(TaskBehaviour me)
    {
        Expect.Value(me.Load(attached.Start), 7);
        Expect.OneOf(me.Store(attached.Start, 8), FaultCause.None, FaultCause.NotPermitted);
    }

    [Actor]
    private void Owner(GroupBehaviour me) => Expect.Ok(me.Protect(lent!.Memory.Range, Rights.Read));
}
