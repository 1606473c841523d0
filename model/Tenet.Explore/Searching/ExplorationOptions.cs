namespace Tenet.Explore;

/// <summary>How an instance is explored.</summary>
public sealed record ExplorationOptions
{
    /// <summary>Threads; 0 is one a core. Counts and verdict do not depend on it.</summary>
    public int Workers { get; init; } = 1;

    /// <summary>Memory for states, in MiB; when it is used up, the verdict is inconclusive.</summary>
    public int MemoryMiB { get; init; } = 4096;

    /// <summary>Whether interchangeable elements are made use of, if the instance names any.</summary>
    public bool UsesSymmetry { get; init; } = true;

    /// <summary>Told twice a second.</summary>
    public IProgress<ExplorationProgress>? Progress { get; init; }

    /// <summary>Where the search is saved now and then, to be resumed; null for nowhere.</summary>
    public string? Checkpoint { get; init; }

    /// <summary>How long the search goes on between two savings, at least.</summary>
    public TimeSpan CheckpointInterval { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Whether the search goes on from <see cref="Checkpoint"/>.</summary>
    public bool Resumes { get; init; }

    /// <summary>Told at the end of each level, with its depth.</summary>
    internal Action<int>? LevelDone { get; init; }
}
