namespace Braid;

/// <summary>What became of looking for the one race whose reversal makes a failing execution end well.</summary>
/// <param name="Decisive">It; null when none was found.</param>
/// <param name="Tried">How many races were tried.</param>
/// <param name="IsComplete">Whether these were all; false when the budget ended first.</param>
public sealed record RaceSearch(DecisiveRace? Decisive, int Tried, bool IsComplete);
