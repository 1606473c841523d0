namespace Xvma.Model;

/// <summary>
/// A task reads through an attachment, whose translation it has lost, while the owner unmaps the memory: it reads what is there or gets a bus
/// error, and never what the owner maps at the address afterwards before that is written.
/// </summary>
[Scenario("fault through an attachment against unmap", "XPM-8", "MEM-2", "MEM-4", "FLT-3", "FLT-10", "IVL-4", "INV-4", "INV-6", "INV-8")]
internal sealed class FaultAgainstOwnersUnmap(World world) : Scenario(world)
{
    private SegmentArrangement? lent;
    private Window attached;

    protected override void Arrange()
    {
        lent = SegmentArrangement.Of(Task(uid: 1000, Owner));
        attached = lent.AttachedBy(Task(uid: 1000, Attacher));
    }

    [Actor]
    private void Attacher(TaskBehaviour me) => Expect.ValueOr(FaultCause.NotMapped, me.Load(attached.Start), 7);

    [Actor]
    private void Owner(TaskBehaviour me) => Expect.Ok(me.Unmap(lent!.Memory.Range));
}
