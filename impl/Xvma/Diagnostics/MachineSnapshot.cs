using System.Collections.Immutable;

namespace Xvma;

/// <summary>What a machine holds: what invariants are stated over, and what a person looks at first when something is wrong.</summary>
/// <param name="Tasks">Tasks that are not dead, by id.</param>
/// <param name="Groups">Groups with at least one member, by id.</param>
/// <param name="Chiplets">Chiplets, in order.</param>
/// <param name="LiveFrames">Frames allocated and not yet freed.</param>
/// <param name="LiveBytes">Bytes of these; reserved, not necessarily committed.</param>
public sealed record MachineSnapshot(
    ImmutableArray<TaskSnapshot> Tasks,
    ImmutableArray<GroupSnapshot> Groups,
    ImmutableArray<ChipletSnapshot> Chiplets,
    long LiveFrames,
    long LiveBytes)
{
    /// <summary>Segments that are not removed, by id.</summary>
    public ImmutableArray<SegmentSnapshot> Segments { get; init; } = [];

    /// <summary>Partitions, in order.</summary>
    public ImmutableArray<PartitionSnapshot> Partitions { get; init; } = [];

    /// <summary>What of the mega-page memory is in use; null where nobody asked, and in a machine of several partitions, each of which has its own.</summary>
    public MegaPageUsage? MegaPages { get; init; }
}
