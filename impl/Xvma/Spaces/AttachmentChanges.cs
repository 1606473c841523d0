using Xvma.Sync;

namespace Xvma;

/// <summary>Changes to an address space that put attachments there or take them away: as mappings, since that is what they are (XPM-3, XPM-5).</summary>
internal static class AttachmentChanges<TSync>
    where TSync : struct, ISync
{
    /// <summary>Maps a part of a segment, page for page. Nothing is taken away, so no invalidation.</summary>
    /// <param name="space">The holder's own space, or that of its group.</param>
    /// <param name="permit">The right to.</param>
    /// <param name="offset">Where in the segment the part begins.</param>
    /// <param name="length">Bytes of it.</param>
    /// <param name="pageSize">Pages of the owner's of this size are shown; others are as not mapped.</param>
    /// <param name="rights">To read or to read and write.</param>
    /// <param name="at">Where; null lets the library choose.</param>
    public static Result<Window> TryAttach(
        AddressSpace<TSync> space, Permit<TSync> permit, ulong offset, ulong length, PageSize pageSize, Rights rights, ExtendedAddress? at)
    {
        if (rights == Rights.None || !rights.IsKnown()) return Refusals.BadRights(rights);
        if (!permit.Rights.Allow(rights)) return Refusals.MoreThanGiven(rights, permit.Rights);
        if (SpaceChanges<TSync>.LengthRefusal(space, length, pageSize) is { } refused) return refused;
        if (Part(permit.Segment, offset, length) is not { } shown) return Refusals.OutsideSegment(offset, length, permit.Segment.Range);
        if (!pageSize.IsAligned(shown.Start)) return Refusals.Unaligned(pageSize);

        using var turn = space.EnterChanges();
        var now = space.Mappings;
        if (Placing.TryPlace(now, space.Region, length, pageSize, at, out var range) is { IsOk: false } misplaced) return misplaced;
        var attachment = Seam<TSync>.Share(
            (Id: space.Parts.NextBacking(), permit, space, range, pageSize, shown),
            static made => new Attachment<TSync>(made.Id, made.permit, made.space, made.range, made.pageSize, made.shown));
        var mapping = new Mapping<Backing<TSync>>(range, pageSize, rights, attachment, backingOffset: shown.Start.Value);
        if (now.TryInsert(mapping, out var next) != MappingRefusal.None) return Refusals.Overlap(range);
        if (SpaceChanges<TSync>.LimitRefusal(space, now, next) is { } over) return over;
        var published = permit.Segment.TryPublish(attachment, next);
        return published.IsOk ? new Window(range, pageSize) : published;
    }

    /// <summary>Takes away the attachments that the range holds, and nothing else may be in it (XPM-5).</summary>
    public static Result TryDetach(AddressSpace<TSync> space, AddressRange range)
    {
        if (!space.Region.Contains(range)) return Refusals.OutsideRegion(range, space.Region);
        using var turn = space.EnterChanges();
        foreach (var mapping in space.Mappings.Overlapping(range))
        {
            if (mapping.Backing is not Attachment<TSync>) return Refusals.NotAttached(range);
        }

        return SpaceChanges<TSync>.TryUnmapInTurn(space, range);
    }

    /// <summary>Takes away all that is attached in a space with a permit, piece by piece: between them others' mappings may lie.</summary>
    public static void DetachAll(AddressSpace<TSync> space, Permit<TSync> permit)
    {
        foreach (var attachment in permit.Segment.Attachments)
        {
            if (!ReferenceEquals(attachment.Permit, permit) || !ReferenceEquals(attachment.Space, space)) continue;
            while (TryDetachPiece(attachment))
            {
            }
        }
    }

    private static bool TryDetachPiece(Attachment<TSync> attachment)
    {
        using var turn = attachment.Space.EnterChanges();
        return attachment.FirstPiece() is { } piece && SpaceChanges<TSync>.TryUnmapInTurn(attachment.Space, piece.Range).IsOk;
    }

    private static AddressRange? Part(Segment<TSync> segment, ulong offset, ulong length) =>
        offset < segment.Range.Length && length <= segment.Range.Length - offset ? new(segment.Range.Start + offset, length) : null;
}
