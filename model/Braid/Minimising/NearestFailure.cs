namespace Braid;

/// <summary>A failing schedule that is near to a recorded one which no longer fails, or no longer can be followed.</summary>
/// <param name="Failure">The failure, of the kind and identity that were recorded; null when none was found.</param>
/// <param name="Moved">How many stretches of a thread's steps had to come earlier than recorded; 0 when the recorded order, as far as it can be taken, still fails.</param>
/// <param name="Runs">How many schedules were tried.</param>
public sealed record NearestFailure(Failure? Failure, int Moved, long Runs);
