namespace Xvma.Model;

/// <summary>Somebody beside the tasks who lets partitions beat, fail and return, requests to them be lost, and starts tasks in them.</summary>
public sealed class FabricBehaviour(Machine machine, ICallLog calls) : Behaviour(calls)
{
    /// <inheritdoc/>
    public override ActorRole Role => ActorRole.Fabric;

    /// <summary>Declares a partition failed.</summary>
    public Result Fail(int partition)
    {
        Calls.Begin($"FailPartition {partition}");
        return Calls.Return(machine.TryFailPartition(partition));
    }

    /// <summary>Lets a partition return.</summary>
    public Result Return(int partition)
    {
        Calls.Begin($"ReturnPartition {partition}");
        return Calls.Return(machine.TryReturnPartition(partition));
    }

    /// <summary>A heartbeat.</summary>
    public Result Beat(int partition)
    {
        Calls.Begin($"Beat {partition}");
        return Calls.Return(machine.TryBeat(partition));
    }

    /// <summary>A monitor's look.</summary>
    public Result<Heartbeat> Look(int partition)
    {
        Calls.Begin($"Look {partition}");
        return Calls.Return(machine.TryLook(partition));
    }

    /// <summary>Lets the fabric lose so many requests to a partition.</summary>
    public Result Lose(int partition, int requests)
    {
        Calls.Begin($"LoseRequests {partition} {requests}");
        return Calls.Return(machine.TryLoseRequests(partition, requests));
    }

    /// <summary>Starts a task.</summary>
    public Result<XvmaTask> Start(int uid, int partition)
    {
        Calls.Begin($"StartTask {uid} in {partition}");
        return Calls.Return(machine.TryStartTask(uid, partition));
    }
}
