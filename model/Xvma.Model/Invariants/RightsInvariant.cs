namespace Xvma.Model;

/// <summary>INV-10: a translation allows nothing that its mapping does not grant.</summary>
public sealed class RightsInvariant() : Invariant("INV-10", "a translation allows nothing that its mapping does not grant")
{
    /// <inheritdoc/>
    public override string? Refute(MachineSnapshot machine, MachineOptions options)
    {
        ArgumentNullException.ThrowIfNull(machine);
        foreach (var translation in machine.Translations())
        {
            var space = machine.Space(translation.Space);
            if (space is null or { RangeActive: > 0 } || space.MappingAround(translation.Page) is not { } mapping) continue;
            if ((translation.Rights & ~mapping.Rights) != Rights.None)
                return $"Task {translation.Task} may use {translation.Page} for {translation.Rights}, the mapping grants {mapping.Rights}.";
            if (space.Borrowed.FirstOrDefault(lent => lent.Page == translation.Page) is { } page && (translation.Rights & ~page.Rights) != Rights.None)
                return $"Task {translation.Task} may use {translation.Page} for {translation.Rights}, the owner of what is attached there may {page.Rights}.";
            if (AttachedFor(machine, mapping) is { } permit && (mapping.Rights & ~permit.Rights) != Rights.None)
                return $"{mapping.Range} is attached for {mapping.Rights} with {permit.Id}, which gives {permit.Rights}.";
        }
        return null;
    }

    private static PermitSnapshot? AttachedFor(MachineSnapshot machine, MappingSnapshot mapping) => mapping.Attachment is not { } attachment ? null
        : machine.Tasks.SelectMany(task => task.Permits).FirstOrDefault(permit => permit.Id == attachment.Permit);
}
