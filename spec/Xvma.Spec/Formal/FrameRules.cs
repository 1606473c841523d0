using Tenet;
using static Tenet.Logic;

namespace Xvma.Spec.Formal;

/// <summary>Chapter 7: a frame is given at the first fault and freed when nothing holds it.</summary>
internal sealed class FrameRules(XvmaVocabulary s) : Rules
{
    public Draft ContentsAtFirst { get; } = Initially((Frame f) => Set(s.Contents[f], s.Zero.Value));

    [Clause("MEM-3", "MEM-1", "MEM-8", "PAR-1", "PAR-5"), Fair]
    public Draft Allocate { get; } = Action((Slot i, Chiplet c, Xmm x, Page p, Frame f) =>
        When(s.Look[i] == LookUp.Seen && s.SeenPage[i, p] && s.Asks[i, c, x])
        .When(s.Mapped[x, p] && !s.Attached[x, p] && !Any((Frame g) => s.Backed[x, p, g]))
        .When(!s.Live[f] && s.FrameSize[f] == s.SizeOf[p])
        .Set(s.Live[f], true)
        .Set(s.Backed[x, p, f], true)
        .Set(s.Contents[f], s.Zero.Value));

    [Clause("MEM-4")]
    [Means("the look-up saw a mapping that is gone since: what it allocates goes the way of the rest")]
    public Draft AllocateTooLate { get; } = Action((Slot i, Chiplet c, Xmm x, Page p, Frame f, Invalidation n) =>
        When(s.Look[i] == LookUp.Seen && s.SeenPage[i, p] && s.Asks[i, c, x] && s.Overtaken[i])
        .When(s.SpaceOf[n] == x && s.PhaseOf[n].IsIn(Phase.Changed, Phase.Ended) && s.Touches[s.RangeOf[n], p])
        .When(!s.Live[f] && s.FrameSize[f] == s.SizeOf[p])
        .Set(s.Live[f], true)
        .Set(s.Condemned[n, f], true)
        .ForEach((Slot j) => Set(s.MayFind[j, f], s.Overtaken[j] && s.SeenPage[j, p] && Any((Chiplet d) => s.Asks[j, d, x])))
        .Set(s.Contents[f], s.Zero.Value));

    [Clause("MEM-9", "MEM-1", "SHM-1")]
    [Means("memory beforehand, for any page of the range that has none")]
    public Draft Populate { get; } = Action((Task t, Xmm x, Range r, Page p, Frame f) =>
        Refuse(Error.TaskGone, s.Life[t] != TaskLife.Alive)
        .Refuse(Error.NotAMember, s.Shared[x] && !s.Member[t, x])
        .Refuse(Error.NotMapped, !Any((Page q) => s.Mapped[x, q] && s.Touches[r, q]))
        .When(s.Entitled[t, x] && s.Mapped[x, p] && s.Touches[r, p] && !s.Attached[x, p] && !Any((Frame g) => s.Backed[x, p, g]))
        .When(!s.Live[f] && s.FrameSize[f] == s.SizeOf[p])
        .Set(s.Live[f], true)
        .Set(s.Backed[x, p, f], true)
        .Set(s.Contents[f], s.Zero.Value));

    [Clause("MEM-2", "MEM-4"), Fair]
    public Draft Free { get; } = Action((Frame f) =>
        When(s.Live[f])
        .When(!Any((Xmm x, Page p) => s.Backed[x, p, f]))
        .When(!Any((Invalidation n) => s.Condemned[n, f]))
        .When(!Any((Slot i) => s.Pins[i, f]))
        .Set(s.Live[f], false)
        .Set(s.Contents[f], s.Zero.Value));

    [Clause("MEM-1")]
    public Draft UnusedMemoryIsZero { get; } = Always((Frame f) => (!s.Live[f]).Implies(s.Contents[f] == s.Zero.Value));

    [Clause("MEM-1")]
    public Draft NewMemoryIsZero { get; } = EveryStep((Frame f) => (!s.Live[f] && Next(s.Live[f])).Implies(Next(s.Contents[f]) == s.Zero.Value));

    [Clause("INV-6", "MEM-2")]
    public Draft MappedMemoryIsLive { get; } = Always((Xmm x, Page p, Frame f) => s.Backed[x, p, f].Implies(s.Live[f] && s.Mapped[x, p]));

    [Clause("INV-6", "MEM-5")]
    public Draft PinnedMemoryIsLive { get; } = Always((Slot i, Frame f) => s.Pins[i, f].Implies(s.Live[f]));

    [Clause("INV-6", "MEM-2")]
    public Draft UsedMemoryIsLive { get; } = Always((Slot i, Xmm x, Page p, Frame f) => s.Uses[i, x, p, f].Implies(s.Live[f]));

    [Clause("INV-8", "MEM-4")]
    public Draft CondemnedMemoryIsNobodys { get; } = Always((Invalidation n, Frame f, Xmm x, Page p) =>
        s.Condemned[n, f].Implies(s.Live[f] && !s.Backed[x, p, f]));

    [Clause("INV-8", "MEM-4")]
    public Draft GivenBackOnce { get; } = Always((Invalidation n, Invalidation m, Frame f) => (s.Condemned[n, f] && s.Condemned[m, f]).Implies(n == m));

    [Clause("INV-8")]
    public Draft OneFrameAPage { get; } = Always((Xmm x, Page p, Frame f, Frame g) => (s.Backed[x, p, f] && s.Backed[x, p, g]).Implies(f == g));

    [Clause("INV-8", "INV-2")]
    public Draft OnePageAFrame { get; } = Always((Xmm x, Page p, Xmm y, Page q, Frame f) =>
        (s.Backed[x, p, f] && s.Backed[y, q, f] && !s.Attached[x, p] && !s.Attached[y, q]).Implies(x == y && p == q));

    [Clause("PGS-5", "MEM-3")]
    public Draft FramesFit { get; } = Always((Xmm x, Page p, Frame f) => s.Backed[x, p, f].Implies(s.FrameSize[f] == s.SizeOf[p]));

    [Clause("MEM-4")]
    public Draft CondemnedAfterTheChange { get; } = Always((Invalidation n, Frame f) =>
        s.Condemned[n, f].Implies(s.PhaseOf[n].IsIn(Phase.Changed, Phase.Ended)));

    [Clause("MEM-4", "INV-12")]
    public Draft WhatNobodyHoldsIsFreed { get; } = Leads(
        (Frame f) => s.Live[f] && !Any((Xmm x, Page p) => s.Backed[x, p, f]), (Frame f) => !s.Live[f] || Any((Xmm x, Page p) => s.Backed[x, p, f]));

    [Clause("MEM-4")]
    public Draft MemoryComesBack { get; } = Sometimes((Invalidation n, Frame f) => s.PhaseOf[n] == Phase.Ended && s.Condemned[n, f]);
}
