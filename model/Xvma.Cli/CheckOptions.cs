using Braid;
using Xvma.Model;

namespace Xvma.Cli;

/// <summary>What <c>xvma check</c> was asked for.</summary>
internal sealed record CheckOptions
{
    /// <summary>Scenarios by name; null for all, empty for none.</summary>
    public IReadOnlyList<string>? Scenarios { get; init; }

    /// <summary>Known bugs by name; null for all, empty for none.</summary>
    public IReadOnlyList<string>? Bugs { get; init; }

    /// <summary>Which engines.</summary>
    public EngineChoice Engine { get; init; }

    /// <summary>How Coyote is used, if it is.</summary>
    public CoyoteSettings Coyote { get; init; } = new();

    /// <summary>Time for everything together.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(240);

    /// <summary>Schedules for each scenario or bug; null for what the time allows.</summary>
    public long? Schedules { get; init; }

    /// <summary>How many executions the scenario has, if that is known; null if not.</summary>
    public long? Total { get; init; }

    /// <summary>Preemptions in a schedule, at most; null for each scenario's own bound, if it has one.</summary>
    public int? Preemptions { get; init; }

    /// <summary>Whether the bound on preemptions is raised from 0 step by step.</summary>
    public bool IsIterative { get; init; }

    /// <summary>Whether steps are not held against the specification.</summary>
    public bool IsWithoutOracle { get; init; }

    /// <summary>Whether the bounds that scenarios set themselves are lifted.</summary>
    public bool IsUnbounded { get; init; }

    /// <summary>Under which memory models; known bugs have their own.</summary>
    public MemoryChoice Memory { get; init; }

    /// <summary>What is left for the system and for what a search does not count: a quarter.</summary>
    public static long UsualMemory => GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 4 * 3;

    /// <summary>Bytes of the managed heap that Braid's searches may come to.</summary>
    public long MaxMemory { get; init; } = UsualMemory;

    /// <summary>Workers; 0 for one a core.</summary>
    public int Workers { get; init; }

    /// <summary>Seed of everything that is sampled.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>How Braid searches.</summary>
    public Strategy Strategy { get; init; } = Strategy.Exhaustive;

    /// <summary>Where the report goes as JSON; null for nowhere.</summary>
    public string? Json { get; init; }

    /// <summary>Where the report goes as JUnit XML; null for nowhere.</summary>
    public string? Junit { get; init; }

    /// <summary>Where the findings go as SARIF; null for nowhere.</summary>
    public string? Sarif { get; init; }

    /// <summary>Where the certificates of what was exhausted go; null for nowhere.</summary>
    public string? Certificates { get; init; }

    /// <summary>Which part of a divided run this is; null for one that is not divided and cannot be gone on with.</summary>
    public ShardOptions? Shards { get; init; }

    /// <summary>Where schedules of failures are saved.</summary>
    public required string Folder { get; init; }

    /// <summary>The scenarios that were asked for, by name; pairs too where they are named.</summary>
    public IReadOnlyList<ScenarioInfo> Chosen => Scenarios is { } names
        ? [.. names.Select(ScenarioCatalogue.Find).DistinctBy(scenario => scenario.Name).OrderBy(scenario => scenario.Name, StringComparer.Ordinal)]
        : ScenarioCatalogue.All;

    /// <summary>The memory models that <paramref name="scenario"/> is explored under.</summary>
    public IReadOnlyList<MemoryModel> Models(ScenarioInfo scenario) => Memory switch
    {
        MemoryChoice.Sc => [MemoryModel.SequentialConsistency],
        MemoryChoice.Tso => [MemoryModel.TotalStoreOrder],
        MemoryChoice.Usual when scenario.IsLongWithBuffers => [MemoryModel.SequentialConsistency],
        _ => [MemoryModel.SequentialConsistency, MemoryModel.TotalStoreOrder],
    };

    /// <summary>The bound on preemptions that applies to <paramref name="scenario"/>.</summary>
    public int? Bound(ScenarioInfo scenario) => Preemptions ?? (IsUnbounded ? null : scenario.Preemptions);
}
