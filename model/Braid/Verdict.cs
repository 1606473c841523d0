namespace Braid;

/// <summary>What an exploration says.</summary>
public enum Verdict
{
    /// <summary>All schedules within the stated bounds were covered and none failed.</summary>
    Exhausted,

    /// <summary>A schedule failed.</summary>
    Bug,

    /// <summary>The budget ran out; nothing failed so far. Not a proof of anything.</summary>
    Inconclusive,
}
