using Xvma.Sync;

namespace Xvma.Observing;

/// <summary>A machine whose calls are told to the observer of its cells. Made only where somebody observes.</summary>
internal sealed class ObservedMachine<TSync> : Machine
    where TSync : struct, ISync
{
    private readonly MachineOf<TSync> machine;

    private ObservedMachine(MachineOf<TSync> machine)
        : base(machine.Options) => this.machine = machine;

    public static ObservedMachine<TSync> Of(MachineOf<TSync> machine)
    {
        TSync.Tell(new MachineView(machine.Options));
        return new(machine);
    }

    public override XvmaTask StartTask(int uid)
    {
        TSync.Tell(new CallView(Operation.Start, 0, Number: uid));
        var started = machine.StartTask(uid);
        TSync.Tell(new ReturnView(Operation.Start, XvmaError.None, FaultCause.None));
        return ObservedTask<TSync>.Of(started);
    }

    public override XvmaTask? FindTask(long id) => machine.FindTask(id) is { } found ? ObservedTask<TSync>.Of(found) : null;

    public override int ServeInterrupts(int chiplet) => machine.ServeInterrupts(chiplet);

    public override void AwaitInterrupt(int chiplet) => machine.AwaitInterrupt(chiplet);

    public override void RaiseInterrupt(int chiplet) => machine.RaiseInterrupt(chiplet);

    public override GruStatistics Statistics => machine.Statistics;

    public override MachineSnapshot Snapshot() => machine.Snapshot();
}
