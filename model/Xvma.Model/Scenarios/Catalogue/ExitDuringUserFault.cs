namespace Xvma.Model;

/// <summary>A task exits while one of its threads is resolving a fault in user mode: the instruction ends, and so does the exit.</summary>
[Scenario("exit during a user-mode fault", "TSK-2", "TSK-8", "INS-7", "INS-9", "INS-11", "FLT-4", "TRD-4", "TRD-6", "TRD-7", "INV-12")]
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
