using System.Runtime.CompilerServices;

namespace Xvma;

/// <summary>
/// A loaded context's configuration: where it is loaded, and which ASIDs stand for which address space there. Immutable; a join, a leave,
/// a new page size publish another, an unload publishes none (CTX-2).
/// </summary>
internal sealed class Binding<TSync>
    where TSync : struct, Sync.ISync
{
    private readonly Tlb<TSync> tlb;
    private readonly ulong sharedBase;
    private readonly int[] shifts;

    public Binding(
        Chiplet<TSync> chiplet, int slot, AddressSpace<TSync> own, AsidBlock ownAsids, AddressSpace<TSync>? shared, AsidBlock sharedAsids, int[] shifts)
    {
        Chiplet = chiplet;
        tlb = chiplet.Tlb;
        Slot = slot;
        Own = own;
        OwnAsids = ownAsids;
        Shared = shared;
        SharedAsids = sharedAsids;
        sharedBase = own.Parts.Options.Layout.SharedBase.Value;
        this.shifts = shifts;
    }

    public Chiplet<TSync> Chiplet { get; }

    /// <summary>The context's place in the chiplet.</summary>
    public int Slot { get; }

    /// <summary>The task's private address space.</summary>
    public AddressSpace<TSync> Own { get; }

    public AsidBlock OwnAsids { get; }

    /// <summary>The address space of the task's group, if it is in one.</summary>
    public AddressSpace<TSync>? Shared { get; }

    public AsidBlock SharedAsids { get; }

    /// <summary>The address space in which an address is to be translated; null for a shared address of a task in no group.</summary>
    public AddressSpace<TSync>? SpaceOf(AddressKind kind) => kind == AddressKind.Shared ? Shared : Own;

    public bool Translates(AddressSpace<TSync> space) => ReferenceEquals(Own, space) || ReferenceEquals(Shared, space);

    /// <summary>The ASIDs of the space that an address is to be translated in; no entry's when the context has none for it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public AsidBlock AsidsOf(ulong address) => address < sharedBase ? OwnAsids : SharedAsids;

    /// <summary>The entry at a place of the TLB, if there is one; it need not be this context's.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TlbEntry? At(int place) => tlb.At(place);

    /// <summary>Whose memory this is, as an entry of this chiplet's TLB says it.</summary>
    public int Elsewhere(OwnMemory<TSync> memory) => memory.Partition == Chiplet.Partition ? TlbEntry.Here : memory.Partition;

    /// <summary>
    /// Sends one request for the memory that an entry translates to. Asked before each access and never after one: what is not
    /// <see cref="FaultCause.None"/> has not been accessed, and may be tried again (INS-15).
    /// </summary>
    /// <returns><see cref="FaultCause.PartitionFailed"/> (PAR-2) or <see cref="FaultCause.RequestLost"/> (PAR-6) when it does not get there.</returns>
    public FaultCause Reach(TlbEntry entry) => entry.Elsewhere == TlbEntry.Here ? FaultCause.None : Own.Parts.Partitions[entry.Elsewhere].Reach();

    /// <summary>The same for one of several operands: false when it does not get there, which is then said of the operand.</summary>
    public bool Reaches(TlbEntry entry, ref Miss miss)
    {
        var lost = Reach(entry);
        if (lost == FaultCause.None) return true;
        miss = miss with { Lost = lost };
        return false;
    }

    /// <summary>A usable entry for the address, or null: a miss. Tries each page size that the context is configured for.</summary>
    /// <param name="address">What is to be translated.</param>
    /// <param name="access">What it is wanted for.</param>
    /// <param name="place">The place found; as a parameter one that need not be looked at (again).</param>
    public TlbEntry? Find(ulong address, Access access, ref int place)
    {
        var asids = AsidsOf(address);
        foreach (var shift in shifts)
        {
            if (tlb.Find(asids, address, shift, access, ref place) is { } entry) return entry;
        }

        return null;
    }

    public bool HasPageSize(int shift) => shifts.Contains(shift);

    /// <summary>The same context with other ASIDs for the shared region.</summary>
    public Binding<TSync> WithShared(AddressSpace<TSync>? shared, AsidBlock asids) =>
        new(Chiplet, Slot, Own, OwnAsids, shared, asids, shifts);

    /// <summary>The same context configured for one more page size (CTX-5).</summary>
    public Binding<TSync> WithPageSize(int shift) =>
        new(Chiplet, Slot, Own, OwnAsids, Shared, SharedAsids, [.. shifts, shift]);

    public int[] Shifts() => shifts;

    /// <summary>As a trace shows it.</summary>
    public override string ToString() =>
        $"slot {Slot} of chiplet {Chiplet.Index}, asids {OwnAsids.First}{(Shared is null ? "" : $" and {SharedAsids.First}")}";
}
