namespace Xvma.Model;

/// <summary>Ways through a picture of a machine that several invariants take.</summary>
internal static class Snapshots
{
    /// <summary>Every address space, with what it belongs to in words and the kind of its addresses.</summary>
    public static IEnumerable<(SpaceSnapshot Space, string Owner, AddressKind Kind)> Spaces(this MachineSnapshot machine)
    {
        foreach (var task in machine.Tasks) yield return (task.Private, $"task {task.Id}", AddressKind.Private);
        foreach (var group in machine.Groups) yield return (group.Shared, $"{group.Id}", AddressKind.Shared);
    }

    /// <summary>Every usable translation with the chiplet that holds it.</summary>
    public static IEnumerable<TranslationSnapshot> Translations(this MachineSnapshot machine) =>
        machine.Chiplets.SelectMany(chiplet => chiplet.Translations);

    /// <summary>The space that <paramref name="task"/> may reach beside its own, or 0.</summary>
    public static long SharedSpaceOf(this MachineSnapshot machine, TaskSnapshot task) =>
        task.Membership is { } id ? machine.Groups.FirstOrDefault(group => group.Id == id)?.Shared.Id ?? 0 : 0;

    public static SpaceSnapshot? Space(this MachineSnapshot machine, long id) =>
        machine.Spaces().FirstOrDefault(space => space.Space.Id == id).Space;

    public static MappingSnapshot? MappingAround(this SpaceSnapshot space, AddressRange page) =>
        space.Mappings.FirstOrDefault(mapping => mapping.Range.Contains(page));
}
