namespace Xvma;

/// <summary>What a machine counts (FLT-15): the statistics of the in-tree driver, as far as this machine has what they are of.</summary>
public enum GruEvent
{
    // Misses, interrupts, calls.
    /// <summary>An instruction that missed has written its fault handle and set its bit.</summary>
    [Statistic("miss in the fault map", "an instruction that missed has written its fault handle and set its bit")]
    MissInMap,

    /// <summary>An instruction of a context that was not loaded has begun with the user's call.</summary>
    [Statistic("miss without a context", "an instruction of a context that was not loaded has begun with the user's call")]
    MissWithoutContext,

    /// <summary>An interrupt handler has run.</summary>
    [Statistic("interrupt", "an interrupt handler has run")]
    Interrupt,

    /// <summary>An interrupt handler has found no bit, or one whose context is gone (FLT-9).</summary>
    [Statistic("interrupt, spurious", "an interrupt handler has found no bit, or one whose context is gone (FLT-9)")]
    InterruptSpurious,

    /// <summary>An interrupt has not got the context's lock and has left the fault to the user (FLT-8).</summary>
    [Statistic("interrupt, lock busy", "an interrupt has not got the context's lock and has left the fault to the user (FLT-8)")]
    InterruptLockBusy,

    /// <summary>An interrupt has left a fault to the user (FLT-8, FLT-12).</summary>
    [Statistic("switched to user polling", "an interrupt has left a fault to the user (FLT-8, FLT-12)")]
    SwitchedToUser,

    /// <summary>A user has called the system for a fault (FLT-4).</summary>
    [Statistic("call to the system", "a user has called the system for a fault (FLT-4)")]
    CallOs,

    /// <summary>A user's fault has waited until no invalidation was under way (FLT-4).</summary>
    [Statistic("wait for an invalidation", "a user's fault has waited until no invalidation was under way (FLT-4)")]
    RangeActiveWait,

    /// <summary>A user's fault has been tried again.</summary>
    [Statistic("retry", "a user's fault has been tried again")]
    Retry,

    /// <summary>A dropin has brought a page beyond the faulting one with it (FLT-13).</summary>
    [Statistic("preload", "a dropin has brought a page beyond the faulting one with it (FLT-13)")]
    Preload,

    /// <summary>An instruction that has missed too often has taken the turn of its chiplet (FLT-16).</summary>
    [Statistic("turn", "an instruction that has missed too often has taken the turn of its chiplet (FLT-16)")]
    Turn,

    /// <summary>A dropin has left its set as it was, in another instruction's turn (FLT-17).</summary>
    [Statistic("dropin without displacing", "a dropin has left its set as it was, in another instruction's turn (FLT-17)")]
    Undisplaced,

    // Attempts at a dropin, by who tried and in the order of DropinOutcome.
    /// <summary>An interrupt has put the translation into the TLB.</summary>
    [Statistic("interrupt dropin, done", "an interrupt has put the translation into the TLB")]
    InterruptDone,

    /// <summary>An interrupt has found no fault of its own to handle.</summary>
    [Statistic("interrupt dropin, stale", "an interrupt has found no fault of its own to handle")]
    InterruptStale,

    /// <summary>An interrupt has found a context to be reloaded or reconfigured, or a page without memory.</summary>
    [Statistic("interrupt dropin, reload", "an interrupt has found a context to be reloaded or reconfigured, or a page without memory")]
    InterruptReload,

    /// <summary>An interrupt has met an invalidation under way.</summary>
    [Statistic("interrupt dropin, range active", "an interrupt has met an invalidation under way")]
    InterruptRangeActive,

    /// <summary>The look-up of an interrupt was overtaken by a purge or by the release of the page (FLT-10).</summary>
    [Statistic("interrupt dropin, overtaken", "the look-up of an interrupt was overtaken by a purge or by the release of the page (FLT-10)")]
    InterruptOvertaken,

    /// <summary>An interrupt has ended the instruction in an exception (FLT-5).</summary>
    [Statistic("interrupt dropin, exception", "an interrupt has ended the instruction in an exception (FLT-5)")]
    InterruptException,

    /// <summary>A user's call has put the translation into the TLB.</summary>
    [Statistic("user dropin, done", "a user's call has put the translation into the TLB")]
    UserDone,

    /// <summary>A user's call has found no fault left.</summary>
    [Statistic("user dropin, stale", "a user's call has found no fault left")]
    UserStale,

    /// <summary>A user's call has found no room for its context.</summary>
    [Statistic("user dropin, reload", "a user's call has found no room for its context")]
    UserReload,

    /// <summary>A user's call has met an invalidation under way.</summary>
    [Statistic("user dropin, range active", "a user's call has met an invalidation under way")]
    UserRangeActive,

    /// <summary>The look-up of a user's call was overtaken by a purge or by the release of the page (FLT-10).</summary>
    [Statistic("user dropin, overtaken", "the look-up of a user's call was overtaken by a purge or by the release of the page (FLT-10)")]
    UserOvertaken,

    /// <summary>A user's call has ended the instruction in an exception (FLT-5).</summary>
    [Statistic("user dropin, exception", "a user's call has ended the instruction in an exception (FLT-5)")]
    UserException,

    // Exceptions by cause.
    /// <summary>An instruction has ended at an address where nothing is mapped.</summary>
    [Statistic("exception, not mapped", "an instruction has ended at an address where nothing is mapped")]
    NotMapped,

    /// <summary>An instruction has ended at a mapping that does not grant its access.</summary>
    [Statistic("exception, not permitted", "an instruction has ended at a mapping that does not grant its access")]
    NotPermitted,

    /// <summary>An instruction has ended in the hole between the regions.</summary>
    [Statistic("exception, hole", "an instruction has ended in the hole between the regions")]
    Hole,

    /// <summary>An instruction has ended at an address of the processor's own.</summary>
    [Statistic("exception, processor address", "an instruction has ended at an address of the processor's own")]
    ProcessorAddress,

    /// <summary>An instruction has ended at a page for which there was no memory.</summary>
    [Statistic("exception, out of memory", "an instruction has ended at a page for which there was no memory")]
    OutOfMemory,

    /// <summary>An instruction has reached for memory of a partition that has failed (PAR-2).</summary>
    [Statistic("exception, partition failed", "an instruction has reached for memory of a partition that has failed (PAR-2)")]
    PartitionFailed,

    /// <summary>An instruction has been given up after its request was lost as often as it was tried (INS-14).</summary>
    [Statistic("exception, request lost", "an instruction has been given up after its request was lost as often as it was tried (INS-14)")]
    RequestLost,

    /// <summary>An instruction has ended with its task.</summary>
    [Statistic("exception, task gone", "an instruction has ended with its task")]
    TaskGone,

    // The fabric.
    /// <summary>A request to memory of another partition has been lost (PAR-6).</summary>
    [Statistic("request lost", "a request to memory of another partition has been lost (PAR-6)")]
    LostRequest,

    /// <summary>An instruction has been issued again for that (INS-14).</summary>
    [Statistic("issued again", "an instruction has been issued again for that (INS-14)")]
    Reissue,

    // Contexts.
    /// <summary>A context has been loaded (CTX-2).</summary>
    [Statistic("context loaded", "a context has been loaded (CTX-2)")]
    ContextLoad,

    /// <summary>A context has been unloaded, for whatever reason (CTX-2).</summary>
    [Statistic("context unloaded", "a context has been unloaded, for whatever reason (CTX-2)")]
    ContextUnload,

    /// <summary>One of these, to make room for another (CTX-6).</summary>
    [Statistic("context stolen", "one of these, to make room for another (CTX-6)")]
    ContextSteal,

    /// <summary>A load has found its chiplet full (CTX-6).</summary>
    [Statistic("wait for room", "a load has found its chiplet full (CTX-6)")]
    RoomWait,

    /// <summary>A loaded context has been reconfigured for one more page size (CTX-5).</summary>
    [Statistic("page size added", "a loaded context has been reconfigured for one more page size (CTX-5)")]
    PageSizeAdded,

    // ASIDs.
    /// <summary>A space that had none on a chiplet has got a block of ASIDs (CTX-3).</summary>
    [Statistic("ASIDs assigned", "a space that had none on a chiplet has got a block of ASIDs (CTX-3)")]
    AsidAssigned,

    /// <summary>A space has got a new block in place of one of an earlier generation (CTX-4).</summary>
    [Statistic("ASIDs reassigned", "a space has got a new block in place of one of an earlier generation (CTX-4)")]
    AsidReassigned,

    /// <summary>A block in turn was still in use from before the wrap (CTX-4).</summary>
    [Statistic("ASIDs passed over", "a block in turn was still in use from before the wrap (CTX-4)")]
    AsidPassedOver,

    /// <summary>A chiplet has begun a new generation of ASIDs (CTX-4).</summary>
    [Statistic("ASID wrap", "a chiplet has begun a new generation of ASIDs (CTX-4)")]
    AsidWrap,

    // Invalidations.
    /// <summary>The bracket of an invalidation has begun (IVL-1).</summary>
    [Statistic("invalidation", "the bracket of an invalidation has begun (IVL-1)")]
    Invalidation,

    /// <summary>An invalidation has purged a chiplet on which the space was in use (IVL-2).</summary>
    [Statistic("purge of a range", "an invalidation has purged a chiplet on which the space was in use (IVL-2)")]
    PurgeRange,

    /// <summary>An invalidation has forgotten the ASIDs of a space that no loaded context of the chiplet used (IVL-7).</summary>
    [Statistic("purge by forgetting", "an invalidation has forgotten the ASIDs of a space that no loaded context of the chiplet used (IVL-7)")]
    PurgeForget,

    /// <summary>A wrap has flushed a whole TLB (CTX-4).</summary>
    [Statistic("flush of a TLB", "a wrap has flushed a whole TLB (CTX-4)")]
    FlushAll,
}
