namespace Xvma.Model;

/// <summary>
/// A member attaches another task's segment for its group and leaves while another member reads there: the attachment goes with the one who
/// made it, and nothing keeps its permit.
/// </summary>
[Scenario("attach for the group against leave", "XPM-3", "XPM-5", "GRP-5", "INV-4", "INV-8")]
internal sealed class SharedAttachAgainstLeave(World world) : Scenario(world)
{
    private SegmentArrangement? lent;
    private PermitId permit;
    private ExtendedAddress place;

    protected override void Arrange()
    {
        lent = SegmentArrangement.Of(Task(uid: 1000));
        place = AddressLayout.Default.SharedBase;
        var group = Group(uid: 1000, Attacher, Reader);
        permit = group.First.Get(lent.Segment);
    }

    [Actor]
    private void Attacher(GroupBehaviour me)
    {
        Expect.Ok(me.AttachShared(permit, lent!.Memory.Range.Length, PageSize.Of64K, at: place).Outcome);
        Expect.Ok(me.Leave());
        Expect.Ok(me.Release(permit));
    }

    [Actor]
    private void Reader(GroupBehaviour me) => Expect.ValueOr(FaultCause.NotMapped, me.Load(place), 7);
}
