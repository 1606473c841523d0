using System.Runtime.CompilerServices;

namespace Xvma;

/// <summary>
/// Eight consecutive address space ids, one for each region of the address space (its top three bits): an address space's name in one
/// chiplet's TLB (CTX-9).
/// </summary>
/// <param name="First">The ASID of region 0, a multiple of 8; 0 stands for none.</param>
internal readonly record struct AsidBlock(long First)
{
    /// <summary>How many regions an address space has, and so how many ASIDs a block.</summary>
    public const int Regions = 8;

    private const int RegionShift = 61;

    public static AsidBlock None => default;

    /// <summary>That of no space, nor of its absence.</summary>
    public static AsidBlock Nobodys => new(-1);

    public bool IsNone => First == 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long Of(ulong address) => First + (long)(address >> RegionShift);

    /// <summary>Whether the ASID is that of one of the regions.</summary>
    public bool Contains(long asid) => (ulong)(asid - First) < Regions;

    /// <summary>As a trace shows it.</summary>
    public override string ToString() => IsNone ? "no asids" : $"asids {First} to {First + Regions - 1}";
}
