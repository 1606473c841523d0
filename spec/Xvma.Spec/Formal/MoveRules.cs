using Tenet;
using static Tenet.Logic;

namespace Xvma.Spec.Formal;

/// <summary>Chapter 4: a move takes mappings, with their memory, to other addresses of the same space.</summary>
internal sealed class MoveRules(XvmaVocabulary s) : Rules
{
    [Clause("MAP-15")]
    public Draft AMoveStaysInItsRegion { get; } = Axiom((Invalidation n, Page p, Page q) => s.Onto[n, p, q].Implies(
        s.SizeOf[p] == s.SizeOf[q] && s.HighPage[p] == s.HighPage[q] && s.Covers[s.RangeOf[n], p]));

    [Clause("MAP-15")]
    public Draft AMoveIsToOnePlace { get; } = Axiom((Invalidation n, Page p, Page q, Page r) => (s.Onto[n, p, q] && s.Onto[n, p, r]).Implies(q == r));

    [Clause("MAP-15")]
    public Draft AMoveKeepsDistances { get; } = Axiom((Invalidation n, Page p, Page q, Page o, Page r) =>
        (s.Onto[n, p, q] && s.Onto[n, o, r]).Implies(s.Meets[p, o] == s.Meets[q, r]));

    [Clause("MAP-15", "SHM-3", "MAP-7", "MAP-8", "IVL-1", "IVL-10")]
    public Draft Move { get; } = Action((Task t, Invalidation n) =>
        Refuse(Error.TaskGone, s.Life[t] != TaskLife.Alive)
        .Refuse(Error.NotAMember, s.Shared[s.SpaceOf[n]] && !s.Member[t, s.SpaceOf[n]])
        .Refuse(Error.NotMapped, !Any((Page p) => s.Mapped[s.SpaceOf[n], p] && s.Touches[s.RangeOf[n], p]))
        .Refuse(Error.Unaligned, Any((Page p) => s.Mapped[s.SpaceOf[n], p] && s.Touches[s.RangeOf[n], p] && !s.Covers[s.RangeOf[n], p]))
        .Refuse(Error.NotPermitted, Any((Page p) => s.Attached[s.SpaceOf[n], p] && s.Touches[s.RangeOf[n], p]))
        .Refuse(Error.Overlap, Any((Page p, Page q, Page o) =>
            s.Onto[n, p, q] && s.Meets[q, o] && (s.Mapped[s.SpaceOf[n], o] || s.Promised[s.SpaceOf[n], o])))
        .When(s.Entitled[t, s.SpaceOf[n]] && s.PhaseOf[n] == Phase.Idle)
        .Set(s.PhaseOf[n], Phase.Started)
        .Set(s.PurposeOf[n], Purpose.Move));

    [Clause("MAP-15", "IVL-3", "IVL-4", "MEM-6"), Fair]
    [Means("the old place is empty and the new one is there in the same instant, which is after every purge")]
    public Draft MoveMappings { get; } = Action((Invalidation n) =>
        When(s.PhaseOf[n] == Phase.Started && s.PurposeOf[n] == Purpose.Move && All((Chiplet c) => s.Purged[n, c]))
        .When(All((Slot i, Page p, Frame f) => s.Uses[i, s.SpaceOf[n], p, f].Implies(!s.Touches[s.RangeOf[n], p])))
        .When(All((Slot i, Chiplet c, Asid a) => s.Latch[i, c, s.SpaceOf[n], a].Implies(s.Tag[c, s.SpaceOf[n], a])))
        .When(All((Page p, Frame f, Xmm y, Page q) => (s.Backed[s.SpaceOf[n], p, f] && s.Touches[s.RangeOf[n], p] && !s.Attached[s.SpaceOf[n], p])
            .Implies(!s.Backed[y, q, f] || !s.Attached[y, q])))
        .Set(s.PhaseOf[n], Phase.Changed)
        .ForEach((Page q) => Set(s.Mapped[s.SpaceOf[n], q], (s.Mapped[s.SpaceOf[n], q] && !s.Leaves[n, q])
            || Any((Page p) => s.Onto[n, p, q] && s.Mapped[s.SpaceOf[n], p] && !s.Attached[s.SpaceOf[n], p])))
        .ForEach((Page q) => Set(s.Readable[s.SpaceOf[n], q], (s.Readable[s.SpaceOf[n], q] && !s.Leaves[n, q])
            || Any((Page p) => s.Onto[n, p, q] && s.Readable[s.SpaceOf[n], p] && !s.Attached[s.SpaceOf[n], p])))
        .ForEach((Page q) => Set(s.Writable[s.SpaceOf[n], q], (s.Writable[s.SpaceOf[n], q] && !s.Leaves[n, q])
            || Any((Page p) => s.Onto[n, p, q] && s.Writable[s.SpaceOf[n], p] && !s.Attached[s.SpaceOf[n], p])))
        .ForEach((Slot i, Frame f) => Set(s.MayFind[i, f], s.MayFind[i, f] || Any((Chiplet c, Page p) =>
            s.Asks[i, c, s.SpaceOf[n]] && s.SeenPage[i, p] && s.Backed[s.SpaceOf[n], p, f] && s.Leaves[n, p])))
        .ForEach((Page q, Frame f) => Set(s.Backed[s.SpaceOf[n], q, f], (s.Backed[s.SpaceOf[n], q, f] && !s.Leaves[n, q])
            || Any((Page p) => s.Onto[n, p, q] && s.Backed[s.SpaceOf[n], p, f] && !s.Attached[s.SpaceOf[n], p]))));

    [Clause("MAP-15"), Supporting]
    public Draft WhatIsPromisedIsFree { get; } = Always((Invalidation n, Page p, Page q, Page o) =>
        (s.PhaseOf[n] == Phase.Started && s.PurposeOf[n] == Purpose.Move && s.Onto[n, p, q] && s.Mapped[s.SpaceOf[n], o]).Implies(!s.Meets[q, o]));

    [Clause("MAP-15"), Supporting]
    public Draft WhatIsPromisedIsPromisedOnce { get; } = Always((Invalidation n, Invalidation m, Page p, Page q, Page o, Page r) =>
        (s.PhaseOf[n] == Phase.Started && s.PurposeOf[n] == Purpose.Move && s.PhaseOf[m] == Phase.Started && s.PurposeOf[m] == Purpose.Move
            && s.SpaceOf[n] == s.SpaceOf[m] && s.Onto[n, p, q] && s.Onto[m, o, r] && s.Meets[q, r]).Implies(n == m));

    [Clause("MAP-15", "MEM-6")]
    public Draft AMoveTakesMemoryAlong { get; } = EveryStep((Invalidation n, Page p, Page q, Frame f) =>
        (s.PhaseOf[n] == Phase.Started && s.PurposeOf[n] == Purpose.Move && Next(s.PhaseOf[n]) == Phase.Changed && s.Onto[n, p, q]
            && s.Backed[s.SpaceOf[n], p, f] && !s.Attached[s.SpaceOf[n], p])
            .Implies(Next(s.Backed[s.SpaceOf[n], q, f]) && !Next(s.Mapped[s.SpaceOf[n], p])));

    [Clause("MAP-15")]
    public Draft MemoryIsMoved { get; } = Sometimes((Invalidation n, Page p, Page q, Frame f) =>
        s.PhaseOf[n] == Phase.Changed && s.PurposeOf[n] == Purpose.Move && s.Onto[n, p, q] && s.Backed[s.SpaceOf[n], q, f]);
}
