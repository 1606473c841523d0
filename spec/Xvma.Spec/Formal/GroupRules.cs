using Tenet;
using static Tenet.Logic;

namespace Xvma.Spec.Formal;

/// <summary>Chapter 5: groups, and what a membership does to a context.</summary>
internal sealed class GroupRules(XvmaVocabulary s) : Rules
{
    [Clause("GRP-1")]
    public Draft OwnSpacesDiffer { get; } = Axiom((Task t, Task u) => (s.Own[t] == s.Own[u]).Implies(t == u));

    [Clause("GRP-1")]
    public Draft OwnSpacesAreNotShared { get; } = Axiom((Task t) => !s.Shared[s.Own[t]]);

    [Clause("GRP-1", "GRP-3")]
    public Draft Create { get; } = Action((Task t, Xmm g) =>
        Refuse(Error.TaskGone, s.Life[t] != TaskLife.Alive)
        .Refuse(Error.AlreadyMember, Any((Xmm h) => s.Member[t, h]))
        .When(s.Shared[g] && s.Stage[g] == GroupStage.Unmade && s.GroupUid[g] == s.UidOf[t])
        .Set(s.Stage[g], GroupStage.Live)
        .Set(s.Member[t, g], true));

    [Clause("GRP-2", "GRP-3", "GRP-4", "GRP-8", "GRP-9", "PAR-5")]
    public Draft Join { get; } = Action((Task t, Xmm g) =>
        Refuse(Error.TaskGone, s.Life[t] != TaskLife.Alive)
        .Refuse(Error.AlreadyMember, Any((Xmm h) => s.Member[t, h]))
        .Refuse(Error.NoSuchGroup, s.Stage[g] != GroupStage.Live)
        .Refuse(Error.NotPermitted, s.UidOf[t] != s.GroupUid[g])
        .When(s.Shared[g])
        .Set(s.Member[t, g], true));

    [Clause("GRP-2", "CTX-7"), Fair]
    public Draft AttachGroup { get; } = Action((Task t, Xmm g) =>
        When(s.Member[t, g] && !s.View[t, g] && s.Life[t] == TaskLife.Alive)
        .Set(s.View[t, g], true));

    [Clause("TRD-2", "GRP-5")]
    public Draft DetachGroup { get; } = Action((Task t, Xmm g) =>
        When(s.Shared[g] && s.View[t, g])
        .When(All((Slot i) => (s.TaskOf[i] == t).Implies(s.Look[i] == LookUp.Rest)))
        .Set(s.View[t, g], false));

    [Clause("TRD-4", "TRD-2"), Fair]
    public Draft DetachOnExit { get; } = Action((Task t, Xmm g) =>
        When(s.Shared[g] && s.View[t, g] && s.Closed[t])
        .When(All((Slot i) => (s.TaskOf[i] == t).Implies(s.Look[i] == LookUp.Rest)))
        .Set(s.View[t, g], false));

    [Clause("GRP-5", "GRP-6", "TRD-2", "TRD-3"), Fair]
    public Draft Leave { get; } = Action((Task t, Xmm g) =>
        Refuse(Error.NotAMember, !s.Member[t, g])
        .When(!s.View[t, g])
        .When(All((Slot i, Chiplet c, Asid a) => (s.TaskOf[i] == t).Implies(!s.Latch[i, c, g, a])))
        .When(All((Slot i, Page p, Frame f) => (s.TaskOf[i] == t).Implies(!s.Uses[i, g, p, f])))
        .When(All((Permit k, Page q, Page p) => s.Shows[g, q, k, p].Implies(s.HolderOf[k] != t)))
        .Set(s.Member[t, g], false)
        .Set(s.Stage[g], Any((Task u) => u != t && s.Member[u, g]) ? GroupStage.Live : GroupStage.Ended));

    [Clause("GRP-3")]
    public Draft AtMostOneGroup { get; } = Always((Task t, Xmm g, Xmm h) => (s.Member[t, g] && s.Member[t, h]).Implies(g == h));

    [Clause("INV-5", "GRP-4")]
    public Draft SameUid { get; } = Always((Task t, Xmm g) => s.Member[t, g].Implies(s.UidOf[t] == s.GroupUid[g]));

    [Clause("GRP-6", "GRP-9")]
    public Draft MembersOfLiveGroups { get; } = Always((Task t, Xmm g) =>
        s.Member[t, g].Implies(s.Shared[g] && s.Stage[g] == GroupStage.Live));

    [Clause("GRP-6", "TRD-3")]
    public Draft GoneWithTheLast { get; } = EveryStep((Xmm g) =>
        (Any((Task t) => s.Member[t, g]) && !Next(Any((Task t) => s.Member[t, g]))).Implies(Next(s.Stage[g]) == GroupStage.Ended));

    [Clause("GRP-7", "INV-9")]
    public Draft GroupIdsAreNeverReused { get; } = EveryStep((Xmm g) =>
        (s.Stage[g] == GroupStage.Ended).Implies(Next(s.Stage[g]) == GroupStage.Ended)
        && (s.Stage[g] == GroupStage.Live).Implies(Next(s.Stage[g]) != GroupStage.Unmade));

    [Clause("GRP-4")]
    public Draft RootJoinsNobody { get; } = EveryStep((Task t, Xmm g) =>
        (s.UidOf[t] == s.Root.Value && s.GroupUid[g] != s.Root.Value && !s.Member[t, g]).Implies(!Next(s.Member[t, g])));

    [Clause("CTX-7", "INV-2")]
    public Draft ViewsAreEntitled { get; } = Always((Task t, Xmm x) => s.View[t, x].Implies(s.Entitled[t, x]));

    [Clause("GRP-2")]
    public Draft TwoMembers { get; } = Sometimes((Task t, Task u, Xmm g) => t != u && s.Member[t, g] && s.Member[u, g]);

    [Clause("GRP-6")]
    public Draft AGroupEnds { get; } = Sometimes((Xmm g) => s.Stage[g] == GroupStage.Ended);
}
