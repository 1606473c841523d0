namespace Braid;

/// <summary>How much of a trace is shown.</summary>
public enum DisplayDetail
{
    /// <summary>
    /// What a reader needs to see the race: calls, the failing steps, and the steps on what more than one thread touches and at least
    /// one changes. Locks whose section nobody entered meanwhile are left out.
    /// </summary>
    Brief,

    /// <summary>Every step.</summary>
    Full,
}
