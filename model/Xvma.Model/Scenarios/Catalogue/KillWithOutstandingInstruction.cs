namespace Xvma.Model;

/// <summary>A task is killed while an instruction of it holds a translation: the memory stays until that is done.</summary>
[Scenario(
    "kill with an outstanding instruction",
    "TSK-3", "TSK-7", "MEM-2", "INS-6", "INS-9", "IVL-3", "IVL-8", "TRD-5", "INV-6", "INV-8")]
internal sealed class KillWithOutstandingInstruction(World world) : Scenario(world)
{
    private Window window;

    protected override void Arrange()
    {
        var task = Task(uid: 1000, User, Killer);
        window = task.MapPrivate(PageSize.Of64K.Bytes, PageSize.Of64K);
        task.Gru.Store(window.Start, 7UL);
    }

    [Actor]
    private void User(FaultBehaviour me)
    {
        var loaded = me.Load(window.Start);
        Expect.OneOf(loaded.Cause, FaultCause.None, FaultCause.NotMapped, FaultCause.TaskGone);
        if (loaded.Cause == FaultCause.None) Expect.Value(loaded, 7);
    }

    [Actor]
    private void Killer(TaskBehaviour me) => Expect.Ok(me.Kill());
}
