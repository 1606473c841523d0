using Tenet;
using static Tenet.Logic;

namespace Xvma.Spec.Formal;

/// <summary>Chapter 7: an advise-free drops the contents of mappings, which stay; an invalidation that changes the memory instead of the map.</summary>
internal sealed class DiscardRules(XvmaVocabulary s) : Rules
{
    [Clause("MEM-10", "SHM-3", "MAP-7", "MAP-8", "IVL-1", "IVL-10")]
    public Draft AdviseFree { get; } = Action((Task t, Invalidation n) =>
        Refuse(Error.TaskGone, s.Life[t] != TaskLife.Alive)
        .Refuse(Error.NotAMember, s.Shared[s.SpaceOf[n]] && !s.Member[t, s.SpaceOf[n]])
        .Refuse(Error.NotMapped, !Any((Page p) => s.Mapped[s.SpaceOf[n], p] && s.Touches[s.RangeOf[n], p]))
        .Refuse(Error.Unaligned, Any((Page p) => s.Mapped[s.SpaceOf[n], p] && s.Touches[s.RangeOf[n], p] && !s.Covers[s.RangeOf[n], p]))
        .Refuse(Error.NotPermitted, Any((Page p) => s.Attached[s.SpaceOf[n], p] && s.Touches[s.RangeOf[n], p]))
        .When(s.Entitled[t, s.SpaceOf[n]] && s.PhaseOf[n] == Phase.Idle)
        .Set(s.PhaseOf[n], Phase.Started)
        .Set(s.PurposeOf[n], Purpose.Discard));

    [Clause("MEM-10", "IVL-3", "IVL-4", "MEM-2"), Fair]
    public Draft DropContents { get; } = Action((Invalidation n) =>
        When(s.PhaseOf[n] == Phase.Started && s.PurposeOf[n] == Purpose.Discard && All((Chiplet c) => s.Purged[n, c]))
        .When(All((Slot i, Page p, Frame f) => s.Uses[i, s.SpaceOf[n], p, f].Implies(!s.Touches[s.RangeOf[n], p])))
        .When(All((Slot i, Chiplet c, Asid a) => s.Latch[i, c, s.SpaceOf[n], a].Implies(s.Tag[c, s.SpaceOf[n], a])))
        .When(All((Page p, Frame f, Xmm y, Page q) => (s.Backed[s.SpaceOf[n], p, f] && s.Touches[s.RangeOf[n], p] && !s.Attached[s.SpaceOf[n], p])
            .Implies(!s.Backed[y, q, f] || !s.Attached[y, q])))
        .Set(s.PhaseOf[n], Phase.Changed)
        .ForEach((Frame f) => Set(s.Condemned[n, f], s.Condemned[n, f]
            || Any((Page p) => s.Backed[s.SpaceOf[n], p, f] && s.Touches[s.RangeOf[n], p] && !s.Attached[s.SpaceOf[n], p])))
        .ForEach((Slot i, Frame f) => Set(s.MayFind[i, f], s.MayFind[i, f] || Any((Chiplet c, Page p) =>
            s.Asks[i, c, s.SpaceOf[n]] && s.SeenPage[i, p] && s.Backed[s.SpaceOf[n], p, f] && s.Touches[s.RangeOf[n], p])))
        .ForEach((Page p, Frame f) => Set(s.Backed[s.SpaceOf[n], p, f],
            s.Backed[s.SpaceOf[n], p, f] && (!s.Touches[s.RangeOf[n], p] || s.Attached[s.SpaceOf[n], p]))));

    [Clause("MEM-10")]
    [Means("no page of the range keeps what it had")]
    public Draft AnAdviseFreeTakesItsMemory { get; } = EveryStep((Invalidation n, Page p, Frame f) =>
        (s.PhaseOf[n] == Phase.Started && s.PurposeOf[n] == Purpose.Discard && Next(s.PhaseOf[n]) == Phase.Changed && s.Touches[s.RangeOf[n], p] && !s.Attached[s.SpaceOf[n], p])
            .Implies(!Next(s.Backed[s.SpaceOf[n], p, f])));

    [Clause("MEM-10")]
    public Draft ContentsAreDropped { get; } = Sometimes((Invalidation n, Page p) =>
        s.PhaseOf[n] == Phase.Changed && s.PurposeOf[n] == Purpose.Discard && s.Mapped[s.SpaceOf[n], p] && Any((Frame f) => s.Condemned[n, f]));
}
