using Tenet;
using static Tenet.Logic;

namespace Xvma.Spec.Formal;

/// <summary>Chapter 15: several system images on one fabric, and their failure.</summary>
internal sealed class PartitionRules(XvmaVocabulary s) : Rules
{
    [Clause("PAR-2")]
    [Means("its heartbeat is lost")]
    public Draft FailPartition { get; } = Action((Partition b) =>
        Refuse(Error.PartitionFailed, s.Failed[b])
        .Set(s.Failed[b], true)
        .Set(s.Disturbed[b], false));

    [Clause("PAR-2", "INS-8"), Fair]
    [Means("the fabric answers an access to its memory with an error")]
    public Draft LoseAccess { get; } = Action((Slot i, Xmm x, Page p, Frame f) =>
        When(s.Uses[i, x, p, f] && s.Failed[s.SiteOf[f]])
        .Set(s.Status[i], CbStatus.Exception)
        .ForEach((Chiplet c, Xmm y, Asid a) => Set(s.Latch[i, c, y, a], false))
        .ForEach((Xmm y, Page q, Frame g) => Set(s.Uses[i, y, q, g], false)));

    [Clause("PAR-3"), Fair]
    public Draft Perish { get; } = Action((Task t) =>
        When(s.Failed[s.HomeOf[t]] && s.Life[t] == TaskLife.Alive)
        .Set(s.Life[t], TaskLife.Exiting));

    [Clause("PAR-3"), Fair]
    [Means("the segments of its tasks are taken back everywhere")]
    public Draft RemoveForFailure { get; } = Action((Segment e) =>
        When(s.Segments[e] == SegmentLife.Live && s.Life[s.OwnerOf[e]] == TaskLife.Exiting)
        .Set(s.Segments[e], SegmentLife.Removing));

    [Clause("PAR-3", "TRD-4"), Fair]
    public Draft ReleaseForExit { get; } = Action((Permit k) =>
        When(s.Permits[k] == PermitLife.Held && !Any((Xmm x, Page q, Page p) => s.Shows[x, q, k, p]))
        .When(s.Life[s.HolderOf[k]] == TaskLife.Exiting || s.Segments[s.SegmentOf[k]] == SegmentLife.Removed)
        .Set(s.Permits[k], PermitLife.Released));

    [Clause("PAR-4")]
    [Means("nothing of its memory is referred to any more")]
    public Draft ReturnPartition { get; } = Action((Partition b) =>
        When(s.Failed[b] && All((Frame f) => (s.SiteOf[f] == b).Implies(!s.Live[f])))
        .When(All((Task t) => (s.HomeOf[t] == b).Implies(s.Life[t].IsIn(TaskLife.Unborn, TaskLife.Dead))))
        .Set(s.Failed[b], false));

    [Clause("PAR-2")]
    public Draft AccessedMemoryIsNotLost { get; } = EveryStep((Slot i, Xmm x, Page p, Frame f) =>
        (s.Uses[i, x, p, f] && Next(s.Status[i]) == CbStatus.Idle).Implies(Any((Xmm y, Page q, Frame g) => s.Uses[i, y, q, g] && !s.Lost[i, g])));

    [Clause("PAR-3")]
    public Draft NobodyStartsThere { get; } = EveryStep((Task t) =>
        (s.Life[t] == TaskLife.Unborn && s.Failed[s.HomeOf[t]]).Implies(Next(s.Life[t]) == TaskLife.Unborn));

    [Clause("PAR-4")]
    public Draft ReturnsWithNothing { get; } = EveryStep((Partition b, Frame f, Task t) =>
        (s.Failed[b] && !Next(s.Failed[b])).Implies(
            (s.SiteOf[f] == b).Implies(!s.Live[f]) && (s.HomeOf[t] == b).Implies(s.Life[t].IsIn(TaskLife.Unborn, TaskLife.Dead))));

    [Clause("PAR-2")]
    public Draft AnAccessIsLost { get; } = Sometimes((Slot i, Partition b) => s.Failed[b] && s.Status[i] == CbStatus.Exception);
}
