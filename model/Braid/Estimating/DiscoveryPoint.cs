namespace Braid;

/// <summary>How many different executions had been seen after so many schedules; different by more than the order of independent steps.</summary>
/// <param name="Schedules">Schedules drawn, from 1.</param>
/// <param name="Traces">Different executions among them.</param>
public readonly record struct DiscoveryPoint(long Schedules, long Traces);
