namespace Xvma.Model;

/// <summary>INV-4: what a TLB holds, a mapping still says; while an invalidation of the space is under way it may lag behind.</summary>
public sealed class NoStaleTranslationInvariant() : Invariant("INV-4", "no TLB holds what has been taken away")
{
    /// <inheritdoc/>
    public override string? Refute(MachineSnapshot machine, MachineOptions options)
    {
        ArgumentNullException.ThrowIfNull(machine);
        foreach (var translation in machine.Translations())
        {
            var space = machine.Space(translation.Space);
            if (space is { RangeActive: > 0 }) continue;
            if (Stale(space, translation) is { } how)
                return $"Task {translation.Task} can still translate {translation.Page} to frame {translation.Frame}, but {how}.";
        }
        return null;
    }

    private static string? Stale(SpaceSnapshot? space, TranslationSnapshot translation)
    {
        if (space is null) return "the address space is gone";
        if (space.MappingAround(translation.Page) is not { } mapping) return "nothing is mapped there any more";
        if (mapping.PageSize.Bytes != translation.Page.Length) return $"the pages there are of {mapping.PageSize}";
        if (mapping.Attachment is not null) return StaleThrough(space, translation);
        var page = space.Frames.FirstOrDefault(page => page.Page == translation.Page);
        if (page is null) return "the page there has no memory";
        return page.Frame == translation.Frame ? null : $"the page there is frame {page.Frame}";
    }

    private static string? StaleThrough(SpaceSnapshot space, TranslationSnapshot translation)
    {
        var lent = space.Borrowed.FirstOrDefault(lent => lent.Page == translation.Page);
        if (lent is null) return "what is attached there reaches no memory: its segment is removed, or its owner has no page there";
        return lent.Frame == translation.Frame ? null : $"the owner of what is attached there has frame {lent.Frame}";
    }
}
