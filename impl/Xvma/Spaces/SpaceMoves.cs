namespace Xvma;

/// <summary>Taking mappings, with their memory, to other addresses of their space (MAP-15).</summary>
internal static class SpaceMoves<TSync>
    where TSync : struct, Sync.ISync
{
    /// <summary>
    /// Moves what the range holds. One change of the map, inside the bracket of the old place: before it nothing is at the new one, and
    /// after it nobody translates the old one any more.
    /// </summary>
    public static Result<Window> TryMove(AddressSpace<TSync> space, AddressRange range, Placement to)
    {
        if (!space.Region.Contains(range)) return Refusals.OutsideRegion(range, space.Region);
        using var turn = space.EnterChanges();
        var now = space.Mappings;
        var isCut = now.TryRemove(range, out var without, out var pieces) == MappingRefusal.SplitsPage;
        if (!isCut && pieces.IsEmpty) return Refusals.NotMapped(range);
        if (isCut) return Refusals.WouldSplitPage(range);
        if (pieces.Any(piece => piece.Backing is not OwnMemory<TSync>)) return Refusals.Attached(range);

        var largest = pieces.Max(piece => piece.PageSize);
        if (!largest.IsAligned(range.Start)) return Refusals.MoveUnaligned(largest);
        if (Placing.TryPlace(now, space.Region, range.Length, largest, to, out var target) is { IsOk: false } misplaced) return misplaced;

        // Also where the two overlap, and where both have gaps: a place to move to is a free one.
        if (now.Overlaps(target)) return Refusals.Overlap(target);
        var moved = pieces.Select(piece => Moved(space, piece, target.Start + (piece.Range.Start - range.Start))).ToArray();
        var next = moved.Aggregate(without, static (map, mapping) =>
        {
            map.TryInsert(mapping, out var after);
            return after;
        });
        if (SpaceChanges<TSync>.LimitRefusal(space, now, next) is { } over) return over;
        using (Invalidation<TSync>.Begin(space, range))
        {
            for (var i = 0; i < moved.Length; i++) TakeAlong(pieces[i], (OwnMemory<TSync>)moved[i].Backing);
            space.Publish(next);
        }

        return new Window(target, largest);
    }

    // A backing of its own, so that the old one can say of its pages, to a fault that is still at them, that they are gone.
    private static Mapping<Backing<TSync>> Moved(AddressSpace<TSync> space, Mapping<Backing<TSync>> piece, ExtendedAddress start)
    {
        var pages = (long)(piece.Range.Length >> piece.PageSize.Shift);
        var backing = Sync.Seam<TSync>.Share(
            ((OwnMemory<TSync>)piece.Backing, Id: space.Parts.NextBacking(), pages), static made => made.Item1.Another(made.Id, made.pages));
        return new(new(start, piece.Range.Length), piece.PageSize, piece.Rights, backing);
    }

    private static void TakeAlong(Mapping<Backing<TSync>> piece, OwnMemory<TSync> backing)
    {
        var first = (long)(piece.BackingOffset >> piece.PageSize.Shift);
        var frames = new List<(long Page, Frame<TSync> Frame)>();
        ((OwnMemory<TSync>)piece.Backing).TakeOut(first, (long)(piece.Range.Length >> piece.PageSize.Shift), (page, frame) => frames.Add((page - first, frame)));
        foreach (var (page, frame) in frames) backing.TryGive(page, frame);
    }
}
