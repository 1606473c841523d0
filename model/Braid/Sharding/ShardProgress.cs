namespace Braid;

/// <summary>How far the exploration of one shard has come: enough to go on from there.</summary>
public sealed record ShardProgress
{
    /// <summary>How many of the shard's parts are explored, in their order.</summary>
    public required int Done { get; init; }

    /// <summary>How many parts the shard has.</summary>
    public required int Parts { get; init; }

    /// <summary>Schedules started.</summary>
    public required long Schedules { get; init; }

    /// <summary>Schedules given up because others cover them.</summary>
    public required long Blocked { get; init; }

    /// <summary>What was covered.</summary>
    public required Coverage Coverage { get; init; }

    /// <summary>
    /// The executions one by one, where several shards can meet the same one: under a preemption bound, which divides schedules and not
    /// executions. Empty otherwise.
    /// </summary>
    public IReadOnlyList<CoveredTrace> Members { get; init; } = [];

    /// <summary>Whether nothing is left.</summary>
    public bool IsComplete => Done == Parts;
}
