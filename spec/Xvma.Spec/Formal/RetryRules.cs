using Tenet;
using static Tenet.Logic;

namespace Xvma.Spec.Formal;

/// <summary>Chapters 8 and 15: requests that the fabric loses, and the instructions that are issued again for it.</summary>
internal sealed class RetryRules(XvmaVocabulary s) : Rules
{
    [Clause("PAR-6")]
    [Means("from now on the fabric loses requests to its memory, or no longer does")]
    public Draft Disturb { get; } = Action((Partition b, bool isDisturbed) =>
        Refuse(Error.PartitionFailed, s.Failed[b])
        .Set(s.Disturbed[b], isDisturbed));

    [Clause("PAR-6", "INS-15"), Fair]
    [Means("the request does not reach the memory; it may be the last that is lost")]
    public Draft LoseRequest { get; } = Action((Slot i, Xmm x, Page p, Frame f, Partition b, bool isLast) =>
        When(s.Uses[i, x, p, f] && s.SiteOf[f] == b && s.Disturbed[b] && s.HomeOf[s.TaskOf[i]] != b)
        .Set(s.Disturbed[b], !isLast)
        .Set(s.Status[i], CbStatus.Exception)
        .Set(s.Transient[i], true)
        .ForEach((Chiplet c, Xmm y, Asid a) => Set(s.Latch[i, c, y, a], false))
        .ForEach((Xmm y, Page q, Frame g) => Set(s.Uses[i, y, q, g], false)));

    [Clause("INS-14"), Fair]
    [Means("from its beginning: it announces itself, and reads its context and the TLB again")]
    public Draft Reissue { get; } = Action((Slot i) =>
        When(s.Status[i] == CbStatus.Exception && s.Transient[i] && s.Tries[i] != Tries.Thrice)
        .Set(s.Status[i], CbStatus.Active)
        .Set(s.Transient[i], false)
        .Set(s.Tries[i], s.Tries[i] == Tries.None ? Tries.Once : s.Tries[i] == Tries.Once ? Tries.Twice : Tries.Thrice));

    [Clause("INS-14"), Fair]
    [Means("the operands of a copy are tried again together, so one may be given up before it has had all its tries")]
    public Draft GiveUp { get; } = Action((Slot i) =>
        When(s.Status[i] == CbStatus.Exception && s.Transient[i])
        .When(s.Tries[i] == Tries.Thrice || Any((Slot j) => s.OneCopy[i, j]))
        .Set(s.Transient[i], false));

    [Clause("INS-14"), Supporting]
    public Draft OnlyExceptionsAreTransient { get; } = Always((Slot i) => s.Transient[i].Implies(s.Status[i] == CbStatus.Exception));

    [Clause("INS-14"), Supporting]
    public Draft IdleHasTriedNothing { get; } = Always((Slot i) => (s.Status[i] == CbStatus.Idle).Implies(s.Tries[i] == Tries.None));

    [Clause("INS-14")]
    [Means("only a transient exception is tried again, and each time counts")]
    public Draft EachTryCounts { get; } = EveryStep((Slot i) =>
        (s.Status[i] == CbStatus.Exception && Next(s.Status[i]) == CbStatus.Active).Implies(
            s.Transient[i]
            && ((s.Tries[i] == Tries.None && Next(s.Tries[i]) == Tries.Once)
                || (s.Tries[i] == Tries.Once && Next(s.Tries[i]) == Tries.Twice)
                || (s.Tries[i] == Tries.Twice && Next(s.Tries[i]) == Tries.Thrice))));

    [Clause("INS-14")]
    [Means("what was on its way to memory that has not failed is tried again")]
    public Draft WhatIsLostIsTransient { get; } = EveryStep((Slot i, Xmm x, Page p, Frame f) =>
        (s.Uses[i, x, p, f] && !Any((Xmm y, Page q, Frame g) => s.Uses[i, y, q, g] && s.Failed[s.SiteOf[g]])
            && Next(s.Status[i]) == CbStatus.Exception).Implies(Next(s.Transient[i])));

    [Clause("INS-14")]
    [Means("an exception that may go away is not the program's before it has been tried again as often as may be")]
    public Draft NotGivenUpEarly { get; } = EveryStep((Slot i) =>
        (s.Transient[i] && !Next(s.Transient[i]) && Next(s.Status[i]) != CbStatus.Active).Implies(
            s.Tries[i] == Tries.Thrice || Any((Slot j) => s.OneCopy[i, j])));

    [Clause("INS-14")]
    [Means("what an earlier one has used up of them is not missing")]
    public Draft EachHasAllItsTries { get; } = EveryStep((Slot i) =>
        (s.Status[i] == CbStatus.Idle && Next(s.Status[i]) == CbStatus.Active).Implies(Next(s.Tries[i]) == Tries.None));

    [Clause("INS-15")]
    [Means("what has written has ended: it is not tried again")]
    public Draft WhatWritesIsOver { get; } = EveryStep((Frame f) =>
        (s.Live[f] && Next(s.Live[f]) && Next(s.Contents[f]) != s.Contents[f]).Implies(
            Any((Slot i, Xmm x, Page p) => s.Uses[i, x, p, f] && s.Writes[i] && Next(s.Status[i]) == CbStatus.Idle)));

    [Clause("INS-15")]
    [Means("no try goes on with what an earlier one has read")]
    public Draft TriedAgainFromTheBeginning { get; } = Always((Slot i, Chiplet c, Xmm x, Asid a, Page p, Frame f) =>
        s.Transient[i].Implies(!s.Latch[i, c, x, a] && !s.Uses[i, x, p, f]));

    [Clause("PAR-6")]
    [Means("what has failed answers at once, and loses nothing")]
    public Draft FailedAreNotDisturbed { get; } = Always((Partition b) => !(s.Failed[b] && s.Disturbed[b]));

    [Clause("INS-14")]
    public Draft AnInstructionIsGivenUp { get; } = Sometimes((Slot i) => s.Transient[i] && s.Tries[i] == Tries.Thrice);

    [Clause("INS-14")]
    public Draft ARetriedInstructionAccesses { get; } = Sometimes((Slot i, Xmm x, Page p, Frame f) => s.Tries[i] == Tries.Thrice && s.Uses[i, x, p, f]);
}
