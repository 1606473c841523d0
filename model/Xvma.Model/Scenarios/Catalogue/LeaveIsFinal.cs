namespace Xvma.Model;

/// <summary>A task leaves a group while another thread of it reads there. What is written after it has left it cannot read any more.</summary>
[Scenario("leave is final", "GRP-5", "INS-6", "INV-4")]
internal sealed class LeaveIsFinal(World world) : Scenario(world)
{
    private Window window;
    private XvmaTask? staying;

    protected override void Arrange()
    {
        staying = Task(uid: 1000);
        var group = Group(staying);
        window = group.Maps(PageSize.Of64K);
        staying.Gru.Store(window.Start, 7UL);
        var leaving = Task(uid: 1000, Reader, Leaver);
        leaving.Join(group.Id);
        leaving.Gru.Load<ulong>(window.Start); // its translation is in the TLB
    }

    [Actor]
    private void Reader(FaultBehaviour me)
    {
        var loaded = me.Load(window.Start);
        Expect.OneOf(loaded.Cause, FaultCause.None, FaultCause.NotMapped);
        Expect.That(loaded.Cause != FaultCause.None || loaded.Value == 7, "INV-4", "The load read what was written after its task had left the group.");
    }

    [Actor]
    private void Leaver(GroupBehaviour me)
    {
        Expect.Ok(me.Leave());
        staying!.Gru.Store(window.Start, 8UL);
    }
}
