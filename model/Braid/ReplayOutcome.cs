namespace Braid;

/// <summary>How a replay ended.</summary>
public enum ReplayOutcome
{
    /// <summary>Every decision was taken as recorded and the end is the recorded one: the same failure, or none.</summary>
    Reproduced,

    /// <summary>Every decision could be taken, but the execution ended otherwise than the schedule says.</summary>
    EndedDifferently,

    /// <summary>A decision could not be taken as recorded.</summary>
    Diverged,
}
