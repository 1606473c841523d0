using Tenet;
using static Tenet.Logic;

namespace Xvma.Spec.Formal;

/// <summary>Chapter 11: start, a purge of each chiplet, the change, the end, and what is given back after it.</summary>
internal sealed class InvalidationRules(XvmaVocabulary s) : Rules
{
    [Clause("MAP-5", "SHM-3", "MAP-7", "MAP-8", "IVL-1")]
    public Draft Unmap { get; } = Action((Task t, Invalidation n) =>
        Refuse(Error.TaskGone, s.Life[t] != TaskLife.Alive)
        .Refuse(Error.NotAMember, s.Shared[s.SpaceOf[n]] && !s.Member[t, s.SpaceOf[n]])
        .Refuse(Error.Unaligned, Any((Page p) => s.Mapped[s.SpaceOf[n], p] && s.Touches[s.RangeOf[n], p] && !s.Covers[s.RangeOf[n], p]))
        .Refuse(Error.NotMapped, !Any((Page p) => s.Mapped[s.SpaceOf[n], p] && s.Touches[s.RangeOf[n], p]))
        .When(s.Entitled[t, s.SpaceOf[n]] && s.PhaseOf[n] == Phase.Idle)
        .Set(s.PhaseOf[n], Phase.Started)
        .Set(s.PurposeOf[n], Purpose.Unmap));

    [Clause("MAP-6", "SHM-3", "MAP-7", "MAP-8", "XPM-4", "IVL-1", "IVL-10")]
    public Draft Protect { get; } = Action((Task t, Invalidation n, bool write) =>
        Refuse(Error.TaskGone, s.Life[t] != TaskLife.Alive)
        .Refuse(Error.NotAMember, s.Shared[s.SpaceOf[n]] && !s.Member[t, s.SpaceOf[n]])
        .Refuse(Error.NotMapped, !Any((Page p) => s.Mapped[s.SpaceOf[n], p] && s.Touches[s.RangeOf[n], p]))
        .Refuse(Error.Unaligned, Any((Page p) => s.Mapped[s.SpaceOf[n], p] && s.Touches[s.RangeOf[n], p] && !s.Covers[s.RangeOf[n], p]))
        .Refuse(Error.NotPermitted, write && Any((Page q, Permit k, Page p) => s.Shows[s.SpaceOf[n], q, k, p] && s.Touches[s.RangeOf[n], q] && !s.PermitWrite[k]))
        .When(s.Entitled[t, s.SpaceOf[n]] && s.PhaseOf[n] == Phase.Idle)
        .Set(s.PhaseOf[n], Phase.Started)
        .Set(s.PurposeOf[n], Purpose.Protect));

    [Clause("TRD-3", "GRP-6", "IVL-10"), Fair]
    [Means("the last member has left")]
    public Draft EmptyGroup { get; } = Action((Invalidation n) =>
        When(s.Shared[s.SpaceOf[n]] && s.Stage[s.SpaceOf[n]] == GroupStage.Ended && s.RangeOf[n] == s.Everything.Value)
        .When(s.PhaseOf[n] == Phase.Idle && Any((Page p) => s.Mapped[s.SpaceOf[n], p]))
        .Set(s.PhaseOf[n], Phase.Started)
        .Set(s.PurposeOf[n], Purpose.Unmap));

    [Clause("TSK-6", "IVL-10")]
    public Draft EmptyOnExec { get; } = Action((Task t, Invalidation n) =>
        When(s.SpaceOf[n] == s.Own[t] && s.RangeOf[n] == s.Everything.Value && s.Life[t] == TaskLife.Alive)
        .When(s.PhaseOf[n] == Phase.Idle && Any((Page p) => s.Mapped[s.Own[t], p]))
        .Set(s.PhaseOf[n], Phase.Started)
        .Set(s.PurposeOf[n], Purpose.Unmap));

    [Clause("TRD-4", "IVL-10"), Fair]
    public Draft EmptyOnExit { get; } = Action((Task t, Invalidation n) =>
        When(s.SpaceOf[n] == s.Own[t] && s.RangeOf[n] == s.Everything.Value && s.Closed[t])
        .When(s.PhaseOf[n] == Phase.Idle && Any((Page p) => s.Mapped[s.Own[t], p]))
        .Set(s.PhaseOf[n], Phase.Started)
        .Set(s.PurposeOf[n], Purpose.Unmap));

    [Clause("XPM-5", "TRD-4", "IVL-10"), Fair]
    [Means("what a member attached to the shared space goes with it, or when it says so")]
    public Draft DetachSegment { get; } = Action((Task t, Invalidation n) =>
        When(s.PhaseOf[n] == Phase.Idle && s.Life[t].IsIn(TaskLife.Alive, TaskLife.Exiting) && s.Entitled[t, s.SpaceOf[n]])
        .When(Any((Page q, Permit k, Page p) => s.Shows[s.SpaceOf[n], q, k, p] && s.HolderOf[k] == t && s.Covers[s.RangeOf[n], q]))
        .When(All((Page q) => (s.Mapped[s.SpaceOf[n], q] && s.Touches[s.RangeOf[n], q]).Implies(s.Covers[s.RangeOf[n], q] && s.Attached[s.SpaceOf[n], q])))
        .When(All((Page q, Permit k, Page p) => (s.Shows[s.SpaceOf[n], q, k, p] && s.Touches[s.RangeOf[n], q]).Implies(s.HolderOf[k] == t)))
        .Set(s.PhaseOf[n], Phase.Started)
        .Set(s.PurposeOf[n], Purpose.Unmap));

    [Clause("XPM-8", "IVL-10"), Fair]
    [Means("borrowed memory goes back before its owner's mapping changes; there may be none, or the attachment is gone already")]
    public Draft Recall { get; } = Action((Invalidation n, Segment e) =>
        When(s.PhaseOf[n] == Phase.Idle)
        .When(s.Segments[e] == SegmentLife.Removing || (s.Segments[e] == SegmentLife.Live && s.RangeActive[s.Own[s.OwnerOf[e]]]))
        .Set(s.PhaseOf[n], Phase.Started)
        .Set(s.PurposeOf[n], Purpose.Recall));

    [Clause("IVL-2", "IVL-6", "FLT-10"), Fair]
    [Means("one step of the chiplet: the entries go, the faults are overtaken")]
    public Draft Purge { get; } = Action((Invalidation n, Chiplet c) =>
        When(s.PhaseOf[n] == Phase.Started && !s.Purged[n, c] && s.Known[c, s.SpaceOf[n]])
        .Set(s.Purged[n, c], true)
        .ForEach((Asid a, Page p, Frame f) =>
            Set(s.Tlb[c, a, p, f], s.Tlb[c, a, p, f] && !(s.Tag[c, s.SpaceOf[n], a] && s.Touches[s.RangeOf[n], p])))
        .ForEach((Asid a, Page p, Frame f) =>
            Set(s.TlbWrite[c, a, p, f], s.TlbWrite[c, a, p, f] && !(s.Tag[c, s.SpaceOf[n], a] && s.Touches[s.RangeOf[n], p])))
        .ForEach((Slot i) =>
            Set(s.Overtaken[i], s.Overtaken[i] || (s.Loaded[s.TaskOf[i], c] && s.View[s.TaskOf[i], s.SpaceOf[n]] && s.Look[i] != LookUp.Rest))));

    [Clause("IVL-7"), Fair]
    [Means("no context loaded there translates the space")]
    public Draft Forget { get; } = Action((Invalidation n, Chiplet c) =>
        When(s.PhaseOf[n] == Phase.Started && !s.Purged[n, c] && !s.Known[c, s.SpaceOf[n]])
        .Set(s.Purged[n, c], true)
        .ForEach((Asid a) => Set(s.Tag[c, s.SpaceOf[n], a], false)));

    [Clause("IVL-3", "IVL-4", "MAP-5", "TRD-1"), Fair]
    [Means("when no instruction holds a translation of the range")]
    public Draft ChangeMappings { get; } = Action((Invalidation n) =>
        When(s.PhaseOf[n] == Phase.Started && s.PurposeOf[n] == Purpose.Unmap && All((Chiplet c) => s.Purged[n, c]))
        .When(All((Slot i, Page p, Frame f) => s.Uses[i, s.SpaceOf[n], p, f].Implies(!s.Touches[s.RangeOf[n], p])))
        .When(All((Slot i, Chiplet c, Asid a) => s.Latch[i, c, s.SpaceOf[n], a].Implies(s.Tag[c, s.SpaceOf[n], a])))
        .When(All((Page p, Frame f, Xmm y, Page q) => (s.Backed[s.SpaceOf[n], p, f] && s.Touches[s.RangeOf[n], p] && !s.Attached[s.SpaceOf[n], p])
            .Implies(!s.Backed[y, q, f] || !s.Attached[y, q])))
        .Set(s.PhaseOf[n], Phase.Changed)
        .ForEach((Page p) => Set(s.Mapped[s.SpaceOf[n], p], s.Mapped[s.SpaceOf[n], p] && !s.Touches[s.RangeOf[n], p]))
        .ForEach((Page p) => Set(s.Readable[s.SpaceOf[n], p], s.Readable[s.SpaceOf[n], p] && !s.Touches[s.RangeOf[n], p]))
        .ForEach((Page p) => Set(s.Writable[s.SpaceOf[n], p], s.Writable[s.SpaceOf[n], p] && !s.Touches[s.RangeOf[n], p]))
        .ForEach((Frame f) => Set(s.Condemned[n, f], s.Condemned[n, f]
            || Any((Page p) => s.Backed[s.SpaceOf[n], p, f] && s.Touches[s.RangeOf[n], p] && !s.Attached[s.SpaceOf[n], p])))
        .ForEach((Slot i, Frame f) => Set(s.MayFind[i, f], s.MayFind[i, f] || Any((Chiplet c, Page p) =>
            s.Asks[i, c, s.SpaceOf[n]] && s.SeenPage[i, p] && s.Backed[s.SpaceOf[n], p, f] && s.Touches[s.RangeOf[n], p])))
        .ForEach((Page p, Frame f) => Set(s.Backed[s.SpaceOf[n], p, f], s.Backed[s.SpaceOf[n], p, f] && !s.Touches[s.RangeOf[n], p]))
        .ForEach((Page p) => Set(s.Attached[s.SpaceOf[n], p], s.Attached[s.SpaceOf[n], p] && !s.Touches[s.RangeOf[n], p]))
        .ForEach((Page q, Permit k, Page p) => Set(s.Shows[s.SpaceOf[n], q, k, p], s.Shows[s.SpaceOf[n], q, k, p] && !s.Touches[s.RangeOf[n], q])));

    [Clause("IVL-3", "IVL-4", "MAP-6", "INV-10"), Fair]
    public Draft ChangeRights { get; } = Action((Invalidation n, bool read, bool write) =>
        When(s.PhaseOf[n] == Phase.Started && s.PurposeOf[n] == Purpose.Protect && All((Chiplet c) => s.Purged[n, c]) && write.Implies(read))
        .When(All((Slot i, Page p, Frame f) => s.Uses[i, s.SpaceOf[n], p, f].Implies(!s.Touches[s.RangeOf[n], p])))
        .When(All((Slot i, Chiplet c, Asid a) => s.Latch[i, c, s.SpaceOf[n], a].Implies(s.Tag[c, s.SpaceOf[n], a])))
        .When(All((Page p, Frame f, Xmm y, Page q) => (s.Backed[s.SpaceOf[n], p, f] && s.Touches[s.RangeOf[n], p] && !s.Attached[s.SpaceOf[n], p])
            .Implies(!s.Backed[y, q, f] || !s.Attached[y, q])))
        .When(All((Page q, Permit k, Page p) => (write && s.Shows[s.SpaceOf[n], q, k, p] && s.Touches[s.RangeOf[n], q]).Implies(s.PermitWrite[k])))
        .Set(s.PhaseOf[n], Phase.Changed)
        .ForEach((Page p) => Set(s.Readable[s.SpaceOf[n], p],
            s.Touches[s.RangeOf[n], p] ? read && s.Mapped[s.SpaceOf[n], p] : s.Readable[s.SpaceOf[n], p]))
        .ForEach((Page p) => Set(s.Writable[s.SpaceOf[n], p],
            s.Touches[s.RangeOf[n], p] ? write && s.Mapped[s.SpaceOf[n], p] : s.Writable[s.SpaceOf[n], p])));

    [Clause("XPM-8", "IVL-3"), Fair]
    public Draft GiveBackBorrowed { get; } = Action((Invalidation n) =>
        When(s.PhaseOf[n] == Phase.Started && s.PurposeOf[n] == Purpose.Recall && All((Chiplet c) => s.Purged[n, c]))
        .When(All((Slot i, Page p, Frame f) => s.Uses[i, s.SpaceOf[n], p, f].Implies(!s.Touches[s.RangeOf[n], p])))
        .When(All((Slot i, Chiplet c, Asid a) => s.Latch[i, c, s.SpaceOf[n], a].Implies(s.Tag[c, s.SpaceOf[n], a])))
        .Set(s.PhaseOf[n], Phase.Changed)
        .ForEach((Page p, Frame f) => Set(s.Backed[s.SpaceOf[n], p, f],
            s.Backed[s.SpaceOf[n], p, f] && !(s.Touches[s.RangeOf[n], p] && s.Attached[s.SpaceOf[n], p]))));

    [Clause("IVL-5", "IVL-9"), Fair]
    public Draft EndInvalidation { get; } = Action((Invalidation n) =>
        When(s.PhaseOf[n] == Phase.Changed)
        .Set(s.PhaseOf[n], Phase.Ended)
        .ForEach((Chiplet c) => Set(s.Purged[n, c], false)));

    [Clause("MEM-2", "MEM-4"), Fair]
    public Draft ReleaseFrame { get; } = Action((Invalidation n, Frame f) =>
        When(s.PhaseOf[n] == Phase.Ended && s.Condemned[n, f])
        .Set(s.Condemned[n, f], false));

    [Clause("IVL-9", "TRD-1"), Fair]
    [Means("the operation returns")]
    public Draft ReturnFromInvalidation { get; } = Action((Invalidation n) =>
        When(s.PhaseOf[n] == Phase.Ended && !Any((Frame f) => s.Condemned[n, f]))
        .Set(s.PhaseOf[n], Phase.Idle)
        .Set(s.PurposeOf[n], Purpose.Unmap));

    [Clause("IVL-9"), Supporting]
    public Draft PurgedWhileActive { get; } = Always((Invalidation n, Chiplet c) => s.Purged[n, c].Implies(s.Active[n]));

    [Clause("INV-7", "IVL-2")]
    public Draft NothingDroppedInBehindAPurge { get; } = Always((Invalidation n, Chiplet c, Asid a, Page p, Frame f) =>
        (s.Active[n] && s.Purged[n, c] && s.Tag[c, s.SpaceOf[n], a] && s.Touches[s.RangeOf[n], p]).Implies(!s.Tlb[c, a, p, f]));

    [Clause("INV-7", "FLT-3")]
    public Draft NoDropinAcrossAnInvalidation { get; } = EveryStep((Invalidation n, Chiplet c, Asid a, Page p, Frame f) =>
        (s.Active[n] && s.Purged[n, c] && s.Tag[c, s.SpaceOf[n], a] && s.Touches[s.RangeOf[n], p] && Next(s.Active[n]) && Next(s.Tag[c, s.SpaceOf[n], a]))
            .Implies(!Next(s.Tlb[c, a, p, f])));

    [Clause("IVL-9", "IVL-4")]
    [Means("start, change, end, return: each once, in this order")]
    public Draft InvalidationsGoInOrder { get; } = EveryStep((Invalidation n) =>
        Next(s.PhaseOf[n]) == s.PhaseOf[n]
        || (s.PhaseOf[n] == Phase.Idle && Next(s.PhaseOf[n]) == Phase.Started)
        || (s.PhaseOf[n] == Phase.Started && Next(s.PhaseOf[n]) == Phase.Changed)
        || (s.PhaseOf[n] == Phase.Changed && Next(s.PhaseOf[n]) == Phase.Ended)
        || (s.PhaseOf[n] == Phase.Ended && Next(s.PhaseOf[n]) == Phase.Idle));

    [Clause("MAP-5")]
    public Draft AnUnmapTakesItsRange { get; } = EveryStep((Invalidation n, Page p) =>
        (s.PhaseOf[n] == Phase.Started && s.PurposeOf[n] == Purpose.Unmap && Next(s.PhaseOf[n]) == Phase.Changed && s.Touches[s.RangeOf[n], p])
            .Implies(!Next(s.Mapped[s.SpaceOf[n], p])));

    [Clause("MAP-5", "IVL-4", "SHM-4")]
    [Means("nothing else takes a mapping away, but a move, which gives it back elsewhere: no leave, no end of the task that made it")]
    public Draft OnlyAnUnmapTakes { get; } = EveryStep((Xmm x, Page p) =>
        (s.Mapped[x, p] && !Next(s.Mapped[x, p])).Implies(Any((Invalidation n) =>
            s.SpaceOf[n] == x && s.PhaseOf[n] == Phase.Started && s.PurposeOf[n].IsIn(Purpose.Unmap, Purpose.Move) && s.Touches[s.RangeOf[n], p])));

    [Clause("INV-12", "IVL-5")]
    public Draft EveryInvalidationEnds { get; } = Leads(
        (Invalidation n) => s.PhaseOf[n] != Phase.Idle, (Invalidation n) => s.PhaseOf[n] == Phase.Idle);

    [Clause("IVL-4")]
    public Draft AnInvalidationMeetsALookUp { get; } = Sometimes((Invalidation n, Slot i) => s.PhaseOf[n] == Phase.Started && s.Look[i] == LookUp.Seen);
}
