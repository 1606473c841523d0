using System.Collections.Immutable;

namespace Xvma;

/// <summary>What of a machine's mega-page memory is in use and what is free, exactly (MEM-12).</summary>
/// <param name="Total">Bytes altogether.</param>
/// <param name="InUse">Bytes of the pages in use.</param>
/// <param name="Free">Bytes that are free; with those in use, all of them.</param>
/// <param name="LargestFree">The largest page that can be had now, or null.</param>
/// <param name="BySize">For each size of the machine's table, ascending.</param>
public sealed record MegaPageUsage(ulong Total, ulong InUse, ulong Free, PageSize? LargestFree, ImmutableArray<MegaPageCount> BySize);
