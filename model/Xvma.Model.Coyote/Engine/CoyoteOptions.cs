namespace Xvma.Model.Coyote;

/// <summary>How to explore, and for how long.</summary>
public sealed record CoyoteOptions
{
    /// <summary>How Coyote chooses who goes next.</summary>
    public CoyoteStrategy Strategy { get; init; } = CoyoteStrategy.Random;

    /// <summary>Iterations at most, each one schedule; at least 1.</summary>
    public uint MaxIterations { get; init; } = 1_000;

    /// <summary>Time at most, looked at between two iterations; null is without limit.</summary>
    public TimeSpan? MaxTime { get; init; }

    /// <summary>Scheduling steps an iteration may have before it is cut off (and counted as such), a tenth of it under <see cref="CoyoteStrategy.Prioritization"/>; 10 or more.</summary>
    public uint MaxStepsPerIteration { get; init; } = 10_000;

    /// <summary>The seed of all choices. Coyote counts it up by one with each iteration, so checks of different seeds overlap unless these are further apart than the iterations.</summary>
    public uint Seed { get; init; } = 1;

    /// <summary>How often priorities change in an iteration, at most; for the two prioritizing strategies.</summary>
    public uint PriorityChanges { get; init; } = 10;

    /// <summary>Without a step for this long, an iteration counts as hung in something Coyote does not control. Long, because a machine may be busy.</summary>
    public TimeSpan HangTimeout { get; init; } = TimeSpan.FromSeconds(30);
}
