namespace Braid;

/// <summary>One execution, readable.</summary>
public sealed record Trace
{
    /// <summary>Names of the threads by index.</summary>
    public required IReadOnlyList<string> Threads { get; init; }

    /// <summary>What was done, in order.</summary>
    public required IReadOnlyList<StepRecord> Steps { get; init; }

    /// <summary>Calls and notes of the program, in order; each says before which step it lies.</summary>
    public required IReadOnlyList<TraceEvent> Events { get; init; }
}
