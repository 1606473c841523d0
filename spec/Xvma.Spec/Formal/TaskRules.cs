using Tenet;
using static Tenet.Logic;

namespace Xvma.Spec.Formal;

/// <summary>Chapter 3: the life of a task, its uid, fork and exec. Exec and exit are their steps: leave, unload, empty, and for exit die.</summary>
internal sealed class TaskRules(XvmaVocabulary s) : Rules
{
    public Draft AtFirst { get; } = Initially((Task t) => Set(s.UidOf[t], s.Root.Value));

    public Draft ViewsAtFirst { get; } = Initially((Task t, Xmm x) => Set(s.View[t, x], x == s.Own[t]));

    [Clause("TSK-1", "PAR-3")]
    public Draft Start { get; } = Action((Task t, Uid u) =>
        Refuse(Error.PartitionFailed, s.Failed[s.HomeOf[t]])
        .When(s.Life[t] == TaskLife.Unborn)
        .Set(s.Life[t], TaskLife.Alive)
        .Set(s.UidOf[t], u));

    [Clause("TSK-5")]
    public Draft Fork { get; } = Action((Task t, Task child) =>
        Refuse(Error.TaskGone, s.Life[t] != TaskLife.Alive)
        .Refuse(Error.PartitionFailed, s.Failed[s.HomeOf[child]])
        .When(s.Life[child] == TaskLife.Unborn && s.HomeOf[child] == s.HomeOf[t])
        .Set(s.Life[child], TaskLife.Alive)
        .Set(s.UidOf[child], s.UidOf[t]));

    [Clause("TSK-4", "XPM-7")]
    public Draft ChangeUid { get; } = Action((Task t, Uid u) =>
        Refuse(Error.TaskGone, s.Life[t] != TaskLife.Alive)
        .When(!Any((Xmm g) => s.Member[t, g]))
        .When(All((Permit k) => (s.HolderOf[k] == t).Implies(s.Permits[k] != PermitLife.Held)))
        .When(All((Segment e) => (s.OwnerOf[e] == t).Implies(!s.Segments[e].IsIn(SegmentLife.Live, SegmentLife.Removing))))
        .Set(s.UidOf[t], u));

    [Clause("TRD-4", "TRD-5", "TRD-6")]
    public Draft Exit { get; } = Action((Task t) =>
        Refuse(Error.TaskGone, s.Life[t] != TaskLife.Alive)
        .Set(s.Life[t], TaskLife.Exiting));

    [Clause("TRD-4"), Fair]
    public Draft Close { get; } = Action((Task t) =>
        When(s.Life[t] == TaskLife.Exiting && !s.Closed[t])
        .Set(s.Closed[t], true));

    [Clause("TRD-4", "TRD-8"), Fair]
    public Draft Die { get; } = Action((Task t) =>
        When(s.Life[t] == TaskLife.Exiting && s.Closed[t])
        .When(!Any((Place k) => s.Occupies[t, k]) && !Any((Chiplet c) => s.Loaded[t, c]))
        .When(!Any((Xmm g) => s.Member[t, g]))
        .When(!Any((Page p) => s.Mapped[s.Own[t], p]))
        .When(All((Invalidation n) => (s.SpaceOf[n] == s.Own[t]).Implies(s.PhaseOf[n] == Phase.Idle || s.PurposeOf[n] == Purpose.Recall)))
        .When(All((Permit k) => (s.HolderOf[k] == t).Implies(s.Permits[k] != PermitLife.Held)))
        .When(All((Segment e) => (s.OwnerOf[e] == t).Implies(!s.Segments[e].IsIn(SegmentLife.Live, SegmentLife.Removing))))
        .Set(s.Life[t], TaskLife.Dead));

    [Clause("TSK-7")]
    public Draft LifeGoesOn { get; } = EveryStep((Task t) =>
        (s.Life[t] == TaskLife.Dead).Implies(Next(s.Life[t]) == TaskLife.Dead)
        && (s.Life[t] == TaskLife.Exiting).Implies(Next(s.Life[t]).IsIn(TaskLife.Exiting, TaskLife.Dead))
        && (s.Life[t] == TaskLife.Alive).Implies(Next(s.Life[t]).IsIn(TaskLife.Alive, TaskLife.Exiting)));

    [Clause("TSK-4")]
    public Draft NoUidChangeOfAMember { get; } = EveryStep((Task t, Xmm g) =>
        s.Member[t, g].Implies(Next(s.UidOf[t]) == s.UidOf[t]));

    [Clause("TSK-1")]
    public Draft UnbornHoldsNothing { get; } = Always((Task t, Xmm g, Page p, Place k) =>
        (s.Life[t] == TaskLife.Unborn).Implies(!s.Member[t, g] && !s.Mapped[s.Own[t], p] && !s.Occupies[t, k]));

    [Clause("TRD-4", "TRD-8")]
    public Draft DeadHoldsNothing { get; } = Always((Task t, Xmm g, Page p, Place k) =>
        (s.Life[t] == TaskLife.Dead).Implies(!s.Member[t, g] && !s.Mapped[s.Own[t], p] && !s.Occupies[t, k]));

    [Clause("TRD-4", "INV-12")]
    public Draft EveryExitEnds { get; } = Leads((Task t) => s.Life[t] == TaskLife.Exiting, (Task t) => s.Life[t] == TaskLife.Dead);

    [Clause("TRD-4")]
    public Draft ClosedIsEnding { get; } = Always((Task t) =>
        s.Closed[t].Implies(s.Life[t].IsIn(TaskLife.Exiting, TaskLife.Dead)));

    [Clause("TRD-4"), Supporting]
    public Draft DeadIsClosed { get; } = Always((Task t) => (s.Life[t] == TaskLife.Dead).Implies(s.Closed[t]));
}
