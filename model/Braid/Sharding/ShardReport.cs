namespace Braid;

/// <summary>What one shard of a run has explored so far: at its end a report to be merged with those of the others, before that a point to go on from.</summary>
public sealed record ShardReport
{
    /// <summary>The format that this version writes.</summary>
    public const int CurrentFormatVersion = 1;

    /// <summary>Which shard.</summary>
    public required Shard Shard { get; init; }

    /// <summary>The code explored: shards of different code have nothing in common.</summary>
    public required IReadOnlyList<CodeIdentity> Code { get; init; }

    /// <summary>What was to be explored, all shards the same, in the same order.</summary>
    public required IReadOnlyList<ShardEntry> Entries { get; init; }

    /// <summary>Known bugs that this shard was to find, and whether it did.</summary>
    public required IReadOnlyList<ShardFinding> KnownBugs { get; init; }

    /// <summary>Whether nothing is left to do.</summary>
    public bool IsComplete => Entries.All(entry => entry.Failure is not null || entry.Progress is { IsComplete: true }) && KnownBugs.All(bug => bug.IsFound is not null);
}
