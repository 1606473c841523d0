using Xvma.Sync;

namespace Xvma;

/// <summary>
/// One GRU chip: the contexts loaded in it, its TLB, its fault map and its ASIDs. What the chip does at one instant (a miss, a dropin, a
/// purge, a change of configuration) happens under its gate; a hit takes no lock.
/// </summary>
internal sealed class Chiplet<TSync>
    where TSync : struct, ISync
{
    private readonly Mutex<TSync> gate;
    private readonly AtomicRefArray<TSync, GruContext<TSync>> contexts;
    private readonly AsidAllocator<TSync> asids;
    private AtomicFlag<TSync> spurious;

    public Chiplet(int index, MachineOptions options, Counters<TSync> counters)
    {
        Index = index;
        Partition = index / options.Chiplets;
        gate = new(new("gate", "chiplet", index));
        contexts = new(options.ContextsPerChiplet, new("context slot", "chiplet", index));
        Tlb = new(index, options.TlbSets, options.TlbWays);
        FaultMap = new(index, options.ContextsPerChiplet, options.SlotsPerContext);
        asids = new(index, options.AsidLimit, counters);
        Counters = counters;
        Turns = new(index);
        Room = new(new("room for a context", "chiplet", index));
        Interrupt = new(new("interrupt", "chiplet", index));
        spurious = new(new("spurious interrupt", "chiplet", index));
    }

    public int Index { get; }

    /// <summary>The partition whose chiplet it is.</summary>
    public int Partition { get; }

    /// <summary>The machine's statistics.</summary>
    public Counters<TSync> Counters { get; }

    public Tlb<TSync> Tlb { get; }

    public FaultMap<TSync> FaultMap { get; }

    /// <summary>Who may displace entries of the TLB.</summary>
    public Turns<TSync> Turns { get; }

    /// <summary>Woken when a context slot may have become free or a context stealable.</summary>
    public WaitQueue<TSync> Room { get; }

    /// <summary>Woken when the fault map has a new bit and interrupts are served by a caller.</summary>
    public WaitQueue<TSync> Interrupt { get; }

    /// <summary>An interrupt with nothing behind it.</summary>
    public void RaiseSpurious()
    {
        spurious.Raise();
        Interrupt.WakeAll();
    }

    /// <returns>Whether there was one; there is none any more.</returns>
    public bool TakeSpurious() => spurious.TryLower();

    public int ContextSlots => contexts.Length;

    public GruContext<TSync>? ContextAt(int slot) => contexts.Load(slot);

    /// <summary>Everything until the scope ends is one instant for the chip.</summary>
    public Mutex<TSync>.Scope Enter() => gate.Enter();

    /// <summary>The block that stands for a space here (CTX-3). Under the gate.</summary>
    public AsidBlock AsidsOf(AddressSpace<TSync> space) => asids.BlockOf(space, this);

    /// <summary>Puts a context into a free slot, if there is one.</summary>
    public bool TryPlace(GruContext<TSync> context, out int slot)
    {
        for (slot = 0; slot < contexts.Length; slot++)
        {
            if (contexts.TryChange(slot, null, context)) return true;
        }

        return false;
    }

    /// <summary>Takes a context out of its slot; it holds no translation any more (CTX-2).</summary>
    public void Clear(int slot)
    {
        contexts.Store(slot, null);
        Room.WakeAll();
    }

    /// <summary>
    /// A miss: the chip writes the slot's fault handle and sets its bit in the fault map. It does so only for a context that is loaded as
    /// the instruction saw it; an unload in between sends the instruction back to look again.
    /// </summary>
    public bool TryMiss(GruContext<TSync> context, Binding<TSync> binding, Cbr<TSync> cbr, Fault fault)
    {
        using var instant = gate.Enter();
        if (!ReferenceEquals(context.Binding, binding)) return false;
        cbr.Fault.Store(fault);
        FaultMap.Set(binding.Slot, cbr.Index);
        return true;
    }

    /// <summary>
    /// A dropin: writes the entry and ends the fault, unless a purge has overtaken the fault since its handle was read: then the handle is
    /// of another version, and the dropin is ignored (FLT-3).
    /// </summary>
    /// <param name="cbr">The slot with the fault.</param>
    /// <param name="since">Its handle, as it was read before the look-up.</param>
    /// <param name="entry">What the look-up found.</param>
    /// <param name="shift">The page size.</param>
    /// <param name="following">Pages beyond it, of the same size and from the same look-up; they go in under the same condition (FLT-13).</param>
    public bool TryDropin(Cbr<TSync> cbr, in Seen<Fault> since, TlbEntry entry, int shift, ReadOnlySpan<TlbEntry> following = default)
    {
        using var instant = gate.Enter();
        if (!following.IsEmpty)
        {
            // First, and so not by the exchange below: an instruction that sees its fault gone must find its own entry next, and nobody purges
            // what is written after a purge has passed.
            if (!cbr.Fault.Load().IsSame(since)) return false;
            foreach (var preload in following)
            {
                if (!Tlb.HasPageOf(preload, shift) && TryWrite(cbr, preload, shift)) Counters.Count(GruEvent.Preload);
            }
        }

        if (!cbr.Fault.TryChange(in since, null)) return false;
        if (!TryWrite(cbr, entry, shift)) Counters.Count(GruEvent.Undisplaced);
        return true;
    }

    /// <summary>Ends a fault in an exception; as a dropin, ignored when a purge has overtaken the look-up (FLT-5).</summary>
    public bool TryFail(Cbr<TSync> cbr, in Seen<Fault> since, FaultCause cause)
    {
        using var instant = gate.Enter();
        return cbr.Fault.TryChange(in since, since.Value!.Value with { Status = FaultStatus.Exception, Cause = cause });
    }

    /// <summary>
    /// The chiplet's part of the start of an invalidation (IVL-2). Where contexts that translate the space are loaded: purge, and overtake
    /// the faults in progress. Where none is: forget the ASIDs, so that what the TLB holds under them can never be found again.
    /// </summary>
    /// <returns>Whether the space was known here, so that instructions under way may hold translations of it.</returns>
    public bool Invalidate(AddressSpace<TSync> space, AddressRange range)
    {
        using var instant = gate.Enter();
        if (space.AsidsIn(this) is not { } known) return false;
        if (!IsLoaded(space))
        {
            space.SetAsidsIn(this, null);
            Counters.Count(GruEvent.PurgeForget);
            return true;
        }

        Counters.Count(GruEvent.PurgeRange);
        Tlb.Purge(known.Block, range);
        for (var slot = 0; slot < contexts.Length; slot++)
        {
            if (contexts.Load(slot) is { } context && Translates(context, space)) context.OvertakeFaults();
        }

        return true;
    }

    /// <summary>
    /// Returns once every instruction that was active when this was called has finished its accesses. All contexts count, not only those that
    /// translate the space: one that has just left the group may still be in the middle of its last instruction (IVL-3).
    /// </summary>
    public void WaitForOutstanding()
    {
        for (var slot = 0; slot < contexts.Length; slot++) contexts.Load(slot)?.WaitForOutstanding();
    }

    public void ForEachBinding<TState>(TState state, Action<Binding<TSync>, TState> action)
    {
        for (var slot = 0; slot < contexts.Length; slot++)
        {
            if (contexts.Load(slot)?.Binding is { } binding && binding.Chiplet == this) action(binding, state);
        }
    }

    /// <summary>
    /// Writes an entry for a fault of this slot, over another where there is no room. Not so while that is another's turn (FLT-17): the entry
    /// is lost as if it had been displaced at once, and the instruction, which misses again, comes to ask for the turn itself. Nobody waits here.
    /// </summary>
    private bool TryWrite(Cbr<TSync> cbr, TlbEntry entry, int shift)
    {
        if (Tlb.TryWrite(entry, shift)) return true;
        if (Turns.IsAnothers(cbr)) return false;
        Tlb.Displace(entry, shift);
        return true;
    }

    private bool IsLoaded(AddressSpace<TSync> space)
    {
        for (var slot = 0; slot < contexts.Length; slot++)
        {
            if (contexts.Load(slot) is { } context && Translates(context, space)) return true;
        }

        return false;
    }

    // Here: a context seen in its slot may have gone to another chiplet since.
    private bool Translates(GruContext<TSync> context, AddressSpace<TSync> space) =>
        context.Binding is { } binding && binding.Chiplet == this && binding.Translates(space);
}
