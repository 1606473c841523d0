namespace Xvma.Model;

/// <summary>
/// PAR-3 at rest: when whoever let a partition fail is done, none of its tasks lives and nothing that they exported, and others hold permits for that only as
/// long as something is attached with them.
/// </summary>
public sealed class FailedPartitionsInvariant() : Invariant("PAR-3", "at rest, no task and no segment of a failed partition is left, and no permit for one that nothing is attached with")
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
            : RefutePermits(machine);
    }

    private static string? RefutePermits(MachineSnapshot machine)
    {
        var inUse = machine.Tasks.Select(task => task.Private).Concat(machine.Groups.Select(group => group.Shared))
            .SelectMany(space => space.Mappings).Where(mapping => mapping.Attachment is not null).Select(mapping => mapping.Attachment!.Permit).ToHashSet();
        foreach (var task in machine.Tasks)
        {
            if (task.Permits.FirstOrDefault(permit => permit.IsLost && !inUse.Contains(permit.Id)) is { } kept)
                return $"Task {task.Id} holds {kept.Id}, whose segment has gone with its partition, and nothing is attached with it.";
        }

        return null;
    }
}
