namespace Xvma.Model;

/// <summary>A task leaves a group that lives on, while another thread of it reads: what it could reach it cannot reach any more.</summary>
[Scenario("fault against leave", "GRP-5", "FLT-3", "TRD-2", "INV-2", "INV-4")]
internal sealed class FaultAgainstLeave(World world) : Scenario(world)
{
    private Window window;

    protected override void Arrange()
    {
        var staying = Group(Task(uid: 1000));
        window = staying.Maps(PageSize.Of64K);
        staying.First.Gru.Store(window.Start, 7UL);
        Task(uid: 1000, Reader, Leaver).Join(staying.Id);
    }

    [Actor]
    private void Reader(FaultBehaviour me) => Expect.ValueOr(FaultCause.NotMapped, me.Load(window.Start), 7);

    [Actor]
    private void Leaver(GroupBehaviour me) => Expect.Ok(me.Leave());

    protected override void AtRest() =>
        Expect.That(Machine.Snapshot().Groups is [{ Members: [_] }], "GRP-5", "The group must have the staying member, and no other.");
}
