namespace Xvma.Cli;

/// <summary>What the engines made of one known bug.</summary>
/// <param name="Bug">Its name.</param>
/// <param name="Scenario">The scenario that must find it.</param>
/// <param name="Braid">How many schedules Braid took; null when it did not look.</param>
/// <param name="Coyote">How many schedules Microsoft Coyote took; null when it did not look.</param>
/// <param name="Identity">What was violated.</param>
/// <param name="Replay">Where the schedule was saved.</param>
internal sealed record KnownBugRow(string Bug, string Scenario, Finding? Braid, Finding? Coyote, string? Identity, string? Replay)
{
    /// <summary>Whether any engine found it.</summary>
    public bool IsFound => Braid is { IsFound: true } || Coyote is { IsFound: true };

    /// <summary>Whether nobody found it although Braid has covered everything.</summary>
    public bool IsMissed => !IsFound && Braid is { IsExhausted: true };
}
