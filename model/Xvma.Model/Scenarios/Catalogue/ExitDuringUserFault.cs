namespace Xvma.Model;

/// <summary>A task exits while one of its threads is resolving a fault in user mode: the instruction ends, and so does the exit.</summary>
[Scenario("exit during a user-mode fault", "FLT-4", "TSK-1", "TSK-3", "INV-6", "INV-8", "INV-12", "TRD-1", "TRD-2")]
internal sealed class ExitDuringUserFault(World world) : Scenario(world)
{
    private Window window;

    protected override MachineOptions Options => base.Options with { Interrupts = InterruptVariant.SwitchToPolling };

    protected override void Arrange() => window = Task(uid: 1000, User, Exiter).MapPrivate(PageSize.Of64K.Bytes, PageSize.Of64K);

    [Actor]
    private void User(FaultBehaviour me)
    {
        var loaded = me.Load(window.Start);
        Expect.OneOf(loaded.Cause, FaultCause.None, FaultCause.NotMapped, FaultCause.TaskGone);
    }

    [Actor]
    private void Exiter(TaskBehaviour me) => Expect.Ok(me.Exit());
}
