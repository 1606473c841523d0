namespace Xvma.Model;

/// <summary>
/// A task with a permit to read cannot write, however it tries, while the owner makes its page read-only and then writable: what the owner
/// wrote stays.
/// </summary>
[Scenario("read-only permit against protect", "XPM-4", "MAP-6", "INV-10")]
internal sealed class ReadOnlyPermit(World world) : Scenario(world)
{
    private SegmentArrangement? lent;
    private Window attached;

    protected override void Arrange()
    {
        lent = SegmentArrangement.Of(Task(uid: 1000, Owner));
        var reader = Task(uid: 1000, Reader);
        attached = reader.AttachPrivate(reader.Get(lent.Segment, Rights.Read), 0, lent.Memory.Range.Length, PageSize.Of64K);
    }

    [Actor]
    private void Reader(GroupBehaviour me)
    {
        Expect.Value(me.Load(attached.Start), 7);
        Expect.OneOf(me.Store(attached.Start, 8), FaultCause.NotPermitted);
        Expect.Refused(XvmaError.NotPermitted, me.Protect(attached.Range, Rights.ReadWrite));
    }

    [Actor]
    private void Owner(GroupBehaviour me) => Expect.Ok(me.Protect(lent!.Memory.Range, Rights.Read));
}
