namespace Braid;

/// <summary>When an execution counts as one that goes on for ever.</summary>
public sealed record LivenessOptions
{
    /// <summary>Which endless executions count.</summary>
    public Fairness Fairness { get; init; } = Fairness.Strong;

    /// <summary>How often a loop must have been gone round, each time with the same steps, results and states; at least 3.</summary>
    public int Rounds { get; init; } = 16;

    /// <summary>For how many steps of a fair schedule an obligation may stay open although no loop is found; at least 1.</summary>
    public int Temperature { get; init; } = 2_000;
}
