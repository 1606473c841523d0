using Tenet;
using static Tenet.Logic;

namespace Xvma.Spec.Formal;

/// <summary>Chapter 10: contexts are loaded, unloaded and stolen; ASIDs are given out, forgotten and wrap.</summary>
internal sealed class ContextRules(XvmaVocabulary s) : Rules
{
    [Clause("CTX-1", "CTX-2", "CTX-10"), Fair]
    public Draft LoadContext { get; } = Action((Task t, Chiplet c, Place k) =>
        When(s.Life[t] != TaskLife.Unborn && !s.Closed[t] && s.ChipOf[k] == c)
        .When(Any((Slot i) => s.TaskOf[i] == t && s.Status[i] == CbStatus.CallOs))
        .When(!Any((Chiplet e) => s.Loaded[t, e]) && !Any((Place l) => s.Occupies[t, l]) && !Any((Task u) => s.Occupies[u, k]))
        .Set(s.Occupies[t, k], true)
        .Set(s.Loaded[t, c], true));

    [Clause("CTX-6", "CTX-2", "CTX-8", "CTX-10"), Fair]
    [Means("its place is wanted for another, or its task has ended; a fault in progress is left to the user")]
    public Draft UnloadContext { get; } = Action((Task t, Chiplet c) =>
        When(s.Loaded[t, c] && (s.Closed[t] || All((Slot i) => (s.TaskOf[i] == t).Implies(!s.Retries[i]))))
        .When(All((Slot i) => (s.TaskOf[i] == t).Implies(s.Look[i] == LookUp.Rest)))
        .Set(s.Loaded[t, c], false)
        .ForEach((Slot i) => Set(s.Mode[i], s.TaskOf[i] == t && s.Mode[i] == FaultMode.Fmm ? FaultMode.Upm : s.Mode[i])));

    [Clause("TSK-6", "CTX-8")]
    [Means("exec takes the context away whatever its instructions do")]
    public Draft DropContext { get; } = Action((Task t, Chiplet c) =>
        When(s.Loaded[t, c] && s.Life[t] != TaskLife.Dead)
        .When(All((Slot i) => (s.TaskOf[i] == t).Implies(s.Look[i] == LookUp.Rest)))
        .Set(s.Loaded[t, c], false)
        .ForEach((Slot i) => Set(s.Mode[i], s.TaskOf[i] == t && s.Mode[i] == FaultMode.Fmm ? FaultMode.Upm : s.Mode[i]))
        .ForEach((Size z) => Set(s.Configured[t, z], false)));

    [Clause("CTX-2", "IVL-3"), Fair]
    public Draft Vacate { get; } = Action((Task t, Place k) =>
        When(s.Occupies[t, k] && !Any((Chiplet c) => s.Loaded[t, c]))
        .When(All((Slot i, Chiplet c, Xmm x, Asid a) => (s.TaskOf[i] == t).Implies(!s.Latch[i, c, x, a])))
        .Set(s.Occupies[t, k], false));

    [Clause("CTX-5"), Fair]
    public Draft Configure { get; } = Action((Task t, Size z) =>
        When(!s.Configured[t, z] && Any((Chiplet c) => s.Loaded[t, c]))
        .Set(s.Configured[t, z], true));

    [Clause("CTX-3", "CTX-4"), Fair]
    public Draft Assign { get; } = Action((Chiplet c, Xmm x, Asid a) =>
        When(s.Known[c, x] && !Any((Asid b) => s.Tag[c, x, b]) && !s.Given[c, a])
        .Set(s.Tag[c, x, a], true)
        .Set(s.Given[c, a], true));

    [Clause("CTX-4")]
    [Means("one that a context kept over the wrap, or that a wrap took before its context was loaded")]
    public Draft PassOver { get; } = Action((Chiplet c, Asid a) =>
        When(!s.Given[c, a])
        .Set(s.Given[c, a], true));

    [Clause("CTX-4"), Fair]
    public Draft Wrap { get; } = Action((Chiplet c) =>
        When(All((Asid a) => s.Given[c, a]) && Any((Asid a) => !Any((Xmm x) => s.Tag[c, x, a] && s.Known[c, x])))
        .When(All((Slot i, Xmm x, Asid a) => s.Latch[i, c, x, a].Implies(
            s.Tag[c, x, a] && s.Loaded[s.TaskOf[i], c] && s.View[s.TaskOf[i], x])))
        .ForEach((Xmm x, Asid a) => Set(s.Tag[c, x, a], s.Tag[c, x, a] && s.Known[c, x]))
        .ForEach((Asid a) => Set(s.Given[c, a], Any((Xmm x) => s.Tag[c, x, a] && s.Known[c, x])))
        .ForEach((Asid a, Page p, Frame f) => Set(s.Tlb[c, a, p, f], false))
        .ForEach((Asid a, Page p, Frame f) => Set(s.TlbWrite[c, a, p, f], false)));

    [Clause("CTX-3", "INV-2")]
    public Draft OneSpaceAnAsid { get; } = Always((Chiplet c, Xmm x, Xmm y, Asid a) => (s.Tag[c, x, a] && s.Tag[c, y, a]).Implies(x == y));

    [Clause("CTX-3")]
    public Draft OneAsidASpace { get; } = Always((Chiplet c, Xmm x, Asid a, Asid b) => (s.Tag[c, x, a] && s.Tag[c, x, b]).Implies(a == b));

    [Clause("CTX-4"), Supporting]
    public Draft TagsAreGiven { get; } = Always((Chiplet c, Xmm x, Asid a) => s.Tag[c, x, a].Implies(s.Given[c, a]));

    [Clause("CTX-4"), Supporting]
    public Draft LatchedAreGiven { get; } = Always((Slot i, Chiplet c, Xmm x, Asid a) => s.Latch[i, c, x, a].Implies(s.Given[c, a]));

    [Clause("CTX-4"), Supporting]
    public Draft EntriesAreOfGivenAsids { get; } = Always((Chiplet c, Asid a, Page p, Frame f) => s.Tlb[c, a, p, f].Implies(s.Given[c, a]));

    [Clause("CTX-4", "INV-2")]
    public Draft NobodyElsesAsid { get; } = Always((Slot i, Chiplet c, Xmm x, Xmm y, Asid a) => (s.Latch[i, c, x, a] && s.Tag[c, y, a]).Implies(x == y));

    [Clause("CTX-4", "INV-2")]
    public Draft NobodyElsesLatch { get; } = Always((Slot i, Slot j, Chiplet c, Xmm x, Xmm y, Asid a) =>
        (s.Latch[i, c, x, a] && s.Latch[j, c, y, a]).Implies(x == y));

    [Clause("CTX-1")]
    public Draft OneContextAPlace { get; } = Always((Task t, Task u, Place k) => (s.Occupies[t, k] && s.Occupies[u, k]).Implies(t == u));

    [Clause("CTX-1")]
    public Draft OnePlaceAContext { get; } = Always((Task t, Place k, Place l) => (s.Occupies[t, k] && s.Occupies[t, l]).Implies(k == l));

    [Clause("CTX-1")]
    public Draft OneChipletAContext { get; } = Always((Task t, Chiplet c, Chiplet d) => (s.Loaded[t, c] && s.Loaded[t, d]).Implies(c == d));

    [Clause("IVL-3")]
    public Draft LoadedWhereItIsPlaced { get; } = Always((Task t, Place k, Chiplet c) => (s.Occupies[t, k] && s.Loaded[t, c]).Implies(s.ChipOf[k] == c));

    [Clause("TRD-4", "CTX-2")]
    public Draft TheDeadAreNotLoaded { get; } = Always((Task t, Chiplet c) => s.Loaded[t, c].Implies(s.Life[t] != TaskLife.Dead));

    [Clause("CTX-4")]
    public Draft AnAsidIsGivenAgain { get; } = Sometimes((Chiplet c, Asid a) => s.Given[c, a] && !Any((Xmm x) => s.Tag[c, x, a]));
}
