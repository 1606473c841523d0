namespace Xvma.Model;

/// <summary>INV-1: every mapping in the region of its kind, aligned to its page size, none over another.</summary>
public sealed class RegionInvariant() : Invariant("INV-1", "every mapping lies in the region of its kind, aligned; no two of one space overlap")
{
    /// <inheritdoc/>
    public override string? Refute(MachineSnapshot machine, MachineOptions options)
    {
        ArgumentNullException.ThrowIfNull(machine);
        ArgumentNullException.ThrowIfNull(options);
        foreach (var (space, owner, kind) in machine.Spaces())
        {
            foreach (var mapping in space.Mappings)
            {
                if (Misplaced(mapping, kind, options.Layout) is { } how) return $"The mapping {mapping.Range} of {owner} {how}.";
            }
            if (Overlap(space) is var (one, other)) return $"The mappings {one.Range} and {other.Range} of {owner} overlap.";
        }
        return null;
    }

    private static string? Misplaced(MappingSnapshot mapping, AddressKind kind, AddressLayout layout)
    {
        if (layout.Classify(mapping.Range.Start) != kind || layout.Classify(mapping.Range.Last) != kind) return $"is not in the {kind} region";
        var aligned = mapping.PageSize.IsAligned(mapping.Range);
        return aligned ? null : $"is not aligned to its page size of {mapping.PageSize}";
    }

    private static (MappingSnapshot One, MappingSnapshot Other)? Overlap(SpaceSnapshot space)
    {
        for (var i = 0; i < space.Mappings.Length; i++)
        {
            for (var j = i + 1; j < space.Mappings.Length; j++)
            {
                if (space.Mappings[i].Range.Overlaps(space.Mappings[j].Range)) return (space.Mappings[i], space.Mappings[j]);
            }
        }
        return null;
    }
}
