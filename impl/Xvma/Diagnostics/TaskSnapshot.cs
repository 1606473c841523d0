using System.Collections.Immutable;

namespace Xvma;

/// <summary>One task.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Uid">Its uid.</param>
/// <param name="State">Where it stands in its life.</param>
/// <param name="Membership">The group it is in, if any.</param>
/// <param name="Private">Its private address space.</param>
public sealed record TaskSnapshot(long Id, int Uid, TaskState State, GroupId? Membership, SpaceSnapshot Private)
{
    /// <summary>The partition it runs in.</summary>
    public int Partition { get; init; }

    /// <summary>The permits it holds, by id.</summary>
    public ImmutableArray<PermitSnapshot> Permits { get; init; } = [];
}
