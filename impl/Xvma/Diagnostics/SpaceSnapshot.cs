using System.Collections.Immutable;

namespace Xvma;

/// <summary>One extended address space (an xmm).</summary>
/// <param name="Id">Its number, unique in the machine.</param>
/// <param name="RangeActive">Invalidations under way.</param>
/// <param name="Mappings">Its mappings, ascending by address.</param>
/// <param name="Frames">The pages that have memory, ascending by address.</param>
public sealed record SpaceSnapshot(
    long Id, long RangeActive, ImmutableArray<MappingSnapshot> Mappings, ImmutableArray<PageSnapshot> Frames)
{
    /// <summary>The pages of attachments that reach memory of others now.</summary>
    public ImmutableArray<BorrowedSnapshot> Borrowed { get; init; } = [];
}
