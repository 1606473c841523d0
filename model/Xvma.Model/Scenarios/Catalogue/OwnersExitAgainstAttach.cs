namespace Xvma.Model;

/// <summary>The owner ends while another attaches its segment and reads: refused, a bus error, or what was there; and nothing of it is left.</summary>
[Scenario("owner's exit against attach", "XPM-3", "XPM-6", "TRD-4", "TRD-8", "INV-6", "INV-8")]
internal sealed class OwnersExitAgainstAttach(World world) : Scenario(world)
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
    private static void Owner(TaskBehaviour me) => Expect.Ok(me.Exit());
}
