namespace Xvma.Model;

/// <summary>PAR-3 at rest: when whoever let a partition fail is done, none of its tasks lives and nothing that they exported.</summary>
public sealed class FailedPartitionsInvariant() : Invariant("PAR-3", "at rest, no task and no segment of a failed partition is left")
{
    /// <inheritdoc/>
    public override string? Refute(MachineSnapshot machine, MachineOptions options)
    {
        ArgumentNullException.ThrowIfNull(machine);
        foreach (var partition in machine.Partitions)
        {
            if (!partition.HasFailed) continue;
            if (machine.Tasks.FirstOrDefault(task => task.Partition == partition.Index) is { } task)
                return $"Partition {partition.Index} has failed, and task {task.Id} of it is {task.State}.";
        }

        return machine.Segments.FirstOrDefault(segment => machine.Tasks.All(task => task.Id != segment.Owner)) is { } left
            ? $"{left.Id} is there, and its owner, task {left.Owner}, is not."
            : null;
    }
}
