using Xvma.Sync;

namespace Xvma;

/// <content>XPMEM: what the task exports, and what it may attach of others' (chapter 14).</content>
internal sealed partial class TaskOf<TSync>
{
    private readonly Registry<TSync, Permit<TSync>> permits;

    /// <summary>For a snapshot.</summary>
    public IEnumerable<Permit<TSync>> Permits => permits.Entries.Values;

    public override Result<SegmentId> TryMakeSegment(AddressRange range, Rights rights = Rights.ReadWrite)
    {
        using var turn = gate.Enter();
        if (IsGone) return Refusals.TaskGone(Id);
        if (rights == Rights.None || !rights.IsKnown()) return Refusals.BadRights(rights);
        if (range.IsEmpty) return Refusals.ZeroLength();
        var smallest = new PageSize(PageSize.MinShift);
        if (!smallest.IsAligned(range)) return Refusals.Unaligned(smallest);
        if (!own.Region.Contains(range)) return Refusals.OutsideRegion(range, own.Region);
        var segment = Seam<TSync>.Share(
            (Id: new SegmentId(parts.NextSegment()), Task: this, Uid, range, rights),
            static made => new Segment<TSync>(made.Id, made.Task.home, made.Task.Id, made.Uid, made.Task.own, made.range, made.rights));
        own.Exports.Add(segment.Id.Value, segment);
        parts.Segments.Add(segment.Id.Value, segment);
        return segment.Id;
    }

    public override Result TryRemoveSegment(SegmentId id)
    {
        using var turn = gate.Enter();
        if (IsGone) return Refusals.TaskGone(Id);
        return own.Exports.Find(id.Value) is { } segment && Remove(segment) ? Result.Ok : Refusals.NotTheOwner(id);
    }

    public override Result<PermitId> TryGet(SegmentId id, Rights rights = Rights.ReadWrite)
    {
        using var turn = gate.Enter();
        if (IsGone) return Refusals.TaskGone(Id);
        if (rights == Rights.None || !rights.IsKnown()) return Refusals.BadRights(rights);

        // Under the gate the uid cannot change between the check and the permit (XPM-7).
        return parts.Segments.Find(id.Value) is { } segment ? segment.TryGive(Id, Uid, rights, parts, permits) : Refusals.NoSuchSegment(id);
    }

    public override Result TryRelease(PermitId id)
    {
        using var turn = gate.Enter();
        if (IsGone) return Refusals.TaskGone(Id);
        if (permits.Find(id.Value) is not { } permit) return Refusals.NoSuchPermit(id);

        // Only its holder attaches with it, under the gate: what is not in use now stays so. When its segment is lost, another may release it.
        if (permit.IsInUse()) return Refusals.StillAttached(id);
        return permits.TryRemove(id.Value) ? Result.Ok : Refusals.NoSuchPermit(id);
    }

    public override Result<Window> TryAttachPrivate(
        PermitId permit, ulong offset, ulong length, PageSize pageSize, Rights? rights = null, ExtendedAddress? at = null) =>
        TryAttach(AddressKind.Private, permit, offset, length, pageSize, rights, at);

    public override Result<Window> TryAttachShared(
        PermitId permit, ulong offset, ulong length, PageSize pageSize, Rights? rights = null, ExtendedAddress? at = null) =>
        TryAttach(AddressKind.Shared, permit, offset, length, pageSize, rights, at);

    public override Result TryDetach(AddressRange range)
    {
        using var turn = gate.Enter();
        return TryFindSpace(range, out var space) is { IsOk: false } refused ? refused : AttachmentChanges<TSync>.TryDetach(space!, range);
    }

    private Result<Window> TryAttach(
        AddressKind kind, PermitId id, ulong offset, ulong length, PageSize pageSize, Rights? rights, ExtendedAddress? at)
    {
        using var turn = gate.Enter();
        if (IsGone) return Refusals.TaskGone(Id);
        if (permits.Find(id.Value) is not { } permit) return Refusals.NoSuchPermit(id);
        if (!permit.Segment.IsLive) return Refusals.NoSuchSegment(permit.Segment.Id);
        var space = kind == AddressKind.Private ? own : group.Load()?.Space;
        if (space is null) return Refusals.NotAMember();
        return AttachmentChanges<TSync>.TryAttach(space, permit, offset, length, pageSize, rights ?? permit.Rights, at);
    }

    /// <summary>Known by its id until nothing reaches it any more, and to the space's invalidations as well.</summary>
    private bool Remove(Segment<TSync> segment)
    {
        if (!segment.TryRemove()) return false;
        parts.Segments.TryRemove(segment.Id.Value);
        own.Exports.TryRemove(segment.Id.Value);
        return true;
    }

    private void RemoveSegments()
    {
        foreach (var segment in own.Exports.Entries.Values) Remove(segment);
    }

    /// <summary>Another's partition has failed, and the segments of its tasks are removed (PAR-3).</summary>
    public void ReleaseLostPermits()
    {
        foreach (var permit in Permits) permit.ReleaseIfLost();
    }

    private void DetachFrom(AddressSpace<TSync> space)
    {
        foreach (var permit in Permits) AttachmentChanges<TSync>.DetachAll(space, permit);
    }

    /// <summary>After all that was attached with them is gone (XPM-5).</summary>
    private void ReleasePermits()
    {
        foreach (var permit in Permits) permits.TryRemove(permit.Id.Value);
    }
}
