using Tenet;
using static Tenet.Logic;

namespace Xvma.Spec.Formal;

/// <summary>Chapter 9: from a miss to a dropin or an exception.</summary>
internal sealed class FaultRules(XvmaVocabulary s) : Rules
{
    [Clause("FLT-1", "INS-7", "CTX-8"), Fair]
    [Means("the device writes the fault handle, sets the bit and interrupts; where the context was not loaded the fault is the user's from the start")]
    public Draft Miss { get; } = Action((Slot i, bool toUser) =>
        When(s.Missed[i] && (toUser || Any((Chiplet c) => s.Loaded[s.TaskOf[i], c])))
        .Set(s.Status[i], CbStatus.CallOs)
        .Set(s.Mode[i], toUser ? FaultMode.Upm : FaultMode.Fmm)
        .Set(s.Bit[i], s.Bit[i] || !toUser)
        .Set(s.Retries[i], true)
        .Set(s.Missed[i], false));

    [Clause("FLT-1", "CTX-6")]
    [Means("the context was reconfigured between the look at the TLB and the miss")]
    public Draft TryAgain { get; } = Action((Slot i) =>
        When(s.Missed[i])
        .Set(s.Retries[i], true)
        .Set(s.Missed[i], false));

    [Clause("FLT-2"), Fair]
    public Draft Take { get; } = Action((Slot i) =>
        When(s.Bit[i])
        .Set(s.Bit[i], false)
        .Set(s.Taken[i], true));

    [Clause("FLT-9"), Fair]
    public Draft IgnoreSpurious { get; } = Action((Slot i) =>
        When(s.Taken[i] && s.Mode[i] != FaultMode.Fmm)
        .Set(s.Taken[i], false));

    [Clause("FLT-8", "FLT-12"), Fair]
    [Means("the interrupt cannot, or is configured not to, resolve it; or it holds the bit of a context that had the place before, and another looks this fault up")]
    public Draft GiveToUser { get; } = Action((Slot i) =>
        When(s.Mode[i] == FaultMode.Fmm)
        .Set(s.Mode[i], FaultMode.Upm)
        .Set(s.Taken[i], false)
        .Set(s.Overtaken[i], s.Look[i] != LookUp.Rest));

    [Clause("FLT-6", "FLT-7", "FLT-4"), Fair]
    [Means("the fault handle is read first: a purge from here on overtakes the look-up; an interrupt may meet a fault whose bit another is still to take")]
    public Draft ReadHandle { get; } = Action((Slot i, Chiplet c) =>
        When(s.Status[i] == CbStatus.CallOs && s.Look[i] == LookUp.Rest)
        .When(s.Loaded[s.TaskOf[i], c] && !s.Closed[s.TaskOf[i]])
        .Set(s.Look[i], LookUp.Read)
        .Set(s.Overtaken[i], false));

    [Clause("FLT-7", "IVL-1"), Fair]
    [Means("then range-active, before the map")]
    public Draft SeeCalm { get; } = Action((Slot i, Chiplet c, Xmm x) =>
        When(s.Look[i] == LookUp.Read && s.Loaded[s.TaskOf[i], c] && s.View[s.TaskOf[i], x])
        .When(All((Address d) => s.Wants[i, d].Implies(s.Concerns[d, x])))
        .When(!s.RangeActive[x])
        .Set(s.Look[i], LookUp.Calm)
        .Set(s.Asks[i, c, x], true));

    [Clause("FLT-7", "FLT-5"), Fair]
    [Means("then the map")]
    public Draft SeeMapping { get; } = Action((Slot i, Chiplet c, Xmm x, Page p, bool write) =>
        When(s.Look[i] == LookUp.Calm && s.Asks[i, c, x])
        .When(s.Mapped[x, p] && s.Readable[x, p] && s.Writes[i].Implies(write) && write.Implies(s.MayWrite[x, p]))
        .When(All((Address d) => s.Wants[i, d].Implies(s.Within[d, p])))
        .Set(s.Look[i], LookUp.Seen)
        .Set(s.SeenPage[i, p], true)
        .Set(s.SeenWrite[i], write));

    [Clause("FLT-5", "INS-10"), Fair]
    public Draft SeeNothing { get; } = Action((Slot i, Chiplet c, Xmm x) =>
        When(s.Look[i] == LookUp.Calm && s.Asks[i, c, x])
        .When(All((Address d, Page p) => (s.Wants[i, d] && s.Within[d, p]).Implies(
            !s.Mapped[x, p] || !s.Readable[x, p] || (s.Writes[i] && !s.Writable[x, p]))))
        .Set(s.Look[i], LookUp.Barren));

    [Clause("XPM-4", "FLT-5"), Fair]
    [Means("the owner of the memory has less right, or no mapping there any more, or only an attachment of its own")]
    public Draft SeeNoRight { get; } = Action((Slot i, Chiplet c, Xmm x, Page p, Permit k, Page q) =>
        When(s.Look[i] == LookUp.Calm && s.Asks[i, c, x] && s.Mapped[x, p] && s.Shows[x, p, k, q])
        .When(All((Address d) => s.Wants[i, d].Implies(s.Within[d, p])))
        .When(!s.Readable[s.Own[s.OwnerOf[s.SegmentOf[k]]], q] || s.Attached[s.Own[s.OwnerOf[s.SegmentOf[k]]], q]
            || s.Segments[s.SegmentOf[k]] != SegmentLife.Live
            || (s.Writes[i] && !s.Writable[s.Own[s.OwnerOf[s.SegmentOf[k]]], q]))
        .Set(s.Look[i], LookUp.Barren));

    [Clause("CTX-7", "TRD-2"), Fair]
    [Means("a shared address of a task that is in no group: no space to be translated in")]
    public Draft SeeNoSpace { get; } = Action((Slot i, Address d) =>
        When(s.Look[i] == LookUp.Read && s.Wants[i, d])
        .When(All((Xmm x) => s.View[s.TaskOf[i], x].Implies(!s.Concerns[d, x])))
        .Set(s.Look[i], LookUp.Barren));

    [Clause("MEM-5"), Fair]
    [Means("a look-up that a purge has overtaken may find a frame that is given back, as long as it lives")]
    public Draft Pin { get; } = Action((Slot i, Chiplet c, Xmm x, Page p, Frame f) =>
        When(s.Look[i] == LookUp.Seen && s.SeenPage[i, p] && s.Asks[i, c, x])
        .When(s.Overtaken[i] || s.SeenWrite[i].Implies(s.MayWrite[x, p]))
        .When(s.Backed[x, p, f] || (s.Overtaken[i] && s.MayFind[i, f] && s.Live[f]))
        .Set(s.Look[i], LookUp.Found)
        .Set(s.Pins[i, f], true));

    [Clause("FLT-3", "FLT-10", "INV-7"), Fair]
    public Draft Dropin { get; } = Action((Slot i, Chiplet c, Xmm x, Asid a, Page p, Frame f) =>
        When(s.Look[i] == LookUp.Found && s.Asks[i, c, x] && s.SeenPage[i, p] && s.Pins[i, f])
        .When(!s.Overtaken[i])
        .When(s.Tag[c, x, a] && s.Configured[s.TaskOf[i], s.SizeOf[p]])
        .Set(s.Tlb[c, a, p, f], true)
        .Set(s.TlbWrite[c, a, p, f], s.SeenWrite[i])
        .Set(s.Status[i], CbStatus.Active)
        .Set(s.Mode[i], FaultMode.None)
        .Set(s.Taken[i], false)
        .Set(s.Look[i], LookUp.Rest)
        .Set(s.SeenWrite[i], false)
        .ForEach((Chiplet e, Xmm y) => Set(s.Asks[i, e, y], false))
        .ForEach((Page q) => Set(s.SeenPage[i, q], false))
        .ForEach((Frame g) => Set(s.Pins[i, g], false)));

    [Clause("FLT-13", "INV-7")]
    [Means("a page beyond the faulting one")]
    public Draft Preload { get; } = Action((Slot i, Chiplet c, Xmm x, Asid a, Page p, Frame f) =>
        When(s.Look[i] == LookUp.Found && s.Asks[i, c, x] && !s.Overtaken[i])
        .When(s.Backed[x, p, f] && s.Readable[x, p])
        .When(s.Tag[c, x, a] && s.Configured[s.TaskOf[i], s.SizeOf[p]] && !s.Tlb[c, a, p, f])
        .Set(s.Tlb[c, a, p, f], true));

    [Clause("FLT-10", "FLT-4", "FLT-8"), Fair]
    [Means("overtaken, range-active, also the owner's of what is shown, an interrupt that may not wait, or a right that went meanwhile: the user looks again later")]
    public Draft LookAgain { get; } = Action((Slot i) =>
        When(s.Look[i] != LookUp.Rest)
        .When(s.Overtaken[i] || s.Mode[i] == FaultMode.Fmm
            || (s.Look[i] == LookUp.Read && Any((Xmm x) => s.View[s.TaskOf[i], x] && s.RangeActive[x]))
            || (s.Look[i] == LookUp.Calm && Any((Chiplet c, Xmm x, Page q, Permit k, Page p) => s.Asks[i, c, x] && s.Shows[x, q, k, p]
                && All((Address d) => s.Wants[i, d].Implies(s.Within[d, q])) && s.RangeActive[s.Own[s.OwnerOf[s.SegmentOf[k]]]]))
            || (s.SeenWrite[i] && Any((Chiplet c, Xmm x, Page p) => s.Asks[i, c, x] && s.SeenPage[i, p] && !s.MayWrite[x, p])))
        .ForEach((Frame f) => Set(s.MayFind[i, f], false))
        .Set(s.Look[i], LookUp.Rest)
        .Set(s.Mode[i], FaultMode.Upm)
        .Set(s.Taken[i], false)
        .Set(s.SeenWrite[i], false)
        .ForEach((Chiplet e, Xmm y) => Set(s.Asks[i, e, y], false))
        .ForEach((Page q) => Set(s.SeenPage[i, q], false))
        .ForEach((Frame g) => Set(s.Pins[i, g], false)));

    [Clause("FLT-5", "FLT-10", "INS-8"), Fair]
    public Draft Fail { get; } = Action((Slot i) =>
        When(s.Look[i] == LookUp.Barren && !s.Overtaken[i])
        .Set(s.Status[i], CbStatus.Exception)
        .Set(s.Mode[i], FaultMode.None)
        .Set(s.Taken[i], false)
        .Set(s.Look[i], LookUp.Rest)
        .ForEach((Chiplet e, Xmm y) => Set(s.Asks[i, e, y], false)));

    [Clause("MEM-3", "INS-8"), Fair]
    [Means("no memory for the page, which may be so at any time")]
    public Draft RunOut { get; } = Action((Slot i) =>
        When(s.Look[i] == LookUp.Seen && !s.Overtaken[i])
        .Set(s.Status[i], CbStatus.Exception)
        .Set(s.Mode[i], FaultMode.None)
        .Set(s.Taken[i], false)
        .Set(s.Look[i], LookUp.Rest)
        .Set(s.SeenWrite[i], false)
        .ForEach((Chiplet e, Xmm y) => Set(s.Asks[i, e, y], false))
        .ForEach((Page q) => Set(s.SeenPage[i, q], false)));

    [Clause("INS-9"), Fair]
    [Means("the task has ended before the instruction could miss")]
    public Draft EndAtOnce { get; } = Action((Slot i) =>
        When(s.Status[i] == CbStatus.Active && s.Closed[s.TaskOf[i]])
        .When(!Any((Chiplet e, Xmm y, Asid a) => s.Latch[i, e, y, a]) && !Any((Xmm y, Page p, Frame f) => s.Uses[i, y, p, f]))
        .Set(s.Missed[i], false)
        .Set(s.Status[i], CbStatus.Exception));

    [Clause("INS-9", "TRD-7"), Fair]
    public Draft EndWithTheTask { get; } = Action((Slot i) =>
        When(s.Status[i] == CbStatus.CallOs && s.Closed[s.TaskOf[i]] && s.Look[i] == LookUp.Rest && s.Mode[i] == FaultMode.Upm)
        .Set(s.Status[i], CbStatus.Exception)
        .Set(s.Mode[i], FaultMode.None));

    [Clause("INV-4", "MEM-5"), Supporting]
    public Draft WhatIsPinnedIsTheMaps { get; } = Always((Slot i, Chiplet c, Xmm x, Page p, Frame f) =>
        (s.Asks[i, c, x] && s.SeenPage[i, p] && s.Pins[i, f] && !s.Overtaken[i]).Implies(
            s.Backed[x, p, f] && s.SeenWrite[i].Implies(s.MayWrite[x, p])));

    [Clause("FLT-3")]
    public Draft WhatIsSeenIsTheMaps { get; } = Always((Slot i, Chiplet c, Xmm x, Page p) =>
        (s.Asks[i, c, x] && s.SeenPage[i, p] && !s.Overtaken[i]).Implies(
            s.Mapped[x, p] && s.Readable[x, p] && s.SeenWrite[i].Implies(s.Writable[x, p])));

    [Clause("FLT-3", "INV-2")]
    public Draft WhatIsSeenIsWanted { get; } = Always((Slot i, Page p, Address d) => (s.SeenPage[i, p] && s.Wants[i, d]).Implies(s.Within[d, p]));

    [Clause("CTX-7", "FLT-3")]
    public Draft WhatIsAskedIsWanted { get; } = Always((Slot i, Chiplet c, Xmm x, Address d) =>
        (s.Asks[i, c, x] && s.Wants[i, d]).Implies(s.Concerns[d, x]));

    [Clause("INS-10", "FLT-5")]
    public Draft WhatIsWrittenIsSeenWritable { get; } = Always((Slot i, Page p) => (s.SeenPage[i, p] && s.Writes[i]).Implies(s.SeenWrite[i]));

    [Clause("FLT-3", "INV-7"), Supporting]
    public Draft NotOvertakenIsNotPurged { get; } = Always((Slot i, Chiplet c, Xmm x, Invalidation n) =>
        (s.Asks[i, c, x] && !s.Overtaken[i] && s.SpaceOf[n] == x && s.Active[n]).Implies(!s.Purged[n, c]));

    [Clause("FLT-3"), Supporting]
    public Draft AsksWhatItTranslates { get; } = Always((Slot i, Chiplet c, Xmm x) =>
        s.Asks[i, c, x].Implies(s.Loaded[s.TaskOf[i], c] && s.View[s.TaskOf[i], x] && s.Look[i] != LookUp.Rest && s.Look[i] != LookUp.Read));

    [Clause("FLT-7"), Supporting]
    public Draft OneQuestion { get; } = Always((Slot i, Chiplet c, Xmm x, Chiplet d, Xmm y) =>
        (s.Asks[i, c, x] && s.Asks[i, d, y]).Implies(c == d && x == y));

    [Clause("FLT-7"), Supporting]
    public Draft OneSeenPage { get; } = Always((Slot i, Page p, Page q) => (s.SeenPage[i, p] && s.SeenPage[i, q]).Implies(p == q));

    [Clause("FLT-7"), Supporting]
    public Draft SeenInOrder { get; } = Always((Slot i, Page p) => s.SeenPage[i, p].Implies(s.Look[i].IsIn(LookUp.Seen, LookUp.Found)));

    [Clause("MEM-5"), Supporting]
    public Draft PinnedInOrder { get; } = Always((Slot i, Frame f) => s.Pins[i, f].Implies(s.Look[i] == LookUp.Found));

    [Clause("FLT-6"), Supporting]
    public Draft LooksForAFault { get; } = Always((Slot i) =>
        (s.Look[i] != LookUp.Rest).Implies(s.Status[i] == CbStatus.CallOs && s.Mode[i] != FaultMode.None));

    [Clause("FLT-6", "INS-11")]
    public Draft AFaultIsOneOfAnInstruction { get; } = Always((Slot i) =>
        (s.Mode[i] != FaultMode.None) == (s.Status[i] == CbStatus.CallOs));

    [Clause("FLT-8", "FLT-10")]
    public Draft NoLookOutlivesAHandOver { get; } = EveryStep((Slot i) =>
        (s.Mode[i] == FaultMode.Fmm && Next(s.Mode[i]) == FaultMode.Upm).Implies(Next(s.Look[i]) == LookUp.Rest || Next(s.Overtaken[i])));

    [Clause("INV-12", "FLT-4")]
    public Draft EveryFaultIsResolved { get; } = Leads(
        (Slot i) => s.Status[i] == CbStatus.CallOs, (Slot i) => s.Status[i] != CbStatus.CallOs);

    [Clause("FLT-3")]
    public Draft ATranslationIsDroppedIn { get; } = Sometimes((Chiplet c, Asid a, Page p, Frame f) => s.Tlb[c, a, p, f]);

    [Clause("FLT-10")]
    public Draft APurgeOvertakesALookUp { get; } = Sometimes((Slot i) => s.Look[i] == LookUp.Found && s.Overtaken[i]);

    [Clause("FLT-5")]
    public Draft AnAccessEndsInAnException { get; } = Sometimes((Slot i) => s.Status[i] == CbStatus.Exception);
}
