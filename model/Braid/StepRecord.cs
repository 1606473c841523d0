namespace Braid;

/// <summary>One step of a trace. Values are rendered when the step is taken.</summary>
public sealed record StepRecord
{
    /// <summary>Index of the thread that moved.</summary>
    public required int Thread { get; init; }

    /// <summary>What it did.</summary>
    public required OperationKind Kind { get; init; }

    /// <summary>The order it asked for.</summary>
    public MemoryOrder Order { get; init; }

    /// <summary>Name of what it operated on, for example <c>range-active of space 2</c>; empty when there is none.</summary>
    public required string Location { get; init; }

    /// <summary>What went in, for example <c>5</c> for a store or <c>0 → 1</c> for a compare-and-exchange; empty when nothing did.</summary>
    public string Argument { get; init; } = "";

    /// <summary>What came back; empty when nothing did.</summary>
    public required string Result { get; init; }

    /// <summary>What the location held before the step, or null when that has no meaning.</summary>
    public string? Before { get; init; }

    /// <summary>What the location held after the step, or null when that has no meaning.</summary>
    public string? After { get; init; }

    /// <summary>Whether the location held the same value before and after the step; two values may be shown the same and not be.</summary>
    public bool IsAsBefore { get; init; }

    /// <summary>Whether the step changed what others can see: not so for reads and for attempts that failed.</summary>
    public bool IsWrite { get; init; }

    /// <summary>Whether the thread's own store buffer alone took part: a store that entered it, a read that it answered.</summary>
    public bool IsBuffered { get; init; }

    /// <summary>It in the words of the columns: <c>x: 0 → 1</c>.</summary>
    public string Words => StepText.Of(this);

    /// <summary>Where in the source it was taken; null when that was not asked for (<see cref="ReplayOptions.RecordSources"/>) or is not known.</summary>
    public SourceLine? Source { get; init; }

    /// <summary>Whether the step was a decision of the schedule; fences, yields and clock readings are not.</summary>
    public bool IsDecision { get; init; } = true;
}
