namespace Xvma;

#pragma warning disable CS1591 // What an event is, is said once, where it is found at run time too: in [Statistic].

/// <summary>What a machine counts (FLT-15): the statistics of the in-tree driver, as far as this machine has what they are of.</summary>
public enum GruEvent
{
    // Misses, interrupts, calls.
    [Statistic("miss in the fault map", "an instruction that missed has written its fault handle and set its bit")]
    MissInMap,

    [Statistic("miss without a context", "an instruction of a context that was not loaded has begun with the user's call")]
    MissWithoutContext,

    [Statistic("interrupt", "an interrupt handler has run")]
    Interrupt,

    [Statistic("interrupt, spurious", "an interrupt handler has found no bit, or one whose context is gone (FLT-9)")]
    InterruptSpurious,

    [Statistic("interrupt, lock busy", "an interrupt has not got the context's lock and has left the fault to the user (FLT-8)")]
    InterruptLockBusy,

    [Statistic("switched to user polling", "an interrupt has left a fault to the user (FLT-8, FLT-12)")]
    SwitchedToUser,

    [Statistic("call to the system", "a user has called the system for a fault (FLT-4)")]
    CallOs,

    [Statistic("wait for an invalidation", "a user's fault has waited until no invalidation was under way (FLT-4)")]
    RangeActiveWait,

    [Statistic("retry", "a user's fault has been tried again")]
    Retry,

    // Attempts at a dropin, by who tried and in the order of DropinOutcome.
    [Statistic("interrupt dropin, done", "an interrupt has put the translation into the TLB")]
    InterruptDone,

    [Statistic("interrupt dropin, stale", "an interrupt has found no fault of its own to handle")]
    InterruptStale,

    [Statistic("interrupt dropin, reload", "an interrupt has found a context to be reloaded or reconfigured, or a page without memory")]
    InterruptReload,

    [Statistic("interrupt dropin, range active", "an interrupt has met an invalidation under way")]
    InterruptRangeActive,

    [Statistic("interrupt dropin, overtaken", "the look-up of an interrupt was overtaken by a purge or by the release of the page (FLT-10)")]
    InterruptOvertaken,

    [Statistic("interrupt dropin, exception", "an interrupt has ended the instruction in an exception (FLT-5)")]
    InterruptException,

    [Statistic("user dropin, done", "a user's call has put the translation into the TLB")]
    UserDone,

    [Statistic("user dropin, stale", "a user's call has found no fault left")]
    UserStale,

    [Statistic("user dropin, reload", "a user's call has found no room for its context")]
    UserReload,

    [Statistic("user dropin, range active", "a user's call has met an invalidation under way")]
    UserRangeActive,

    [Statistic("user dropin, overtaken", "the look-up of a user's call was overtaken by a purge or by the release of the page (FLT-10)")]
    UserOvertaken,

    [Statistic("user dropin, exception", "a user's call has ended the instruction in an exception (FLT-5)")]
    UserException,

    // Exceptions by cause.
    [Statistic("exception, not mapped", "an instruction has ended at an address where nothing is mapped")]
    NotMapped,

    [Statistic("exception, not permitted", "an instruction has ended at a mapping that does not grant its access")]
    NotPermitted,

    [Statistic("exception, hole", "an instruction has ended in the hole between the regions")]
    Hole,

    [Statistic("exception, processor address", "an instruction has ended at an address of the processor's own")]
    ProcessorAddress,

    [Statistic("exception, out of memory", "an instruction has ended at a page for which there was no memory")]
    OutOfMemory,

    [Statistic("exception, task gone", "an instruction has ended with its task")]
    TaskGone,

    // Contexts.
    [Statistic("context loaded", "a context has been loaded (CTX-2)")]
    ContextLoad,

    [Statistic("context unloaded", "a context has been unloaded, for whatever reason (CTX-2)")]
    ContextUnload,

    [Statistic("context stolen", "one of these, to make room for another (CTX-6)")]
    ContextSteal,

    [Statistic("wait for room", "a load has found its chiplet full (CTX-6)")]
    RoomWait,

    [Statistic("page size added", "a loaded context has been reconfigured for one more page size (CTX-5)")]
    PageSizeAdded,

    // ASIDs.
    [Statistic("ASIDs assigned", "a space that had none on a chiplet has got a block of ASIDs (CTX-3)")]
    AsidAssigned,

    [Statistic("ASIDs reassigned", "a space has got a new block in place of one of an earlier generation (CTX-4)")]
    AsidReassigned,

    [Statistic("ASIDs passed over", "a block in turn was still in use from before the wrap (CTX-4)")]
    AsidPassedOver,

    [Statistic("ASID wrap", "a chiplet has begun a new generation of ASIDs (CTX-4)")]
    AsidWrap,

    // Invalidations.
    [Statistic("invalidation", "the bracket of an invalidation has begun (IVL-1)")]
    Invalidation,

    [Statistic("purge of a range", "an invalidation has purged a chiplet on which the space was in use (IVL-2)")]
    PurgeRange,

    [Statistic("purge by forgetting", "an invalidation has forgotten the ASIDs of a space that no loaded context of the chiplet used (IVL-7)")]
    PurgeForget,

    [Statistic("flush of a TLB", "a wrap has flushed a whole TLB (CTX-4)")]
    FlushAll,
}
