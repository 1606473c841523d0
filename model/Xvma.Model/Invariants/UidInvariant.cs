namespace Xvma.Model;

/// <summary>INV-5: all members of a group have its uid, root too; and both sides agree on who is a member.</summary>
public sealed class UidInvariant() : Invariant("INV-5", "all members of a group have the group's uid, also root's")
{
    /// <inheritdoc/>
    public override string? Refute(MachineSnapshot machine, MachineOptions options)
    {
        ArgumentNullException.ThrowIfNull(machine);
        foreach (var group in machine.Groups)
        {
            foreach (var id in group.Members)
            {
                var task = machine.Tasks.FirstOrDefault(candidate => candidate.Id == id);
                if (task is null) return $"Task {id} is counted as a member of {group.Id}, but there is no such task any more.";
                if (task.Membership != group.Id) return $"{group.Id} counts task {id} as a member, which the task does not know of.";
                if (task.Uid != group.Uid) return $"Task {id} has uid {task.Uid} and is a member of {group.Id} of uid {group.Uid}.";
            }
        }
        foreach (var task in machine.Tasks)
        {
            if (task.Membership is { } id && !machine.Groups.Any(group => group.Id == id && group.Members.Contains(task.Id)))
                return $"Task {task.Id} believes to be a member of {id}, which does not count it.";
            foreach (var permit in task.Permits)
            {
                var owner = machine.Segments.FirstOrDefault(segment => segment.Id == permit.Segment)?.Owner;
                if (machine.Tasks.FirstOrDefault(candidate => candidate.Id == owner) is { } lender && lender.Uid != task.Uid)
                    return $"Task {task.Id} has uid {task.Uid} and {permit.Id} for a segment of task {lender.Id}, which has uid {lender.Uid}.";
            }
        }
        return null;
    }
}
