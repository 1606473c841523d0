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
    private readonly int firstShift;
    private readonly int[] otherShifts;

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
        firstShift = shifts.Length > 0 ? shifts[0] : -1;
        otherShifts = shifts.Length > 1 ? shifts[1..] : [];
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

    /// <summary>The ASID of an address's region; 0 when the context has none for it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long AsidOf(ulong address)
    {
        // The layout keeps the shared region in the upper half, so the top bit tells the two apart.
        var asids = (long)address < 0 ? SharedAsids : OwnAsids;
        return asids.IsNone ? 0 : asids.Of(address);
    }

    /// <summary>A usable entry for the address, or null: a miss. Tries each page size that the context is configured for.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TlbEntry? Find(ulong address, Access access)
    {
        var asid = AsidOf(address);
        if (asid == 0 || firstShift < 0) return null;
        return tlb.Find(asid, address, firstShift, access) ?? FindOther(asid, address, access);
    }

    public bool HasPageSize(int shift) => firstShift == shift || otherShifts.Contains(shift);

    /// <summary>The same context with other ASIDs for the shared region.</summary>
    public Binding<TSync> WithShared(AddressSpace<TSync>? shared, AsidBlock asids) =>
        new(Chiplet, Slot, Own, OwnAsids, shared, asids, Shifts());

    /// <summary>The same context configured for one more page size (CTX-5).</summary>
    public Binding<TSync> WithPageSize(int shift) =>
        new(Chiplet, Slot, Own, OwnAsids, Shared, SharedAsids, [.. Shifts(), shift]);

    public int[] Shifts() => firstShift < 0 ? [] : [firstShift, .. otherShifts];

    private TlbEntry? FindOther(long asid, ulong address, Access access)
    {
        foreach (var shift in otherShifts)
        {
            if (tlb.Find(asid, address, shift, access) is { } entry) return entry;
        }

        return null;
    }
}
