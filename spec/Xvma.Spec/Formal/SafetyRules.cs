using Tenet;
using static Tenet.Logic;

namespace Xvma.Spec.Formal;

/// <summary>Chapter 13: what all of it is for.</summary>
internal sealed class SafetyRules(XvmaVocabulary s) : Rules
{
    [Clause("INV-4", "TRD-1")]
    [Means("an entry that anybody can still find is one of the map as it is now")]
    public Draft NoStaleTranslation { get; } = Always((Chiplet c, Xmm x, Asid a, Page p, Frame f) =>
        (s.Tag[c, x, a] && s.Tlb[c, a, p, f]).Implies(s.Backed[x, p, f]));

    [Clause("INV-4", "IVL-3")]
    [Means("also for an instruction that has read an ASID that has been taken away since")]
    public Draft NoStaleTranslationInFlight { get; } = Always((Slot i, Chiplet c, Xmm x, Asid a, Page p, Frame f) =>
        (s.Latch[i, c, x, a] && s.Tlb[c, a, p, f]).Implies(s.Backed[x, p, f]));

    [Clause("INV-6", "INV-4")]
    [Means("what an instruction is about to access is what its address means now")]
    public Draft UsesOfTheMapAsItIs { get; } = Always((Slot i, Xmm x, Page p, Frame f) => s.Uses[i, x, p, f].Implies(s.Backed[x, p, f]));

    [Clause("INV-2", "CTX-7")]
    public Draft Isolation { get; } = Always((Slot i, Xmm x, Page p, Frame f) => s.Uses[i, x, p, f].Implies(s.Entitled[s.TaskOf[i], x]));

    [Clause("INV-2", "TRD-2")]
    public Draft IsolationOfReach { get; } = Always((Slot i, Chiplet c, Xmm x, Asid a) => s.Latch[i, c, x, a].Implies(s.Entitled[s.TaskOf[i], x]));

    [Clause("INV-3", "SHM-2")]
    public Draft Agreement { get; } = Always((Slot i, Slot j, Xmm x, Page p, Page q, Frame f, Frame g) =>
        (s.Uses[i, x, p, f] && s.Uses[j, x, q, g] && s.Meets[p, q]).Implies(p == q && f == g));

    [Clause("INV-10", "INS-10")]
    public Draft WritesAreAllowed { get; } = Always((Slot i, Xmm x, Page p, Frame f) =>
        (s.Uses[i, x, p, f] && s.Writes[i]).Implies(s.MayWrite[x, p]));

    [Clause("INV-10"), Supporting]
    public Draft EntriesAllowNoMore { get; } = Always((Chiplet c, Xmm x, Asid a, Page p, Frame f) =>
        (s.Tag[c, x, a] && s.TlbWrite[c, a, p, f]).Implies(s.MayWrite[x, p]));

    [Clause("INV-10"), Supporting]
    public Draft EntriesInFlightAllowNoMore { get; } = Always((Slot i, Chiplet c, Xmm x, Asid a, Page p, Frame f) =>
        (s.Latch[i, c, x, a] && s.TlbWrite[c, a, p, f]).Implies(s.MayWrite[x, p]));

    [Clause("INV-10"), Supporting]
    public Draft WritableEntriesAreEntries { get; } = Always((Chiplet c, Asid a, Page p, Frame f) =>
        s.TlbWrite[c, a, p, f].Implies(s.Tlb[c, a, p, f]));

    [Clause("INV-2")]
    public Draft TwoTasksReachOneFrame { get; } = Sometimes((Slot i, Slot j, Xmm x, Page p) =>
        s.TaskOf[i] != s.TaskOf[j] && Any((Frame f) => s.Uses[i, x, p, f] && s.Uses[j, x, p, f]));
}
