using Xvma.Sync;

namespace Xvma;

/// <summary>A machine over one instantiation of the seam.</summary>
internal sealed class MachineOf<TSync>(MachineOptions options) : Machine(options)
    where TSync : struct, ISync
{
    private readonly MachineParts<TSync> parts = new(options);

    public override Result<XvmaTask> TryStartTask(int uid, int partition)
    {
        if (!Has(partition)) return NoSuch(partition);
        var started = TaskOf<TSync>.TryStart(parts, parts.Partitions[partition], uid);
        return started.IsOk ? started.Value : started.Outcome;
    }

    public override XvmaTask? FindTask(long id) => parts.Tasks.Find(id);

    public override int ServeInterrupts(int chiplet) => InterruptPath<TSync>.Serve(ChipletAt(chiplet), Options.Interrupts);

    public override void AwaitInterrupt(int chiplet)
    {
        var awaited = ChipletAt(chiplet);
        awaited.Interrupt.WaitUntil(awaited, static chiplet => !chiplet.FaultMap.IsEmpty() || chiplet.TakeSpurious());
    }

    public override void RaiseInterrupt(int chiplet) => ChipletAt(chiplet).RaiseSpurious();

    public override GruStatistics Statistics => parts.Counters.Read();

    public override MachineSnapshot Snapshot() => SnapshotTaker<TSync>.Take(parts);

    public override Result TryBeat(int partition)
    {
        if (!Has(partition)) return NoSuch(partition);
        return parts.Partitions[partition].Life is not { } life || life.TryBeat() ? Result.Ok : Refusals.PartitionFailed(partition);
    }

    public override Result<Heartbeat> TryLook(int partition)
    {
        if (!Has(partition)) return NoSuch(partition);
        if (parts.Partitions[partition].Life is not { } life) return Refusals.OnlyPartition();
        if (!life.TryLook(out var found)) return Refusals.PartitionFailed(partition);
        if (found == Heartbeat.Failed) PartitionFailure<TSync>.TearDown(parts, life);
        return found;
    }

    public override Result TryFailPartition(int partition)
    {
        if (!Has(partition)) return NoSuch(partition);
        if (parts.Partitions[partition].Life is not { } life) return Refusals.OnlyPartition();
        if (!life.TryFail()) return Refusals.PartitionFailed(partition);
        PartitionFailure<TSync>.TearDown(parts, life);
        return Result.Ok;
    }

    public override Result TryReturnPartition(int partition)
    {
        if (!Has(partition)) return NoSuch(partition);
        return parts.Partitions[partition].Life?.TryReturn(partition) ?? Refusals.PartitionNotFailed(partition);
    }

    public override Result TryLoseRequests(int partition, int requests)
    {
        if (requests is < 0 or > AllRequests)
            throw new ArgumentOutOfRangeException(nameof(requests), requests, $"The requests to lose must be from 0 to {AllRequests}; {AllRequests} are all.");
        if (!Has(partition)) return NoSuch(partition);
        if (parts.Partitions[partition].Life is not { } life) return Refusals.OnlyPartition();
        return life.TryLose(requests) ? Result.Ok : Refusals.PartitionFailed(partition);
    }

    private bool Has(int partition) => (uint)partition < (uint)parts.Partitions.Length;

    private Result NoSuch(int partition) => Refusals.NoSuchPartition(partition, parts.Partitions.Length);

    private Chiplet<TSync> ChipletAt(int index) => index >= 0 && index < parts.Chiplets.Length
        ? parts.Chiplets[index]
        : throw new ArgumentOutOfRangeException(nameof(index), index, $"The machine has the chiplets 0 to {parts.Chiplets.Length - 1}.");
}
