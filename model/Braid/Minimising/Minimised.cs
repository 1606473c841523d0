namespace Braid;

/// <summary>A failure made small.</summary>
/// <param name="Failure">The same failure by a smaller schedule, with its trace; the one given when nothing smaller was found.</param>
/// <param name="Report">What was done.</param>
/// <param name="Races">Whether one race decides; null when that was not looked into.</param>
public sealed record Minimised(Failure Failure, MinimisingReport Report, RaceSearch? Races)
{
    /// <summary>Two steps whose order decides: with them the other way round the execution was seen to end well; null when none was found.</summary>
    public DecisiveRace? DecisiveRace => Races?.Decisive;
}
