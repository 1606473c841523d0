using System.Collections.Immutable;

namespace Xvma;

/// <summary>Changes to an address space's mappings: validated, one at a time, and bracketed when they take something away.</summary>
internal static class SpaceChanges<TSync>
    where TSync : struct, Sync.ISync
{
    /// <summary>
    /// Adds a mapping of zeroed memory (MAP-1 to MAP-4). Unless something is replaced nothing is taken away, so no invalidation; what is
    /// replaced goes in one with the new mapping's coming, so that nobody finds the address empty (MAP-13).
    /// </summary>
    /// <param name="space">Where.</param>
    /// <param name="home">The partition of the task that asks, whose memory it gets (PAR-5).</param>
    /// <param name="length">Bytes.</param>
    /// <param name="pageSize">In pages of this size.</param>
    /// <param name="rights">What may be done with it.</param>
    /// <param name="at">At which address.</param>
    /// <param name="from">Out of which memory.</param>
    public static Result<Window> TryMap(
        AddressSpace<TSync> space, Partition<TSync> home, ulong length, PageSize pageSize, Rights rights, Placement at, MemorySource from)
    {
        if (Refusal(space, length, pageSize, rights) is { } refused) return refused;
        if (!Enum.IsDefined(from)) return Refusals.UnknownSource(from);

        using var turn = space.EnterChanges();
        var now = space.Mappings;
        if (Placing.TryPlace(now, space.Region, length, pageSize, at, out var range) is { IsOk: false } misplaced) return misplaced;
        var kept = now;
        var replaced = ImmutableArray<Mapping<Backing<TSync>>>.Empty;
        if (at.Kind == PlacementKind.Replace && now.TryRemove(range, out kept, out replaced) == MappingRefusal.SplitsPage)
            return Refusals.WouldSplitPage(range);

        var backing = Sync.Seam<TSync>.Share(
            (Source: SourceOf(home, from), Id: space.Parts.NextBacking(), pageSize, Pages: (long)(length >> pageSize.Shift)),
            static made => new OwnMemory<TSync>(made.Source, made.Id, made.pageSize, made.Pages));
        var mapping = new Mapping<Backing<TSync>>(range, pageSize, rights, backing);
        if (kept.TryInsert(mapping, out var next) != MappingRefusal.None) return Refusals.Overlap(range);
        if (LimitRefusal(space, now, next) is { } over) return over;
        if (from == MemorySource.MegaPages && !backing.TryFill())
            return Refusals.NoMegaPages(length >> pageSize.Shift, pageSize, home.MegaPages.Usage);
        if (replaced.IsEmpty) space.Publish(next);
        else Remove(space, range, next, replaced);
        return new Window(range, pageSize);
    }

    /// <summary>Takes away what the range holds: whole mappings and parts (MAP-5). When this returns its memory is given back.</summary>
    public static Result TryUnmap(AddressSpace<TSync> space, AddressRange range)
    {
        if (!space.Region.Contains(range)) return Refusals.OutsideRegion(range, space.Region);
        using var turn = space.EnterChanges();
        return TryUnmapInTurn(space, range);
    }

    /// <summary>The same for a caller that has its turn to change the mappings.</summary>
    public static Result TryUnmapInTurn(AddressSpace<TSync> space, AddressRange range)
    {
        var now = space.Mappings;
        if (now.TryRemove(range, out var next, out var removed) == MappingRefusal.SplitsPage) return Refusals.WouldSplitPage(range);
        if (removed.IsEmpty) return Refusals.NotMapped(range);
        if (LimitRefusal(space, now, next) is { } over) return over;
        Remove(space, range, next, removed);
        return Result.Ok;
    }

    /// <summary>Takes everything away (TRD-3, IVL-10).</summary>
    public static void UnmapAll(AddressSpace<TSync> space)
    {
        using var turn = space.EnterChanges();
        space.Mappings.TryRemove(space.Region, out var next, out var removed);
        if (!removed.IsEmpty) Remove(space, space.Region, next, removed);
    }

    /// <summary>Gives what the range holds other rights (MAP-6).</summary>
    public static Result TryProtect(AddressSpace<TSync> space, AddressRange range, Rights rights)
    {
        if (!rights.IsKnown()) return Refusals.BadRights(rights);
        if (!space.Region.Contains(range)) return Refusals.OutsideRegion(range, space.Region);
        using var turn = space.EnterChanges();
        var now = space.Mappings;
        if (!now.Overlaps(range)) return Refusals.NotMapped(range);
        if (now.TrySetRights(range, rights, out var next, out var changed) == MappingRefusal.SplitsPage) return Refusals.WouldSplitPage(range);
        if (changed.IsEmpty) return Result.Ok;
        if (PermitRefusal(changed, rights) is { } more) return more;
        if (LimitRefusal(space, now, next) is { } over) return over;
        using (Invalidation<TSync>.Begin(space, range)) space.Publish(next);
        return Result.Ok;
    }

    /// <summary>
    /// The bracket encloses the change (IVL-4), so no look-up that leads to a dropin sees the old map; the memory goes after it, when nothing
    /// can reach it (MEM-2).
    /// </summary>
    private static void Remove(
        AddressSpace<TSync> space, AddressRange range, MappingMap<Backing<TSync>> next, ImmutableArray<Mapping<Backing<TSync>>> removed)
    {
        using (Invalidation<TSync>.Begin(space, range)) space.Publish(next);
        foreach (var mapping in removed)
        {
            var shift = mapping.PageSize.Shift;
            mapping.Backing.Release((long)(mapping.BackingOffset >> shift), (long)(mapping.Range.Length >> shift));
        }
    }

    /// <summary>What was attached to be read is never made writable (XPM-4).</summary>
    private static Result? PermitRefusal(ImmutableArray<Mapping<Backing<TSync>>> changed, Rights rights)
    {
        foreach (var mapping in changed)
        {
            if (mapping.Backing is Attachment<TSync> attachment && !attachment.Permit.Rights.Allow(rights))
                return Refusals.MoreThanGiven(rights, attachment.Permit.Rights);
        }

        return null;
    }

    /// <summary>A change that makes a space larger stays within its limits; one that does not is never refused for them (MAP-14).</summary>
    public static Result? LimitRefusal(AddressSpace<TSync> space, MappingMap<Backing<TSync>> now, MappingMap<Backing<TSync>> next)
    {
        var options = space.Parts.Options;
        if (next.Count > options.MappingsPerSpace && next.Count > now.Count) return Refusals.TooManyMappings(options.MappingsPerSpace);
        if (next.MappedBytes > options.BytesPerSpace && next.MappedBytes > now.MappedBytes) return Refusals.OverLimit(options.BytesPerSpace);
        return null;
    }

    private static IFrameSource<TSync> SourceOf(Partition<TSync> home, MemorySource from) =>
        from == MemorySource.MegaPages ? home.MegaPages : home.Frames;

    private static Result? Refusal(AddressSpace<TSync> space, ulong length, PageSize pageSize, Rights rights)
    {
        if (!rights.IsKnown()) return Refusals.BadRights(rights);
        return LengthRefusal(space, length, pageSize);
    }

    /// <summary>Why no mapping can have this length in pages of this size, or null.</summary>
    public static Result? LengthRefusal(AddressSpace<TSync> space, ulong length, PageSize pageSize)
    {
        if (!space.Parts.Options.PageSizes.Contains(pageSize)) return Refusals.UnknownPageSize(pageSize);
        if (length == 0) return Refusals.ZeroLength();
        if (length > space.Region.Length) return Refusals.TooLong(length);
        if (!pageSize.IsAligned(length)) return Refusals.Unaligned(pageSize);
        return null;
    }
}
