namespace Tenet.Explore;

/// <summary>How far an exploration is.</summary>
/// <param name="States">Distinct states so far.</param>
/// <param name="Depth">Steps from the first states to those that are expanded now.</param>
/// <param name="Queue">States found and not yet expanded, about.</param>
/// <param name="Elapsed">Time so far.</param>
public sealed record ExplorationProgress(long States, int Depth, long Queue, TimeSpan Elapsed)
{
    /// <summary>Distinct states in a second, on average.</summary>
    public double StatesPerSecond => States / Math.Max(Elapsed.TotalSeconds, 1e-9);
}
