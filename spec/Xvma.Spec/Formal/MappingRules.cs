using Tenet;
using static Tenet.Logic;

namespace Xvma.Spec.Formal;

/// <summary>Chapters 1, 4 and 6: what a page, a range and a space are to each other; map. Unmap and protect are invalidations (chapter 11).</summary>
internal sealed class MappingRules(XvmaVocabulary s) : Rules
{
    [Clause("PGS-5")]
    public Draft PagesMeetInAnAddress { get; } = Axiom((Address d, Page p, Page q) => (s.Within[d, p] && s.Within[d, q]).Implies(s.Meets[p, q]));

    [Clause("MAP-3")]
    public Draft MeetingIsMutual { get; } = Axiom((Page p, Page q) => s.Meets[p, q] == s.Meets[q, p]);

    [Clause("MAP-3")]
    public Draft APageMeetsItself { get; } = Axiom((Page p) => s.Meets[p, p]);

    [Clause("ADR-1")]
    public Draft APageIsOfOneKind { get; } = Axiom((Address d, Page p) => s.Within[d, p].Implies(s.High[d] == s.HighPage[p]));

    [Clause("ADR-1")]
    public Draft MeetingPagesAreOfOneKind { get; } = Axiom((Page p, Page q) => s.Meets[p, q].Implies(s.HighPage[p] == s.HighPage[q]));

    [Clause("MAP-5")]
    public Draft WhatIsCoveredIsTouched { get; } = Axiom((Range r, Page p, Page q) => (s.Covers[r, p] && s.Meets[p, q]).Implies(s.Touches[r, q]));

    [Clause("TRD-3")]
    public Draft EverythingCoversAll { get; } = Axiom((Page p) => s.Covers[s.Everything.Value, p]);

    [Clause("MAP-1", "MAP-3", "SHM-1", "SHM-2", "SHM-5")]
    public Draft Map { get; } = Action((Task t, Xmm x, Page p, bool read, bool write) =>
        Refuse(Error.TaskGone, s.Life[t] != TaskLife.Alive)
        .Refuse(Error.NotAMember, s.Shared[x] && !s.Member[t, x])
        .Refuse(Error.OutsideRegion, s.HighPage[p] != s.Shared[x])
        .Refuse(Error.Overlap, Any((Page q) => (s.Mapped[x, q] || s.Promised[x, q]) && s.Meets[p, q]))
        .When(s.Entitled[t, x] && write.Implies(read))
        .Set(s.Mapped[x, p], true)
        .Set(s.Readable[x, p], read)
        .Set(s.Writable[x, p], write));

    [Clause("INV-1", "MAP-1")]
    public Draft InTheRegionOfItsKind { get; } = Always((Xmm x, Page p) => s.Mapped[x, p].Implies(s.HighPage[p] == s.Shared[x]));

    [Clause("INV-1", "MAP-3")]
    public Draft NoOverlap { get; } = Always((Xmm x, Page p, Page q) => (s.Mapped[x, p] && s.Mapped[x, q] && s.Meets[p, q]).Implies(p == q));

    [Clause("INV-10", "MAP-6")]
    public Draft RightsAreOfMappings { get; } = Always((Xmm x, Page p) =>
        s.Writable[x, p].Implies(s.Readable[x, p]) && s.Readable[x, p].Implies(s.Mapped[x, p]));

    [Clause("MAP-1")]
    public Draft BothKindsAreMapped { get; } = Sometimes((Xmm x, Xmm y, Page p, Page q) =>
        s.Shared[x] && !s.Shared[y] && s.Mapped[x, p] && s.Mapped[y, q]);
}
