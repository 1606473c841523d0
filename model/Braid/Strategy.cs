namespace Braid;

/// <summary>In what order schedules are tried, and which.</summary>
public sealed record Strategy
{
    private Strategy(string name, int depth = 0)
    {
        Name = name;
        Depth = depth;
    }

    /// <summary>All executions up to reordering of independent steps: source-DPOR with sleep sets.</summary>
    public static Strategy Exhaustive { get; } = new("exhaustive");

    /// <summary>The same set by plain depth-first search with sleep sets only: slower and simpler, the oracle of the former.</summary>
    public static Strategy SleepSets { get; } = new("sleep sets");

    /// <summary>Every decision uniformly at random.</summary>
    public static Strategy RandomWalk { get; } = new("random walk");

    /// <summary>Name for reports.</summary>
    public string Name { get; }

    /// <summary>Depth of the bugs that <see cref="Pct"/> aims at; 0 for the others.</summary>
    public int Depth { get; }

    /// <summary>Probabilistic concurrency testing: random priorities that change at <paramref name="depth"/> − 1 random steps.</summary>
    /// <param name="depth">Number of ordering constraints the bug needs, at least 1.</param>
    public static Strategy Pct(int depth)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(depth, 1);
        return new("pct", depth);
    }

    /// <inheritdoc/>
    public override string ToString() => Depth == 0 ? Name : $"{Name}({Depth})";
}
