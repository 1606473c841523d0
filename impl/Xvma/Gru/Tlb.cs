using System.Runtime.CompilerServices;
using Xvma.Sync;

namespace Xvma;

/// <summary>A chiplet's translations: set-associative, tagged with ASIDs. Reading takes no lock; changes are made under the chiplet's gate.</summary>
/// <remarks>
/// An entry is found under an index made of its page number, so a reader must know the page size; what decides is the entry's own range.
/// </remarks>
internal sealed class Tlb<TSync>(int chiplet, int sets, int ways)
    where TSync : struct, ISync
{
    private readonly int setMask = sets - 1;
    private readonly AtomicRefArray<TSync, TlbEntry> entries = new(sets * ways, new("tlb", "chiplet", chiplet));
    private AtomicInt64<TSync> nextVictim = new(0, new("next victim", "chiplet", chiplet));

    /// <summary>The entry at a place, if there is such a place and it holds one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TlbEntry? At(int place) => entries.LoadOrNull(place);

    /// <summary>A usable entry for the address among those of this page size, or null.</summary>
    /// <param name="asids">The ASIDs of the address's space.</param>
    /// <param name="address">What is to be translated.</param>
    /// <param name="shift">The page size.</param>
    /// <param name="access">What it is wanted for.</param>
    /// <param name="place">The place found; as a parameter one that need not be looked at (again).</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TlbEntry? Find(AsidBlock asids, ulong address, int shift, Access access, ref int place)
    {
        var first = FirstOfSet(asids, address, shift);
        for (var there = first; there < first + ways; there++)
        {
            if (there == place || entries.Load(there) is not { } entry || !entry.Serves(asids, address, access)) continue;
            place = there;
            return entry;
        }

        return null;
    }

    /// <summary>Whether there is an entry of the page already, which may have more rights.</summary>
    public bool HasPageOf(TlbEntry entry, int shift)
    {
        var first = FirstOfSet(entry.Asids, entry.Page.Start.Value, shift);
        for (var there = first; there < first + ways; there++)
        {
            if (entries.Load(there) is { } known && known.Asid == entry.Asid && known.Page == entry.Page) return true;
        }

        return false;
    }

    /// <summary>Writes an entry over the one it replaces (same page, other rights), or into a free way; false when the set is full of others.</summary>
    public bool TryWrite(TlbEntry entry, int shift)
    {
        var first = FirstOfSet(entry.Asids, entry.Page.Start.Value, shift);
        var free = -1;
        for (var way = 0; way < ways; way++)
        {
            var there = entries.Load(first + way);
            if (there is null)
            {
                if (free < 0) free = way;
            }
            else if (there.Asid == entry.Asid && there.Page == entry.Page)
            {
                entries.Store(first + way, entry);
                return true;
            }
        }

        if (free < 0) return false;
        entries.Store(first + free, entry);
        return true;
    }

    /// <summary>
    /// Writes an entry over another of its full set. In turn: of two entries that are written so, one after the other, the second never
    /// displaces the first, so who alone displaces comes to have both.
    /// </summary>
    public void Displace(TlbEntry entry, int shift)
    {
        var way = (int)(nextVictim.Load() % ways);
        nextVictim.Store(way + 1);
        entries.Store(FirstOfSet(entry.Asids, entry.Page.Start.Value, shift) + way, entry);
    }

    /// <summary>
    /// Clears every entry of an address space that reaches into the range: whichever of the eight regions it is in, and as far as the
    /// entry's own page goes, which may be more than the range (IVL-2).
    /// </summary>
    public void Purge(AsidBlock asids, AddressRange range)
    {
        for (var index = 0; index < entries.Length; index++)
        {
            if (entries.Load(index) is { } entry && asids.Contains(entry.Asid) && entry.Page.Overlaps(range)) entries.Store(index, null);
        }
    }

    /// <summary>Clears everything (CTX-4).</summary>
    public void Flush()
    {
        for (var index = 0; index < entries.Length; index++) entries.Store(index, null);
    }

    /// <summary>The entries, for a snapshot.</summary>
    public IEnumerable<TlbEntry> Entries()
    {
        for (var index = 0; index < entries.Length; index++)
        {
            if (entries.Load(index) is { } entry) yield return entry;
        }
    }

    /// <summary>Spaces of consecutive ASIDs start at different sets, so that equal addresses of different tasks do not crowd one.</summary>
    private int FirstOfSet(AsidBlock asids, ulong address, int shift) =>
        ((int)((address >> shift) + (ulong)(asids.First / AsidBlock.Regions)) & setMask) * ways;
}
