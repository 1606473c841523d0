using Braid;

namespace Xvma.Cli;

/// <summary>How a check does its part of a divided run, and where it keeps what it has done.</summary>
internal sealed record ShardOptions
{
    /// <summary>Which part.</summary>
    public Shard Shard { get; init; } = Shard.Whole;

    /// <summary>Where the report goes at the end; null for nowhere.</summary>
    public string? Report { get; init; }

    /// <summary>Where what has been done so far is kept; null for nowhere.</summary>
    public string? Checkpoint { get; init; }

    /// <summary>What to go on from; null to begin.</summary>
    public string? Resume { get; init; }
}
