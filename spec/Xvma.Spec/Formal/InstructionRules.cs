using Tenet;
using static Tenet.Logic;

namespace Xvma.Spec.Formal;

/// <summary>
/// Chapter 8: an instruction, page by page. Loads, stores, atomic operations, copies and messages are reads and writes of addresses here.
/// </summary>
internal sealed class InstructionRules(XvmaVocabulary s) : Rules
{
    [Clause("INS-1", "INS-9")]
    public Draft Issue { get; } = Action((Slot i, Address d, bool write) =>
        When(s.Status[i] == CbStatus.Idle && s.Life[s.TaskOf[i]].IsIn(TaskLife.Alive, TaskLife.Exiting) && !s.Closed[s.TaskOf[i]])
        .Set(s.Status[i], CbStatus.Active)
        .Set(s.Wants[i, d], true)
        .Set(s.Writes[i], write));

    [Clause("INS-6", "CTX-7"), Fair]
    [Means("it announces itself and reads the configuration of its context")]
    public Draft Latch { get; } = Action((Slot i, Chiplet c, Xmm x, Asid a) =>
        When(s.Status[i] == CbStatus.Active && !s.Missed[i] && !Any((Chiplet e, Xmm y, Asid b) => s.Latch[i, e, y, b]))
        .When(s.Loaded[s.TaskOf[i], c] && s.View[s.TaskOf[i], x] && s.Tag[c, x, a])
        .When(All((Address d) => s.Wants[i, d].Implies(s.Concerns[d, x])))
        .Set(s.Latch[i, c, x, a], true));

    [Clause("INS-10", "PGS-5"), Fair]
    public Draft Hit { get; } = Action((Slot i, Chiplet c, Xmm x, Asid a, Page p, Frame f) =>
        When(s.Latch[i, c, x, a] && s.Tlb[c, a, p, f] && !Any((Xmm y, Page q, Frame g) => s.Uses[i, y, q, g]))
        .When(All((Address d) => s.Wants[i, d].Implies(s.Within[d, p])))
        .When(s.Writes[i].Implies(s.TlbWrite[c, a, p, f]))
        .Set(s.Uses[i, x, p, f], true));

    [Clause("INS-3", "INS-4", "MEM-1"), Fair]
    public Draft Write { get; } = Action((Slot i, Xmm x, Page p, Frame f, Value v) =>
        When(s.Uses[i, x, p, f] && s.Writes[i] && !s.Lost[i, f])
        .Set(s.Contents[f], v)
        .Set(s.Status[i], CbStatus.Idle)
        .Set(s.Writes[i], false)
        .Set(s.Retries[i], false)
        .Set(s.Tries[i], Tries.None)
        .ForEach((Address d) => Set(s.Wants[i, d], false))
        .ForEach((Chiplet c, Xmm y, Asid a) => Set(s.Latch[i, c, y, a], false))
        .ForEach((Xmm y, Page q, Frame g) => Set(s.Uses[i, y, q, g], false)));

    [Clause("INS-3", "INS-11"), Fair]
    public Draft Read { get; } = Action((Slot i, Xmm x, Page p, Frame f) =>
        When(s.Uses[i, x, p, f] && !s.Writes[i] && !s.Lost[i, f])
        .Set(s.Status[i], CbStatus.Idle)
        .Set(s.Retries[i], false)
        .Set(s.Tries[i], Tries.None)
        .ForEach((Address d) => Set(s.Wants[i, d], false))
        .ForEach((Chiplet c, Xmm y, Asid a) => Set(s.Latch[i, c, y, a], false))
        .ForEach((Xmm y, Page q, Frame g) => Set(s.Uses[i, y, q, g], false)));

    [Clause("FLT-1", "INS-7", "INS-10"), Fair]
    [Means("no entry with the right it needs; it reads no more until it is tried again")]
    public Draft Withdraw { get; } = Action((Slot i, Chiplet c, Xmm x, Asid a) =>
        When(s.Latch[i, c, x, a] && !Any((Xmm y, Page q, Frame g) => s.Uses[i, y, q, g]))
        .When(All((Address d, Page p, Frame f) => (s.Wants[i, d] && s.Within[d, p] && s.Tlb[c, a, p, f]).Implies(s.Writes[i] && !s.TlbWrite[c, a, p, f])))
        .Set(s.Latch[i, c, x, a], false)
        .Set(s.Missed[i], true));

    [Clause("FLT-14", "INS-7")]
    [Means("the entry has been displaced, or came when it had looked already")]
    public Draft WithdrawAllTheSame { get; } = Action((Slot i, Chiplet c, Xmm x, Asid a) =>
        When(s.Latch[i, c, x, a] && !Any((Xmm y, Page q, Frame g) => s.Uses[i, y, q, g]))
        .Set(s.Latch[i, c, x, a], false)
        .Set(s.Missed[i], true));

    [Clause("FLT-1", "CTX-2"), Fair]
    [Means("no context to translate in; an instruction that has missed before does not miss for that reason while its context is loaded")]
    public Draft FindNoContext { get; } = Action((Slot i) =>
        When(s.Status[i] == CbStatus.Active && !s.Missed[i])
        .When(!Any((Chiplet e, Xmm y, Asid b) => s.Latch[i, e, y, b]) && !Any((Xmm y, Page p, Frame f) => s.Uses[i, y, p, f]))
        .When(!s.Retries[i] || All((Chiplet c, Xmm x, Address d) =>
            (s.Loaded[s.TaskOf[i], c] && s.View[s.TaskOf[i], x] && s.Wants[i, d]).Implies(!s.Concerns[d, x])))
        .Set(s.Missed[i], true));

    [Clause("INS-8", "INS-11"), Fair]
    public Draft TakeException { get; } = Action((Slot i) =>
        When(s.Status[i] == CbStatus.Exception && !s.Transient[i])
        .Set(s.Status[i], CbStatus.Idle)
        .Set(s.Writes[i], false)
        .Set(s.Retries[i], false)
        .Set(s.Tries[i], Tries.None)
        .ForEach((Address d) => Set(s.Wants[i, d], false)));

    [Clause("INS-8"), Fair]
    [Means("it has not been accessed, and nothing waits for it any more")]
    public Draft EndWithTheOtherOperand { get; } = Action((Slot i, Slot j) =>
        When(s.OneCopy[i, j] && s.Status[j] == CbStatus.Exception && !s.Transient[j] && s.Status[i] == CbStatus.Active)
        .When(!Any((Chiplet e, Xmm y, Asid a) => s.Latch[i, e, y, a]) && !Any((Xmm y, Page p, Frame f) => s.Uses[i, y, p, f]))
        .Set(s.Missed[i], false)
        .Set(s.Status[i], CbStatus.Exception));

    [Clause("INS-8", "INS-9")]
    [Means("without a fault of its own an instruction ends only with its task, with the other operand of its copy, or with the partition it has reached or the way there")]
    public Draft NoExceptionWithoutAFault { get; } = EveryStep((Slot i) =>
        (s.Status[i] == CbStatus.Active && Next(s.Status[i]) == CbStatus.Exception).Implies(
            s.Closed[s.TaskOf[i]] || Any((Slot j) => s.OneCopy[i, j] && s.Status[j] == CbStatus.Exception && !s.Transient[j])
            || Any((Xmm x, Page p, Frame f) => s.Uses[i, x, p, f]
                && (s.Failed[s.SiteOf[f]] || (s.Disturbed[s.SiteOf[f]] && s.HomeOf[s.TaskOf[i]] != s.SiteOf[f])))));

    [Clause("INS-1")]
    public Draft OneAddressAtATime { get; } = Always((Slot i, Address d, Address e) => (s.Wants[i, d] && s.Wants[i, e]).Implies(d == e));

    [Clause("INS-6"), Supporting]
    public Draft OnlyActiveLatch { get; } = Always((Slot i, Chiplet c, Xmm x, Asid a) => s.Latch[i, c, x, a].Implies(s.Status[i] == CbStatus.Active));

    [Clause("INS-6"), Supporting]
    public Draft OneConfiguration { get; } = Always((Slot i, Chiplet c, Xmm x, Asid a, Chiplet d, Xmm y, Asid b) =>
        (s.Latch[i, c, x, a] && s.Latch[i, d, y, b]).Implies(c == d && x == y && a == b));

    [Clause("INS-11"), Supporting]
    public Draft IdleWantsNothing { get; } = Always((Slot i, Address d) =>
        (s.Status[i] == CbStatus.Idle).Implies(!s.Wants[i, d] && !s.Writes[i] && !s.Retries[i] && !s.Missed[i]));

    [Clause("INV-2", "INS-10")]
    [Means("an access reaches what its own address means")]
    public Draft AnAccessIsOfItsAddress { get; } = Always((Slot i, Xmm x, Page p, Frame f, Address d) =>
        (s.Uses[i, x, p, f] && s.Wants[i, d]).Implies(s.Within[d, p]));

    [Clause("CTX-7", "INV-2")]
    public Draft AnAccessIsInItsSpace { get; } = Always((Slot i, Chiplet c, Xmm x, Asid a, Address d) =>
        (s.Latch[i, c, x, a] && s.Wants[i, d]).Implies(s.Concerns[d, x]));

    [Clause("INS-3", "INS-4")]
    [Means("memory that stays allocated changes only by an instruction that holds its translation and writes")]
    public Draft OnlyWritesWrite { get; } = EveryStep((Frame f) =>
        (s.Live[f] && Next(s.Live[f]) && Next(s.Contents[f]) != s.Contents[f]).Implies(
            Any((Slot i, Xmm x, Page p) => s.Uses[i, x, p, f] && s.Writes[i])));

    [Clause("INS-11", "INS-3")]
    public Draft AnInstructionEndsWithItsAccess { get; } = EveryStep((Slot i) =>
        (s.Status[i] == CbStatus.Active && Next(s.Status[i]) == CbStatus.Idle).Implies(Any((Xmm x, Page p, Frame f) => s.Uses[i, x, p, f])));

    [Clause("INS-7"), Supporting]
    public Draft OnlyActiveMiss { get; } = Always((Slot i) => s.Missed[i].Implies(s.Status[i] == CbStatus.Active));

    [Clause("INS-7"), Supporting]
    public Draft MissedHoldsNothing { get; } = Always((Slot i, Chiplet c, Xmm x, Asid a, Page p, Frame f) =>
        s.Missed[i].Implies(!s.Latch[i, c, x, a] && !s.Uses[i, x, p, f]));

    [Clause("INS-7")]
    public Draft WaitingIsNotActive { get; } = Always((Slot i, Xmm x, Page p, Frame f) =>
        s.Uses[i, x, p, f].Implies(s.Status[i] == CbStatus.Active));

    [Clause("INV-12", "INS-8")]
    public Draft EveryInstructionEnds { get; } = Leads(
        (Slot i) => s.Status[i] != CbStatus.Idle, (Slot i) => s.Status[i] == CbStatus.Idle);

    [Clause("INS-3")]
    public Draft SomethingIsWritten { get; } = Sometimes((Frame f) => s.Contents[f] != s.Zero.Value);
}
