using System.Text.Json.Serialization;

namespace Braid;

/// <summary>The options of a run that a replay depends on.</summary>
internal sealed record ScheduleDocumentOptions
{
    public required string MemoryModel { get; init; }

    public required int MaxSteps { get; init; }

    public required string Bounds { get; init; }

    public required string Machine { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Observed { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Liveness { get; init; }
}
