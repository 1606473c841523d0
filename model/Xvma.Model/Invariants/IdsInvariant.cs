namespace Xvma.Model;

/// <summary>INV-9: an id never names two things.</summary>
public sealed class IdsInvariant() : Invariant("INV-9", "an id never names two things")
{
    /// <inheritdoc/>
    public override string? Refute(MachineSnapshot machine, MachineOptions options)
    {
        ArgumentNullException.ThrowIfNull(machine);
        return Twice(machine.Tasks.Select(task => task.Id), "Task")
            ?? Twice(machine.Groups.Select(group => group.Id.Value), "Group")
            ?? Twice(machine.Spaces().Select(space => space.Space.Id), "Space")
            ?? Twice(machine.Segments.Select(segment => segment.Id.Value), "Segment")
            ?? Twice(machine.Tasks.SelectMany(task => task.Permits).Select(permit => permit.Id.Value), "Permit")
            ?? Twice(machine.Spaces().SelectMany(space => space.Space.Frames).Select(page => page.Frame), "Frame");
    }

    private static string? Twice(IEnumerable<long> ids, string what)
    {
        var seen = new HashSet<long>();
        foreach (var id in ids)
        {
            if (!seen.Add(id)) return $"{what} {id} is there twice.";
        }
        return null;
    }
}
