namespace Xvma.Model;

/// <summary>INV-8 of mega-page memory: what is said to be in use is what mappings hold, and no part of it is two pages'.</summary>
public sealed class MegaPagesInvariant() : Invariant("INV-8", "at rest, mega pages in use are those that mappings hold, and none is held twice")
{
    /// <inheritdoc/>
    public override string? Refute(MachineSnapshot machine, MachineOptions options)
    {
        ArgumentNullException.ThrowIfNull(machine);
        if (machine.MegaPages is not { } said) return null;
        var held = machine.Spaces().SelectMany(space => space.Space.Frames).Where(page => page.MegaPlace is not null)
            .DistinctBy(page => page.Frame).OrderBy(page => page.MegaPlace).ToArray();
        for (var i = 1; i < held.Length; i++)
        {
            if (held[i - 1].MegaPlace + (long)held[i - 1].Page.Length > held[i].MegaPlace)
                return $"The mega page at {held[i].MegaPlace} is of frame {held[i - 1].Frame} and of frame {held[i].Frame}.";
        }

        var bytes = held.Aggregate(0UL, static (sum, page) => sum + page.Page.Length);
        return bytes == said.InUse && said.InUse + said.Free == said.Total
            ? null
            : $"{said.InUse} bytes of {said.Total} of mega-page memory are said to be in use and {said.Free} free; mappings hold {bytes}.";
    }
}
