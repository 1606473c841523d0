using System.Runtime.CompilerServices;

namespace Xvma;

/// <summary>A translation in a chiplet's TLB: one page, tagged with the ASID of its region of its address space; immutable.</summary>
/// <remarks>
/// Memory of another partition may be gone at any time (PAR-2). So its entries are not found where an entry serves at once, which costs the others
/// nothing, and the longer way asks.
/// </remarks>
internal sealed class TlbEntry(AsidBlock asids, AddressRange page, long frameAddress, long frame, Rights rights, int elsewhere = TlbEntry.Here)
{
    /// <summary>In place of a partition: the chiplet's own.</summary>
    public const int Here = -1;

    private readonly AsidBlock atOnce = elsewhere == Here ? asids : AsidBlock.Nobodys;

    /// <summary>What, added to an address in the page, gives the address in memory.</summary>
    private readonly long toMemory = frameAddress - (long)page.Start.Value;
    private readonly ulong start = page.Start.Value;
    private readonly ulong length = page.Length;
    private readonly bool writable = rights == Rights.ReadWrite;

    /// <summary>The ASIDs of the page's space.</summary>
    public AsidBlock Asids { get; } = asids;

    /// <summary>The one of the page's region.</summary>
    public long Asid => Asids.Of(start);

    public AddressRange Page => new(new(start), length);

    public long Frame { get; } = frame;

    /// <summary>The partition whose memory it is, or <see cref="Here"/>.</summary>
    public int Elsewhere { get; } = elsewhere;

    public Rights Rights => writable ? Rights.ReadWrite : Rights.Read;

    /// <summary>
    /// Whether this translates the address for this access, in the space of these ASIDs: no page is in two regions, so an address in the page
    /// has the page's own. The page's real size decides, not the place the entry was found at.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Serves(AsidBlock space, ulong address, Access access) =>
        Asids == space && address - start < length && (access == Access.Read || writable);

    /// <summary>The same, and the memory is of the chiplet's own partition: nothing else is to be asked.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool ServesAtOnce(AsidBlock space, ulong address, Access access) =>
        atOnce == space && address - start < length && (access == Access.Read || writable);

    /// <summary>Whether the entry is of this page, in the space of these ASIDs, with these rights, to memory of that partition.</summary>
    public bool Says(AsidBlock space, AddressRange page, Rights rights, int partition) =>
        Asids == space && start == page.Start.Value && length == page.Length && Rights == rights && Elsewhere == partition;

    /// <summary>Whether the address is in the page.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Covers(ulong address) => address - start < length;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long ToMemory(ulong address) => (long)address + toMemory;

    /// <summary>How many bytes from the address to the end of the page.</summary>
    public ulong BytesFrom(ulong address) => start + length - address;

    /// <summary>As a trace shows it.</summary>
    public override string ToString() => $"{Page} → frame {Frame} ({Rights}, asid {Asid})";
}
