namespace Xvma;

/// <summary>How often something has happened.</summary>
/// <param name="Event">What.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Meaning">What it means, in one sentence.</param>
/// <param name="Count">How often.</param>
public readonly record struct GruStatistic(GruEvent Event, string Name, string Meaning, long Count);
