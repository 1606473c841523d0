namespace Braid;

/// <summary>An execution that went wrong, and all that is needed to see it again.</summary>
public sealed record Failure
{
    /// <summary>In what way.</summary>
    public required FailureKind Kind { get; init; }

    /// <summary>Stable name of what was violated, for example <c>INV-4</c>, or the kind's own name.</summary>
    public required string Identity { get; init; }

    /// <summary>What happened, in a sentence.</summary>
    public required string Message { get; init; }

    /// <summary>Whether it was seen only in the state after all threads had ended, so that no step by itself is to blame.</summary>
    public bool IsAtRest { get; init; }

    /// <summary>
    /// Whether it is the step bound of a schedule in which one thread moved alone for more than half of the time while others could: that the schedule does not
    /// end is the scheduler's doing then, and no fair one would do it.
    /// </summary>
    public bool IsUnfair { get; init; }

    /// <summary>The decisions that lead there.</summary>
    public required Schedule Schedule { get; init; }

    /// <summary>The steps that lead there, with values.</summary>
    public required Trace Trace { get; init; }

    /// <summary>How many schedules had been run when it was found, this one included; 0 for a replay.</summary>
    public required long FoundAfter { get; init; }
}
