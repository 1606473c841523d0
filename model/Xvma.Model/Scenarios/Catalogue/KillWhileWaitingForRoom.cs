namespace Xvma.Model;

/// <summary>A task is killed while its instruction waits for a context that another holds: it ends without having had one.</summary>
[Scenario("kill while waiting for room", "TSK-3", "CTX-6", "TRD-5", "TRD-7", "INV-12", IsLongWithBuffers = true)]
internal sealed class KillWhileWaitingForRoom(World world) : Scenario(world)
{
    private Window window;
    private Window other;

    protected override MachineOptions Options => base.Options with { ContextsPerChiplet = 1 };

    protected override void Arrange()
    {
        var task = Task(uid: 1000, User, Killer);
        window = task.MapPrivate(PageSize.Of64K.Bytes, PageSize.Of64K);
        var holder = Task(uid: 1000, Holder);
        other = holder.MapPrivate(PageSize.Of64K.Bytes, PageSize.Of64K);
    }

    [Actor]
    private void User(FaultBehaviour me)
    {
        var loaded = me.Load(window.Start);
        Expect.OneOf(loaded.Cause, FaultCause.None, FaultCause.TaskGone);
    }

    [Actor]
    private void Killer(TaskBehaviour me) => Expect.Ok(me.Kill());

    [Actor]
    private void Holder(FaultBehaviour me) => Expect.Value(me.Load(other.Start), 0);
}
