namespace Braid;

/// <summary>The JSON of a schedule file, in the order of its lines; the checksum is added to the text (<see cref="ScheduleSeal"/>).</summary>
internal sealed record ScheduleDocument
{
    public const string FormatName = "xvma-schedule";

    public string Format { get; init; } = FormatName;

    public int Version { get; init; } = Schedule.CurrentFormatVersion;

    public required string Scenario { get; init; }

    public string? KnownBug { get; init; }

    public required string Engine { get; init; }

    public required ScheduleDocumentOptions Options { get; init; }

    public ScheduleDocumentFailure? Failure { get; init; }

    public required string[] Threads { get; init; }

    /// <summary>One <see cref="DecisionText"/> a line, so that two schedules can be compared by any diff.</summary>
    public required string[] Decisions { get; init; }

    public required string[] Trace { get; init; }

    public string? Checksum { get; init; }
}
