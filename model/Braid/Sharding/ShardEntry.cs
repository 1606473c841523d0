namespace Braid;

/// <summary>One exploration of which a shard does its part.</summary>
public sealed record ShardEntry
{
    /// <summary>Name of the program.</summary>
    public required string Scenario { get; init; }

    /// <summary>Its geometry in words.</summary>
    public required string Machine { get; init; }

    /// <summary>Memory model, as <see cref="MemoryModels.Abbreviation"/>.</summary>
    public required string MemoryModel { get; init; }

    /// <summary>Largest number of preemptions; null for all schedules.</summary>
    public int? Preemptions { get; init; }

    /// <summary>Largest number of steps.</summary>
    public required int MaxSteps { get; init; }

    /// <summary>How far the shard has come; null before it began.</summary>
    public ShardProgress? Progress { get; init; }

    /// <summary>Kind of the failure that was found; null when none was.</summary>
    public FailureKind? Failure { get; init; }

    /// <summary>What is explored, in words, for messages and to compare shards.</summary>
    public string What => $"{Scenario} {MemoryModel}{(Preemptions is { } bound ? $", ≤ {bound} preemptions" : "")}, ≤ {MaxSteps} steps, {Machine}";
}
