namespace Braid;

/// <summary>How far an exploration has come.</summary>
/// <param name="Schedules">Schedules run so far.</param>
/// <param name="Traces">Complete executions so far.</param>
/// <param name="Elapsed">Time since the start.</param>
public readonly record struct ExplorationProgress(long Schedules, long Traces, TimeSpan Elapsed);
