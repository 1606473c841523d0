namespace Xvma.Model;

/// <summary>A task is killed while the interrupt handler may be looking at its fault: nobody waits for the other for ever.</summary>
[Scenario("kill during an interrupt", "FLT-2", "FLT-9", "FLT-11", "CTX-8", "TRD-7")]
internal sealed class KillDuringInterrupt(World world) : Scenario(world)
{
    private Window window;

    protected override void Arrange()
    {
        var task = Task(uid: 1000, User, Killer);
        window = task.MapPrivate(2 * PageSize.Of64K.Bytes, PageSize.Of64K);

        // The context is loaded and knows the page size, so that the interrupt has all it needs.
        task.Gru.Store(window.Start, 7UL);
    }

    [Actor]
    private void User(FaultBehaviour me) => Expect.OneOf(
        me.Load(window.Start + PageSize.Of64K.Bytes).Cause, FaultCause.None, FaultCause.NotMapped, FaultCause.TaskGone);

    [Actor]
    private void Killer(TaskBehaviour me) => Expect.Ok(me.Kill());
}
