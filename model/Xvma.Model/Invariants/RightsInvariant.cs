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
        }
        return null;
    }
}
