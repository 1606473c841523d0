using System.Globalization;
using System.Text.Json.Serialization;

namespace Braid;

/// <summary>The JSON of a <see cref="ShardReport"/>; the checksum is added to the text (<see cref="ScheduleSeal"/>).</summary>
internal sealed record ShardDocument
{
    public const string FormatName = "xvma-shard";

    public string Format { get; init; } = FormatName;

    public int Version { get; init; } = ShardReport.CurrentFormatVersion;

    public required int Shard { get; init; }

    public required int Shards { get; init; }

    public required ShardEntryDocument[] Entries { get; init; }

    public required ShardFinding[] KnownBugs { get; init; }

    public required CodeIdentity[] Code { get; init; }

    public string? Checksum { get; init; }

    public static ShardDocument Of(ShardReport report) => new()
    {
        Shard = report.Shard.Number,
        Shards = report.Shard.Count,
        Entries = [.. report.Entries.Select(ShardEntryDocument.Of)],
        KnownBugs = [.. report.KnownBugs],
        Code = [.. report.Code],
    };

    public ShardReport ToReport()
    {
        if (!Braid.Shard.TryParse(string.Create(CultureInfo.InvariantCulture, $"{Shard}/{Shards}"), out var shard)) throw new FormatException($"there is no shard {Shard} of {Shards}");
        return new() { Shard = shard, Entries = [.. Entries.Select(entry => entry.ToEntry())], KnownBugs = KnownBugs, Code = Code };
    }
}

/// <summary>The JSON of a <see cref="ShardEntry"/>.</summary>
internal sealed record ShardEntryDocument
{
    public required string Scenario { get; init; }

    public required string Machine { get; init; }

    public required string MemoryModel { get; init; }

    public int? Preemptions { get; init; }

    public required int MaxSteps { get; init; }

    [JsonConverter(typeof(JsonStringEnumConverter<FailureKind>))]
    public FailureKind? Failure { get; init; }

    public int? Done { get; init; }

    public int Parts { get; init; }

    public long Schedules { get; init; }

    public long Blocked { get; init; }

    public CoverageDocument? Executions { get; init; }

    /// <summary>Under a preemption bound each execution: its hash, how it ended, of how many steps it is.</summary>
    public string[]? Members { get; init; }

    public static ShardEntryDocument Of(ShardEntry entry) => new()
    {
        Scenario = entry.Scenario,
        Machine = entry.Machine,
        MemoryModel = entry.MemoryModel,
        Preemptions = entry.Preemptions,
        MaxSteps = entry.MaxSteps,
        Failure = entry.Failure,
        Done = entry.Progress?.Done,
        Parts = entry.Progress?.Parts ?? 0,
        Schedules = entry.Progress?.Schedules ?? 0,
        Blocked = entry.Progress?.Blocked ?? 0,
        Executions = entry.Progress is { } progress ? CoverageDocument.Of(progress.Coverage) : null,
        Members = entry.Preemptions is null || entry.Progress is null ? null
            : [.. entry.Progress.Members.Select(member => string.Create(CultureInfo.InvariantCulture, $"{member.Digest} {(int)member.End} {member.Steps}")).Order(StringComparer.Ordinal)],
    };

    public ShardEntry ToEntry() => new()
    {
        Scenario = Scenario,
        Machine = Machine,
        MemoryModel = MemoryModel,
        Preemptions = Preemptions,
        MaxSteps = MaxSteps,
        Failure = Failure,
        Progress = Done is not { } done ? null : new()
        {
            Done = done >= 0 && done <= Parts ? done : throw new FormatException($"{done} of {Parts} parts are done"),
            Parts = Parts,
            Schedules = Schedules,
            Blocked = Blocked,
            Coverage = (Executions ?? throw new FormatException("it does not say what it covers")).ToCoverage(),
            Members = Members is null ? [] : [.. Members.Select(Member)],
        },
    };

    private static CoveredTrace Member(string text) =>
        text.Split(' ') is [var hash, var end, var steps] && Digest.TryParse(hash, out var digest)
        && int.TryParse(end, NumberStyles.None, CultureInfo.InvariantCulture, out var how) && how <= (int)TraceEnd.Failed
        && int.TryParse(steps, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? new(digest, (TraceEnd)how, count) : throw new FormatException($"'{text}' is no execution");
}
