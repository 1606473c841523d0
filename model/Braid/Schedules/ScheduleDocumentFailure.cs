namespace Braid;

/// <summary>What a saved schedule ends in.</summary>
internal sealed record ScheduleDocumentFailure
{
    public required string Kind { get; init; }

    public required string Identity { get; init; }

    public required string Message { get; init; }
}
