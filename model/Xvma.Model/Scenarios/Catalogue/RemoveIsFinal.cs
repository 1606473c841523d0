namespace Xvma.Model;

/// <summary>A task reads through an attachment that it has in its TLB while the owner removes the segment. What the owner writes after that it cannot read.</summary>
[Scenario("remove is final", "XPM-6", "IVL-3", "TRD-1", "INS-6", "INV-4")]
internal sealed class RemoveIsFinal(World world) : Scenario(world)
{
    private SegmentArrangement? lent;
    private Window attached;

    protected override void Arrange()
    {
        lent = SegmentArrangement.Of(Task(uid: 1000, Owner));
        var attacher = Task(uid: 1000, Attacher);
        attached = lent.AttachedBy(attacher);
        attacher.Gru.Load<ulong>(attached.Start); // its translation is in the TLB
    }

    [Actor]
    private void Attacher(TaskBehaviour me)
    {
        var loaded = me.Load(attached.Start);
        Expect.OneOf(loaded.Cause, FaultCause.None, FaultCause.NotMapped);
        Expect.That(loaded.Cause != FaultCause.None || loaded.Value == 7, "INV-4", "The load read what was written after the segment had been removed.");
    }

    [Actor]
    private void Owner(TaskBehaviour me)
    {
        Expect.Ok(me.Remove(lent!.Segment));
        Expect.Done(me.Store(lent.Memory.Start, 8));
    }
}
