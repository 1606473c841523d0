namespace Xvma.Model;

/// <summary>
/// The first to touch the owner's page is a task that has attached it, while the owner unmaps it: the page gets memory or the attacher a bus
/// error, and no memory is left that nobody has.
/// </summary>
[Scenario("first touch through an attachment against unmap", "XPM-8", "MEM-3", "MEM-4", "INV-8")]
internal sealed class FirstTouchAgainstOwnersUnmap(World world) : Scenario(world)
{
    private Window memory;
    private Window attached;

    protected override void Arrange()
    {
        var owner = Task(uid: 1000, Owner);
        memory = owner.MapPrivate(PageSize.Of64K.Bytes, PageSize.Of64K);
        var attacher = Task(uid: 1000, Attacher);
        attached = attacher.AttachPrivate(attacher.Get(owner.MakeSegment(memory.Range)), 0, memory.Range.Length, PageSize.Of64K);
    }

    [Actor]
    private void Attacher(TaskBehaviour me) => Expect.ValueOr(FaultCause.NotMapped, me.Load(attached.Start), 0);

    [Actor]
    private void Owner(TaskBehaviour me) => Expect.Ok(me.Unmap(memory.Range));
}
