namespace Braid;

/// <summary>What to try, and how long.</summary>
public sealed record ExplorerOptions
{
    /// <summary>Which schedules; all, by optimal DPOR, unless said otherwise.</summary>
    public Strategy Strategy { get; init; } = Strategy.Exhaustive;

    /// <summary>
    /// Largest number of preemptions (switches away from a thread that could go on) in a schedule; null for no bound.
    /// An exhaustive search under a bound is a plain depth-first search without reduction, because a reduction may keep only representatives outside of the bound.
    /// </summary>
    public int? PreemptionBound { get; init; }

    /// <summary>
    /// Whether to begin without preemptions and to raise the bound by one each time everything within it is covered, up to
    /// <see cref="PreemptionBound"/>, or, without one, until the bound is no hindrance any more. For exhaustive strategies.
    /// </summary>
    public bool IsIterative { get; init; }

    /// <summary>Budget in schedules; null for none. Sampling strategies need this or <see cref="MaxTime"/>.</summary>
    public long? MaxSchedules { get; init; }

    /// <summary>Budget in time; null for none.</summary>
    public TimeSpan? MaxTime { get; init; }

    /// <summary>
    /// Bytes of the managed heap that an exploration may come to; null for no bound. What counts is what is in use, of the whole process, between
    /// two rounds of at most some ten thousand schedules.
    /// </summary>
    public long? MaxMemory { get; init; }

    /// <summary>Steps after which a schedule counts as not terminating; at least 1.</summary>
    public int MaxStepsPerSchedule { get; init; } = 10_000;

    /// <summary>
    /// After how many rounds, each the same operations with the same answers and without a change, a loop is taken for one that waits: its thread then
    /// moves on when something it looks at has changed. 0 for never; otherwise at least 2. Loops written with <c>Seam.SpinUntil</c> need no such
    /// guess. Runs that are sharded or certified make none.
    /// </summary>
    public int LoopRounds { get; init; } = Execution.UsualLoopRounds;

    /// <summary>Workers, each with a program of its own; 0 for one a core. Results do not depend on it.</summary>
    public int Workers { get; init; }

    /// <summary>Seed of sampling strategies: schedule number n of a seed is always the same.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>In which order the stores of a thread reach the others.</summary>
    public MemoryModel MemoryModel { get; init; }

    /// <summary>
    /// How logical threads are run. Null, the default: executed again; where schedules are drawn and threads turn out so long that suspending them is cheaper,
    /// by threads of the operating system. It changes no result.
    /// </summary>
    public Backend? Backend { get; init; }

    /// <summary>When an execution counts as going on for ever, for <see cref="Strategy.FairWalk"/>; the defaults when null.</summary>
    public LivenessOptions? Liveness { get; init; }

    /// <summary>Whether to stop at the first failure, or count on.</summary>
    public bool StopAtFirstFailure { get; init; } = true;

    /// <summary>Whether to count executions that differ by more than the order of independent steps. Costs a hash of every schedule.</summary>
    public bool CountDistinctTraces { get; init; }

    /// <summary>Whether to collect the <see cref="ExplorationResult.Covered"/> set of an exhaustive search. Costs a hash of every schedule.</summary>
    public bool Certifies { get; init; }

    /// <summary>How many executions there are that differ by more than the order of independent steps, if that is known: then sampling reports the share it has seen.</summary>
    public long? KnownTotal { get; init; }
}
