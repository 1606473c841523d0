using Tenet;
using static Tenet.Logic;

namespace Xvma.Spec.Formal;

#pragma warning disable CS1591 // What a symbol means is said once, where the generated chapters find it too: in [Means].

/// <summary>The setting and the state of the system: what its rules speak of.</summary>
public sealed class XvmaVocabulary : Vocabulary
{
    // The setting.
    [Means("the private space of task t")]
    public Function<Task, Xmm> Own { get; } = new(Over.Rigid);

    [Means("x is a shared_xmm")]
    public Relation<Xmm> Shared { get; } = new(Over.Rigid);

    [Means("the uid a group is created with")]
    public Function<Xmm, Uid> GroupUid { get; } = new(Over.Rigid);

    [Means("the administrator")]
    public Constant<Uid> Root { get; } = new();

    [Means("address d is in the shared region")]
    public Relation<Address> High { get; } = new(Over.Rigid);

    [Means("page p is in the shared region")]
    public Relation<Page> HighPage { get; } = new(Over.Rigid);

    [Means("address d is in page p")]
    public Relation<Address, Page> Within { get; } = new(Over.Rigid);

    [Means("pages p and q have an address in common")]
    public Relation<Page, Page> Meets { get; } = new(Over.Rigid);

    [Means("range r has an address of page p")]
    public Relation<Range, Page> Touches { get; } = new(Over.Rigid);

    [Means("range r has all of page p")]
    public Relation<Range, Page> Covers { get; } = new(Over.Rigid);

    [Means("the range of all addresses")]
    public Constant<Range> Everything { get; } = new();

    [Means("the size of page p")]
    public Function<Page, Size> SizeOf { get; } = new(Over.Rigid);

    [Means("the size of frame f")]
    public Function<Frame, Size> FrameSize { get; } = new(Over.Rigid);

    [Means("the task whose instruction slot i is")]
    public Function<Slot, Task> TaskOf { get; } = new(Over.Rigid);

    [Means("slots i and j hold the two operands of a copy")]
    public Relation<Slot, Slot> OneCopy { get; } = new(Over.Rigid);

    [Means("the chiplet that place k is on")]
    public Function<Place, Chiplet> ChipOf { get; } = new(Over.Rigid);

    [Means("the space that invalidation n is of")]
    public Function<Invalidation, Xmm> SpaceOf { get; } = new(Over.Rigid);

    [Means("the range that invalidation n is of")]
    public Function<Invalidation, Range> RangeOf { get; } = new(Over.Rigid);

    [Means("invalidation n, when it is a move, takes page p to page q")]
    public Relation<Invalidation, Page, Page> Onto { get; } = new(Over.Rigid);

    [Means("the partition that frame f is in")]
    public Function<Frame, Partition> SiteOf { get; } = new(Over.Rigid);

    [Means("the partition that task t runs in")]
    public Function<Task, Partition> HomeOf { get; } = new(Over.Rigid);

    [Means("the task that exports segment s")]
    public Function<Segment, Task> OwnerOf { get; } = new(Over.Rigid);

    [Means("what of its owner's memory segment s exports")]
    public Function<Segment, Range> Exports { get; } = new(Over.Rigid);

    [Means("segment s may be written")]
    public Relation<Segment> SegmentWrite { get; } = new(Over.Rigid);

    [Means("the segment that permit k is for")]
    public Function<Permit, Segment> SegmentOf { get; } = new(Over.Rigid);

    [Means("the task that permit k is given to")]
    public Function<Permit, Task> HolderOf { get; } = new(Over.Rigid);

    [Means("permit k allows writing")]
    public Relation<Permit> PermitWrite { get; } = new(Over.Rigid);

    [Means("memory that was never written")]
    public Constant<Value> Zero { get; } = new();

    // Tasks and groups.
    [Means("the life of task t")]
    public Function<Task, TaskLife> Life { get; } = new();

    [Means("the uid of task t")]
    public Function<Task, Uid> UidOf { get; } = new();

    [Means("the context of task t is closed for good")]
    public Relation<Task> Closed { get; } = new();

    [Means("the life of group g")]
    public Function<Xmm, GroupStage> Stage { get; } = new();

    [Means("task t is a member of group g")]
    public Relation<Task, Xmm> Member { get; } = new();

    // Mappings and memory.
    [Means("space x maps page p")]
    public Relation<Xmm, Page> Mapped { get; } = new();

    [Means("page p of x may be read")]
    public Relation<Xmm, Page> Readable { get; } = new();

    [Means("page p of x may be written")]
    public Relation<Xmm, Page> Writable { get; } = new();

    [Means("page p of x has frame f")]
    public Relation<Xmm, Page, Frame> Backed { get; } = new();

    [Means("frame f is allocated")]
    public Relation<Frame> Live { get; } = new();

    [Means("invalidation n has yet to give frame f back")]
    public Relation<Invalidation, Frame> Condemned { get; } = new();

    [Means("what frame f holds")]
    public Function<Frame, Value> Contents { get; } = new();

    // Contexts.
    [Means("the context of task t occupies place k")]
    public Relation<Task, Place> Occupies { get; } = new();

    [Means("the context of task t is loaded on chiplet c")]
    public Relation<Task, Chiplet> Loaded { get; } = new();

    [Means("the context of task t translates space x")]
    public Relation<Task, Xmm> View { get; } = new();

    [Means("the context of task t may hold pages of size z")]
    public Relation<Task, Size> Configured { get; } = new();

    [Means("ASID a stands for space x on chiplet c")]
    public Relation<Chiplet, Xmm, Asid> Tag { get; } = new();

    [Means("ASID a has been given out on chiplet c in this generation")]
    public Relation<Chiplet, Asid> Given { get; } = new();

    [Means("the TLB of chiplet c translates page p under ASID a to frame f")]
    public Relation<Chiplet, Asid, Page, Frame> Tlb { get; } = new();

    [Means("and allows writing")]
    public Relation<Chiplet, Asid, Page, Frame> TlbWrite { get; } = new();

    // Instructions and faults.
    [Means("the status of slot i")]
    public Function<Slot, CbStatus> Status { get; } = new();

    [Means("the instruction in slot i accesses address d")]
    public Relation<Slot, Address> Wants { get; } = new();

    [Means("and writes it")]
    public Relation<Slot> Writes { get; } = new();

    [Means("it has found no translation, and is about to say so")]
    public Relation<Slot> Missed { get; } = new();

    [Means("it has missed before: its context may not be stolen")]
    public Relation<Slot> Retries { get; } = new();

    [Means("the instruction in slot i has read that ASID a stands for x on chiplet c")]
    public Relation<Slot, Chiplet, Xmm, Asid> Latch { get; } = new();

    [Means("the instruction in slot i holds the translation of page p of x to frame f")]
    public Relation<Slot, Xmm, Page, Frame> Uses { get; } = new();

    [Means("the exception of slot i may go away: its request was lost")]
    public Relation<Slot> Transient { get; } = new();

    [Means("how often the instruction in slot i has been issued again")]
    public Function<Slot, Tries> Tries { get; } = new();

    [Means("whose turn it is with the fault of slot i")]
    public Function<Slot, FaultMode> Mode { get; } = new();

    [Means("the fault map has a bit for slot i")]
    public Relation<Slot> Bit { get; } = new();

    [Means("the interrupt has taken the bit of slot i and not served it yet")]
    public Relation<Slot> Taken { get; } = new();

    [Means("how far the look-up for slot i is")]
    public Function<Slot, LookUp> Look { get; } = new();

    [Means("the look-up for slot i is in space x, for chiplet c")]
    public Relation<Slot, Chiplet, Xmm> Asks { get; } = new();

    [Means("the look-up for slot i has seen page p mapped")]
    public Relation<Slot, Page> SeenPage { get; } = new();

    [Means("and writable")]
    public Relation<Slot> SeenWrite { get; } = new();

    [Means("the look-up for slot i has pinned frame f")]
    public Relation<Slot, Frame> Pins { get; } = new();

    [Means("the mapping that the look-up for slot i has seen is gone, and frame f was its memory: it may still come upon it")]
    public Relation<Slot, Frame> MayFind { get; } = new();

    [Means("a purge, or who gave it to the user, has overtaken the fault of slot i since it was read")]
    public Relation<Slot> Overtaken { get; } = new();

    // Invalidations.
    [Means("how far invalidation n is")]
    public Function<Invalidation, Phase> PhaseOf { get; } = new();

    [Means("what invalidation n is for")]
    public Function<Invalidation, Purpose> PurposeOf { get; } = new();

    [Means("invalidation n has purged chiplet c")]
    public Relation<Invalidation, Chiplet> Purged { get; } = new();

    // XPMEM and partitions.
    [Means("the life of segment s")]
    public Function<Segment, SegmentLife> Segments { get; } = new();

    [Means("the life of permit k")]
    public Function<Permit, PermitLife> Permits { get; } = new();

    [Means("page q of x is an attachment")]
    public Relation<Xmm, Page> Attached { get; } = new();

    [Means("page q of x shows, under permit k, page p of the segment's owner")]
    public Relation<Xmm, Page, Permit, Page> Shows { get; } = new();

    [Means("partition b has failed")]
    public Relation<Partition> Failed { get; } = new();

    [Means("the fabric loses requests of others to the memory of partition b")]
    public Relation<Partition> Disturbed { get; } = new();

    // Names for what is said often.
    [Means("invalidation n is under way")]
    public Shorthand<Invalidation> Active { get; }

    [Means("range-active of x is not 0")]
    public Shorthand<Xmm> RangeActive { get; }

    [Means("address d of a task is one of space x")]
    public Shorthand<Address, Xmm> Concerns { get; }

    [Means("task t owns space x or is a member of it")]
    public Shorthand<Task, Xmm> Entitled { get; }

    [Means("a loaded context on chiplet c translates space x")]
    public Shorthand<Chiplet, Xmm> Known { get; }

    [Means("the chain from page q of x to the memory it shows allows writing")]
    public Shorthand<Xmm, Page> MayWrite { get; }

    [Means("page p goes when invalidation n moves")]
    public Shorthand<Invalidation, Page> Leaves { get; }

    [Means("a move in x that has begun will come to page q")]
    public Shorthand<Xmm, Page> Promised { get; }

    [Means("frame f is lost to slot i: it is of another partition than the slot's task, which has failed")]
    public Shorthand<Slot, Frame> Lost { get; }

    /// <summary>Makes the symbols and defines the predicates.</summary>
    public XvmaVocabulary()
    {
        Active = new(n => PhaseOf[n].IsIn(Phase.Started, Phase.Changed));
        RangeActive = new(x => Any((Invalidation n) => SpaceOf[n] == x && Active[n]));
        Concerns = new((d, x) => High[d] == Shared[x]);
        Entitled = new((t, x) => x == Own[t] || Member[t, x]);
        Known = new((c, x) => Any((Task t) => Loaded[t, c] && View[t, x]));
        Lost = new((i, f) => Failed[SiteOf[f]] && HomeOf[TaskOf[i]] != SiteOf[f]);
        Leaves = new((n, p) => !Attached[SpaceOf[n], p] && Any((Page q) => Onto[n, p, q]));
        Promised = new((x, q) => Any((Invalidation n, Page p) =>
            SpaceOf[n] == x && PhaseOf[n] == Phase.Started && PurposeOf[n] == Purpose.Move && Onto[n, p, q]));
        MayWrite = new((x, q) => Writable[x, q] && All((Permit k, Page p) => Shows[x, q, k, p].Implies(Writable[Own[OwnerOf[SegmentOf[k]]], p])));
    }
}
