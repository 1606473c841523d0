namespace Tenet.Explore;

/// <summary>What an exploration says.</summary>
public enum Verdict
{
    /// <summary>Every reachable state was visited and nothing is wrong.</summary>
    Holds,

    /// <summary>A reachable state in which nothing can happen.</summary>
    Deadlock,

    /// <summary>A reachable state against an invariant, or a step against a transition property.</summary>
    SafetyViolated,

    /// <summary>A behaviour, fair to every action marked fair, in which a response never comes.</summary>
    ResponseViolated,

    /// <summary>Nothing was found, and not every state was visited: memory or patience ran out.</summary>
    Inconclusive,
}

/// <summary>Verdicts as people say them.</summary>
public static class Verdicts
{
    /// <summary>In words: <c>safety violated</c>.</summary>
    public static string InWords(this Verdict verdict) => verdict switch
    {
        Verdict.Holds => "holds",
        Verdict.Deadlock => "deadlock",
        Verdict.SafetyViolated => "safety violated",
        Verdict.ResponseViolated => "response violated",
        _ => "inconclusive",
    };
}
