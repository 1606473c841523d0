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

    /// <summary>The number that goes with the strategy: priority changes or delays in an iteration at most, or n of a probability of 1 in 2^n; null for the one of Coyote's portfolio.</summary>
    public uint? StrategyValue { get; init; }

    /// <summary>Steps of a fair schedule that something may stay under way (<see cref="ProgressMonitor"/> hot) before that counts as a liveness bug; null for half of the step bound.</summary>
    public uint? LivenessTemperature { get; init; }

    /// <summary>Whether an actor is scheduled at once again while what it does is independent of the others (partial-order sampling); an addition to any strategy.</summary>
    public bool IsPartialOrderSampled { get; init; }

    /// <summary>Where to write which events of which actors and monitors were met, as text and as a graph; null for not collecting it, which is quicker.</summary>
    public CoyoteReportPlace? Coverage { get; init; }

    /// <summary>Without a step for this long, an iteration counts as hung in something Coyote does not control. Long, because a machine may be busy.</summary>
    public TimeSpan HangTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Given the order of operations of each schedule when it has ended, by assemblies that tell it (<see cref="RewrittenAssemblies.IsOrdered"/>); null for nobody.</summary>
    public Action<IReadOnlyList<SeamOperation>>? Ordered { get; init; }
}
