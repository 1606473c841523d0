namespace Braid;

/// <summary>What an exploration found and what it covered.</summary>
public sealed record ExplorationResult
{
    /// <summary>What it says.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>Schedules started: <see cref="Traces"/>, <see cref="Blocked"/> and failed ones.</summary>
    public required long Schedules { get; init; }

    /// <summary>Executions that ran to their end without failing. Under an exhaustive strategy no two are equivalent; under others see <see cref="DistinctTraces"/>.</summary>
    public required long Traces { get; init; }

    /// <summary>Schedules given up because all their continuations had been covered.</summary>
    public required long Blocked { get; init; }

    /// <summary>Schedules that failed.</summary>
    public required long Failures { get; init; }

    /// <summary>
    /// Schedules given up where a loop that does not say that it waits was halted after <see cref="ExplorerOptions.LoopRounds"/> rounds, to go on in
    /// another schedule in which what it looks at changes earlier. Exhaustive searches only; <see cref="Bounds"/> says so when there are any.
    /// </summary>
    public long LoopsHalted { get; init; }

    /// <summary>Steps of all schedules.</summary>
    public required long Steps { get; init; }

    /// <summary>Complete executions that differ by more than the order of independent steps, when they were counted.</summary>
    public long? DistinctTraces { get; init; }

    /// <summary>The set of executions seen, when it was asked for; all there are if the verdict is <see cref="Verdict.Exhausted"/>.</summary>
    public Coverage? Covered { get; init; }

    /// <summary>How much a sampling strategy has seen, when executions were counted (<see cref="ExplorerOptions.CountDistinctTraces"/>).</summary>
    public TraceCoverage? Coverage { get; init; }

    /// <summary>For each bound from 0 that an iterative search covered: complete executions with at most so many preemptions.</summary>
    public IReadOnlyList<long>? TracesByPreemptions { get; init; }

    /// <summary>Whether it ended because it would have kept more than <see cref="ExplorerOptions.MaxMemory"/>: then more time would not help.</summary>
    public bool IsMemoryBoundReached { get; init; }

    /// <summary>Time from start to end.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>Within which bounds the verdict holds, in words.</summary>
    public required string Bounds { get; init; }

    /// <summary>The first failure in the order of the search, if any.</summary>
    public Failure? Failure { get; init; }

    /// <summary>Hashes of the complete executions, for comparing strategies.</summary>
    internal IReadOnlySet<ulong>? Hashes
    {
        get => field ?? Discoveries?.Hashes;
        init;
    }

    /// <summary>What sampling met.</summary>
    internal Discoveries? Discoveries { get; init; }
}
