using System.Collections.Immutable;

namespace Xvma;

/// <summary>Operations on the memory behind mappings; the map itself stays as it is.</summary>
internal static class SpaceContents<TSync>
    where TSync : struct, Sync.ISync
{
    /// <summary>Gives every page that the range touches its memory now (MEM-9). Nothing is taken away, so no invalidation.</summary>
    public static Result TryPopulate(AddressSpace<TSync> space, AddressRange range)
    {
        if (!space.Region.Contains(range)) return Refusals.OutsideRegion(range, space.Region);
        using var turn = space.EnterChanges();
        var touched = space.Mappings.Overlapping(range);
        if (touched.IsEmpty) return Refusals.NotMapped(range);

        // All of it first, then each to its page: a refusal has given nothing to anybody.
        var reserved = new List<(OwnMemory<TSync> Backing, long Page, Frame<TSync> Frame)>();
        var isEnough = true;
        foreach (var mapping in touched) isEnough = isEnough && TryReserve(mapping, range, reserved);
        foreach (var (backing, page, frame) in reserved)
        {
            // A fault may have been there first.
            if (!isEnough || !backing.TryGive(page, frame)) frame.Unreference();
        }

        return isEnough ? Result.Ok : Refusals.NoMemory(range);
    }

    /// <summary>
    /// Drops the contents of what the range holds (MEM-10). The memory goes as an unmap's does: taken out of the pages inside the bracket,
    /// given back after it.
    /// </summary>
    public static Result TryAdviseFree(AddressSpace<TSync> space, AddressRange range)
    {
        if (!space.Region.Contains(range)) return Refusals.OutsideRegion(range, space.Region);
        using var turn = space.EnterChanges();
        if (space.Mappings.TryRemove(range, out _, out var pieces) == MappingRefusal.SplitsPage) return Refusals.WouldSplitPage(range);
        if (pieces.IsEmpty) return Refusals.NotMapped(range);
        if (pieces.Any(piece => piece.Backing is not OwnMemory<TSync>)) return Refusals.Attached(range);
        var dropped = new List<Frame<TSync>>();
        using (Invalidation<TSync>.Begin(space, range)) TakeOut(pieces, dropped);
        foreach (var frame in dropped) frame.Unreference();
        return Result.Ok;
    }

    // No page may have memory again before every page has lost it: the contents go at one instant.
    private static void TakeOut(ImmutableArray<Mapping<Backing<TSync>>> pieces, List<Frame<TSync>> dropped)
    {
        foreach (var piece in pieces) OwnOf(piece).TakeOut(FirstPage(piece), Pages(piece), (_, frame) => dropped.Add(frame));
        foreach (var piece in pieces) OwnOf(piece).Reopen(FirstPage(piece), Pages(piece));
    }

    private static bool TryReserve(
        Mapping<Backing<TSync>> mapping, AddressRange range, List<(OwnMemory<TSync> Backing, long Page, Frame<TSync> Frame)> reserved)
    {
        // What is attached has its owner's memory, which is the owner's to ask for.
        if (mapping.Backing is not OwnMemory<TSync> own) return true;
        mapping.Range.TryIntersect(range, out var common);
        var shift = mapping.PageSize.Shift;
        var first = (long)(mapping.OffsetOf(common.Start) >> shift);
        var last = (long)(mapping.OffsetOf(common.Last) >> shift);
        for (var page = first; page <= last; page++)
        {
            if (own.Find(page) is not null) continue;
            if (own.TryReserve() is not { } frame) return false;
            reserved.Add((own, page, frame));
        }

        return true;
    }

    private static OwnMemory<TSync> OwnOf(Mapping<Backing<TSync>> piece) => (OwnMemory<TSync>)piece.Backing;

    private static long FirstPage(Mapping<Backing<TSync>> piece) => (long)(piece.BackingOffset >> piece.PageSize.Shift);

    private static long Pages(Mapping<Backing<TSync>> piece) => (long)(piece.Range.Length >> piece.PageSize.Shift);
}
