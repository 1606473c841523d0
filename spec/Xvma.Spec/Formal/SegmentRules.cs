using Tenet;
using static Tenet.Logic;

namespace Xvma.Spec.Formal;

/// <summary>Chapter 14: XPMEM.</summary>
internal sealed class SegmentRules(XvmaVocabulary s) : Rules
{
    [Clause("XPM-1")]
    public Draft Make { get; } = Action((Task t, Segment e) =>
        Refuse(Error.TaskGone, s.Life[t] != TaskLife.Alive)
        .When(s.OwnerOf[e] == t && s.Segments[e] == SegmentLife.Unmade)
        .Set(s.Segments[e], SegmentLife.Live));

    [Clause("XPM-2", "XPM-4", "XPM-7")]
    public Draft Get { get; } = Action((Task t, Permit k) =>
        Refuse(Error.TaskGone, s.Life[t] != TaskLife.Alive)
        .Refuse(Error.NoSuchSegment, s.Segments[s.SegmentOf[k]] != SegmentLife.Live)
        .Refuse(Error.NotPermitted, s.UidOf[t] != s.UidOf[s.OwnerOf[s.SegmentOf[k]]] || (s.PermitWrite[k] && !s.SegmentWrite[s.SegmentOf[k]]))
        .When(s.HolderOf[k] == t && s.Permits[k] == PermitLife.Unmade)
        .Set(s.Permits[k], PermitLife.Held));

    [Clause("XPM-3", "XPM-4", "XPM-7")]
    public Draft AttachSegment { get; } = Action((Task t, Permit k, Xmm x, Page q, Page p, bool write) =>
        Refuse(Error.TaskGone, s.Life[t] != TaskLife.Alive)
        .Refuse(Error.NoSuchPermit, s.Permits[k] != PermitLife.Held || s.HolderOf[k] != t)
        .Refuse(Error.NoSuchSegment, s.Segments[s.SegmentOf[k]] != SegmentLife.Live)
        .Refuse(Error.NotAMember, s.Shared[x] && !s.Member[t, x])
        .Refuse(Error.NotPermitted, write && !s.PermitWrite[k])
        .Refuse(Error.OutsideRegion, s.HighPage[q] != s.Shared[x] || !s.Covers[s.Exports[s.SegmentOf[k]], p])
        .Refuse(Error.Overlap, Any((Page o) => (s.Mapped[x, o] || s.Promised[x, o]) && s.Meets[q, o]))
        .When(s.Entitled[t, x] && s.SizeOf[p] == s.SizeOf[q])
        .Set(s.Mapped[x, q], true)
        .Set(s.Attached[x, q], true)
        .Set(s.Readable[x, q], true)
        .Set(s.Writable[x, q], write)
        .Set(s.Shows[x, q, k, p], true));

    [Clause("XPM-8", "MEM-3"), Fair]
    [Means("a fault on an attachment takes the frame that the owner's page has; one that a recall has overtaken takes none")]
    public Draft Borrow { get; } = Action((Slot i, Chiplet c, Xmm x, Page q, Permit k, Page p, Frame f) =>
        When(s.Look[i] == LookUp.Seen && s.SeenPage[i, q] && s.Asks[i, c, x] && s.Mapped[x, q] && s.Shows[x, q, k, p])
        .When(s.Segments[s.SegmentOf[k]] != SegmentLife.Removed && !s.Overtaken[i])
        .When(s.Backed[s.Own[s.OwnerOf[s.SegmentOf[k]]], p, f] && !s.Attached[s.Own[s.OwnerOf[s.SegmentOf[k]]], p])
        .When(!Any((Frame g) => s.Backed[x, q, g]))
        .When(s.Readable[s.Own[s.OwnerOf[s.SegmentOf[k]]], p])
        .Set(s.Backed[x, q, f], true));

    [Clause("XPM-8", "MEM-3")]
    [Means("the owner's page has had no frame until now")]
    public Draft AllocateForOwner { get; } = Action((Slot i, Segment e, Page p, Frame f) =>
        When(s.Look[i].IsIn(LookUp.Calm, LookUp.Seen) && s.Segments[e] != SegmentLife.Unmade && s.Covers[s.Exports[e], p])
        .When(s.Mapped[s.Own[s.OwnerOf[e]], p] && !s.Attached[s.Own[s.OwnerOf[e]], p])
        .When(!Any((Frame g) => s.Backed[s.Own[s.OwnerOf[e]], p, g]))
        .When(!s.Live[f] && s.FrameSize[f] == s.SizeOf[p])
        .Set(s.Live[f], true)
        .Set(s.Backed[s.Own[s.OwnerOf[e]], p, f], true)
        .Set(s.Contents[f], s.Zero.Value));

    [Clause("XPM-8", "MEM-4")]
    [Means("the owner's mapping is gone since the look-up saw it, and its memory not given back yet")]
    public Draft AllocateForOwnerTooLate { get; } = Action((Slot i, Segment e, Page p, Frame f, Invalidation n) =>
        When(s.Look[i].IsIn(LookUp.Calm, LookUp.Seen) && s.Overtaken[i] && s.Segments[e] != SegmentLife.Unmade && s.Covers[s.Exports[e], p])
        .When(s.SpaceOf[n] == s.Own[s.OwnerOf[e]] && s.PurposeOf[n] == Purpose.Unmap && s.PhaseOf[n].IsIn(Phase.Changed, Phase.Ended) && s.Touches[s.RangeOf[n], p])
        .When(!s.Live[f] && s.FrameSize[f] == s.SizeOf[p])
        .Set(s.Live[f], true)
        .Set(s.Condemned[n, f], true)
        .ForEach((Slot j) => Set(s.MayFind[j, f], s.Overtaken[j] && s.SeenPage[j, p] && Any((Chiplet c) => s.Asks[j, c, s.SpaceOf[n]])))
        .Set(s.Contents[f], s.Zero.Value));

    [Clause("XPM-5")]
    public Draft ReleasePermit { get; } = Action((Task t, Permit k) =>
        Refuse(Error.NoSuchPermit, s.Permits[k] != PermitLife.Held || s.HolderOf[k] != t)
        .Refuse(Error.StillAttached, Any((Xmm x, Page q, Page p) => s.Shows[x, q, k, p]))
        .Set(s.Permits[k], PermitLife.Released));

    [Clause("XPM-6")]
    public Draft Remove { get; } = Action((Task t, Segment e) =>
        Refuse(Error.NoSuchSegment, s.Segments[e] != SegmentLife.Live || s.OwnerOf[e] != t)
        .Set(s.Segments[e], SegmentLife.Removing));

    [Clause("XPM-6", "XPM-8"), Fair]
    [Means("when no attachment holds its memory any more")]
    public Draft RemoveDone { get; } = Action((Segment e) =>
        When(s.Segments[e] == SegmentLife.Removing)
        .When(All((Xmm x, Page q, Permit k, Page p, Frame f) => (s.Shows[x, q, k, p] && s.SegmentOf[k] == e).Implies(!s.Backed[x, q, f])))
        .Set(s.Segments[e], SegmentLife.Removed));

    [Clause("XPM-7", "INV-5")]
    [Means("as long as it can be used: nothing is reached with a permit for a segment that was removed")]
    public Draft PermitsAreAmongOneUid { get; } = Always((Permit k) =>
        (s.Permits[k] == PermitLife.Held && s.Segments[s.SegmentOf[k]] != SegmentLife.Removed)
            .Implies(s.UidOf[s.HolderOf[k]] == s.UidOf[s.OwnerOf[s.SegmentOf[k]]]));

    [Clause("XPM-4", "INV-10")]
    public Draft PermitsWithinSegments { get; } = Always((Permit k) =>
        (s.Permits[k] == PermitLife.Held && s.PermitWrite[k]).Implies(s.SegmentWrite[s.SegmentOf[k]]));

    [Clause("XPM-4", "INV-10")]
    public Draft AttachmentsWithinPermits { get; } = Always((Xmm x, Page q, Permit k, Page p) =>
        (s.Shows[x, q, k, p] && s.Writable[x, q]).Implies(s.PermitWrite[k]));

    [Clause("XPM-8", "INV-6")]
    public Draft BorrowedMemoryIsTheOwners { get; } = Always((Xmm x, Page q, Permit k, Page p, Frame f) =>
        (s.Shows[x, q, k, p] && s.Backed[x, q, f]).Implies(
            s.Backed[s.Own[s.OwnerOf[s.SegmentOf[k]]], p, f] && !s.Attached[s.Own[s.OwnerOf[s.SegmentOf[k]]], p]));

    [Clause("XPM-6", "INV-4")]
    [Means("bus error after: what is removed reaches nothing")]
    public Draft RemovedReachesNothing { get; } = Always((Xmm x, Page q, Permit k, Page p, Frame f) =>
        (s.Shows[x, q, k, p] && s.Segments[s.SegmentOf[k]] == SegmentLife.Removed).Implies(!s.Backed[x, q, f]));

    [Clause("XPM-5")]
    public Draft AttachmentsHavePermits { get; } = Always((Xmm x, Page q, Permit k, Page p) =>
        s.Shows[x, q, k, p].Implies(s.Permits[k] == PermitLife.Held));

    [Clause("XPM-3"), Supporting]
    public Draft ShownPagesAreAttached { get; } = Always((Xmm x, Page q, Permit k, Page p) =>
        s.Shows[x, q, k, p].Implies(s.Attached[x, q] && s.Mapped[x, q] && s.SizeOf[q] == s.SizeOf[p]));

    [Clause("XPM-3")]
    public Draft AttachedPagesAreMapped { get; } = Always((Xmm x, Page q) => s.Attached[x, q].Implies(s.Mapped[x, q]));

    [Clause("XPM-2"), Supporting]
    public Draft PermitsHaveHolders { get; } = Always((Permit k) =>
        (s.Permits[k] == PermitLife.Held).Implies(s.Life[s.HolderOf[k]] != TaskLife.Unborn && s.Segments[s.SegmentOf[k]] != SegmentLife.Unmade));

    [Clause("XPM-1"), Supporting]
    public Draft SegmentsHaveOwners { get; } = Always((Segment e) =>
        (s.Segments[e] != SegmentLife.Unmade).Implies(s.Life[s.OwnerOf[e]] != TaskLife.Unborn));

    [Clause("XPM-3"), Supporting]
    public Draft OnePageShown { get; } = Always((Xmm x, Page q, Permit k, Page p, Permit l, Page r) =>
        (s.Shows[x, q, k, p] && s.Shows[x, q, l, r]).Implies(k == l && p == r));

    [Clause("XPM-1", "INV-9")]
    public Draft SegmentIdsAreNeverReused { get; } = EveryStep((Segment e, Permit k) =>
        (s.Segments[e] == SegmentLife.Removed).Implies(Next(s.Segments[e]) == SegmentLife.Removed)
        && (s.Permits[k] == PermitLife.Released).Implies(Next(s.Permits[k]) == PermitLife.Released));

    [Clause("XPM-8")]
    public Draft MemoryIsBorrowed { get; } = Sometimes((Xmm x, Page q, Frame f) => s.Attached[x, q] && s.Backed[x, q, f]);

    [Clause("XPM-6")]
    public Draft ARemovedSegmentIsStillAttached { get; } = Sometimes((Xmm x, Page q, Permit k, Page p) =>
        s.Shows[x, q, k, p] && s.Segments[s.SegmentOf[k]] == SegmentLife.Removed);
}
