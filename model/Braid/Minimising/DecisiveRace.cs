namespace Braid;

/// <summary>Two steps on one location whose order decides whether the execution fails; the other order has been tried.</summary>
/// <param name="Earlier">Number of the step that came first, from 1.</param>
/// <param name="Later">Number of the step that came second.</param>
/// <param name="Location">What both touch.</param>
public sealed record DecisiveRace(int Earlier, int Later, string Location);
