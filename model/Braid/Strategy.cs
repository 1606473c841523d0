namespace Braid;

/// <summary>In what order schedules are tried, and which.</summary>
public sealed record Strategy
{
    private Strategy(string name, int depth = 0, params Strategy[] members)
    {
        Name = name;
        Depth = depth;
        Members = members;
    }

    /// <summary>All executions up to reordering of independent steps, each once: optimal DPOR with wakeup sequences.</summary>
    public static Strategy Exhaustive { get; } = new("exhaustive");

    /// <summary>The same set by source-DPOR with sleep sets: begins some schedules in vain, keeps less of what it has found.</summary>
    public static Strategy SourceSets { get; } = new("source sets");

    /// <summary>The same set by plain depth-first search with sleep sets only: slower and simpler, the oracle of the others.</summary>
    public static Strategy SleepSets { get; } = new("sleep sets");

    /// <summary>Every decision uniformly at random: what the others must be better than.</summary>
    public static Strategy RandomWalk { get; } = new("random walk");

    /// <summary>
    /// Partial order sampling (Yuan, Yang, Gu, CAV 2018): every pending operation has a random priority, the highest goes first, and those that
    /// the step taken races with draw anew. So the order of racing operations is drawn, not the order of all.
    /// </summary>
    public static Strategy PartialOrder { get; } = new("pos");

    /// <summary>
    /// Uniform random walk (Zhao, Wolff, Mathur, Roychoudhury, "Selectively uniform concurrency testing", ASPLOS 2025): a thread moves as likely
    /// as it has steps left, about. Every interleaving of threads that never wait and whose number of steps is always the same is equally likely.
    /// </summary>
    /// <remarks>How many steps a thread has is estimated from the first eight schedules, which are random walks.</remarks>
    public static Strategy Uniform { get; } = new("urw");

    /// <summary>
    /// Selectively uniform random walk (as <see cref="Uniform"/>): uniform over the orders of some operations only, those on one place that
    /// threads share, drawn anew for each schedule; everything else is a random walk.
    /// </summary>
    /// <remarks>The places and their operations are those seen in the first eight schedules, which are random walks.</remarks>
    public static Strategy SelectivelyUniform { get; } = new("surw");

    /// <summary>
    /// Several strategies in turn, by number of the schedule: none is the best for all programs. What to sample with unless there is a reason.
    /// </summary>
    public static Strategy Portfolio { get; } = new("portfolio", 0, PartialOrder, Pct(3), SelectivelyUniform, Pct(5), Uniform, Pct(10));

    /// <summary>
    /// Fair schedules drawn at random, watched for loops that are never left and for obligations that are never met
    /// (<see cref="ExplorerOptions.Liveness"/>). Under sequential consistency.
    /// </summary>
    public static Strategy FairWalk { get; } = new("fair walk");

    /// <summary>Name for reports.</summary>
    public string Name { get; }

    /// <summary>Depth of the bugs that <see cref="Pct"/> aims at; 0 for the others.</summary>
    public int Depth { get; }

    /// <summary>The strategies that take turns, if it is a <see cref="Portfolio"/>; otherwise none.</summary>
    public IReadOnlyList<Strategy> Members { get; }

    /// <summary>Whether schedules are drawn at random, with no end and no proof, instead of searched.</summary>
    public bool IsSampling => this != Exhaustive && this != SourceSets && this != SleepSets;

    /// <summary>Whether the first schedules are spent on learning how long threads are.</summary>
    internal bool NeedsPilot => IsSampling && this != RandomWalk && this != PartialOrder && this != FairWalk;

    /// <summary>Probabilistic concurrency testing: random priorities that change at <paramref name="depth"/> − 1 random steps. Usual depths are 3 and 10.</summary>
    /// <param name="depth">Number of ordering constraints the bug needs, at least 1.</param>
    /// <remarks>How many steps a schedule has is the most seen so far; the first eight schedules are random walks.</remarks>
    public static Strategy Pct(int depth)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(depth, 1);
        return new("pct", depth);
    }

    /// <inheritdoc/>
    public bool Equals(Strategy? other) => other is not null && Name == other.Name && Depth == other.Depth;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Depth);

    /// <inheritdoc/>
    public override string ToString() => Depth == 0 ? Name : $"{Name}({Depth})";
}
