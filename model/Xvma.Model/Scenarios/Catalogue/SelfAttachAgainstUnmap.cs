namespace Xvma.Model;

/// <summary>A task has attached its own memory, and one thread of it reads through the attachment while another unmaps the memory.</summary>
[Scenario("self-attachment against unmap", "XPM-3", "XPM-8", "TSK-8", "INV-4", "INV-12")]
internal sealed class SelfAttachAgainstUnmap(World world) : Scenario(world)
{
    private SegmentArrangement? lent;
    private Window attached;

    protected override MachineOptions Options => base.Options with { SlotsPerContext = 2 };

    protected override void Arrange()
    {
        var task = Task(uid: 1000, Unmapper, Reader);
        lent = SegmentArrangement.Of(task);
        attached = lent.AttachedBy(task);
    }

    [Actor]
    private void Reader(FaultBehaviour me) => Expect.ValueOr(FaultCause.NotMapped, me.Load(attached.Start), 7);

    [Actor]
    private void Unmapper(TaskBehaviour me) => Expect.Ok(me.Unmap(lent!.Memory.Range));
}
