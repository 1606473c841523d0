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

    public override Result<XvmaTask> TryStartTask(int uid, int partition)
    {
        TSync.Tell(new CallView(Operation.Start, 0, Partition: partition, Number: uid));
        var started = machine.TryStartTask(uid, partition);
        TellEnd(Operation.Start, started.Error);
        return started.IsOk ? ObservedTask<TSync>.Of(started.Value) : started;
    }

    public override Result TryBeat(int partition)
    {
        Tell(Operation.Beat, partition);
        return End(Operation.Beat, machine.TryBeat(partition));
    }

    public override Result<Heartbeat> TryLook(int partition)
    {
        Tell(Operation.Look, partition);
        var found = machine.TryLook(partition);
        TellEnd(Operation.Look, found.Error);
        return found;
    }

    public override Result TryFailPartition(int partition)
    {
        Tell(Operation.FailPartition, partition);
        return End(Operation.FailPartition, machine.TryFailPartition(partition));
    }

    public override Result TryReturnPartition(int partition)
    {
        Tell(Operation.ReturnPartition, partition);
        return End(Operation.ReturnPartition, machine.TryReturnPartition(partition));
    }

    public override Result TryLoseRequests(int partition, int requests)
    {
        TSync.Tell(new CallView(Operation.LoseRequests, 0, Partition: partition, Number: requests));
        return End(Operation.LoseRequests, machine.TryLoseRequests(partition, requests));
    }

    public override XvmaTask? FindTask(long id) => machine.FindTask(id) is { } found ? ObservedTask<TSync>.Of(found) : null;

    public override int ServeInterrupts(int chiplet) => machine.ServeInterrupts(chiplet);

    public override void AwaitInterrupt(int chiplet) => machine.AwaitInterrupt(chiplet);

    public override void RaiseInterrupt(int chiplet) => machine.RaiseInterrupt(chiplet);

    public override GruStatistics Statistics => machine.Statistics;

    public override MachineSnapshot Snapshot() => machine.Snapshot();

    private static void Tell(Operation operation, int partition) => TSync.Tell(new CallView(operation, 0, Partition: partition));

    private static void TellEnd(Operation operation, XvmaError error) => TSync.Tell(new ReturnView(operation, error, FaultCause.None));

    private static Result End(Operation operation, Result result)
    {
        TellEnd(operation, result.Error);
        return result;
    }
}
