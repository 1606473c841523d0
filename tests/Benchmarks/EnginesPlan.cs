using Xvma.Model;

namespace Benchmarks;

/// <summary>How much the comparison of engines does.</summary>
internal sealed record EnginesPlan
{
    /// <summary>Everything; an hour and a half.</summary>
    public static EnginesPlan Full { get; } = new()
    {
        Name = "",
        Scenarios = ScenarioCatalogue.All,
        Bugs = KnownBug.All,
        Sampling = TimeSpan.FromSeconds(0.5),
        Seeds = 20,
        Patience = 5,
        BraidSchedules = 10_000,
        CoyoteSchedules = 100,
        Whole = TimeSpan.FromSeconds(20),
    };

    /// <summary>A look whether it works; the figures mean little.</summary>
    public static EnginesPlan Quick { get; } = Full with
    {
        Name = " --quick",
        Scenarios = [ScenarioCatalogue.Find("fault against unmap"), ScenarioCatalogue.Find("two joins and a leave")],
        Bugs = [.. Full.Bugs.Where(bug => bug.Name is "detach-without-fence" or "lost-invalidate" or "uid-change-against-join")],
        Sampling = TimeSpan.FromSeconds(0.1),
        Seeds = 3,
        CoyoteSchedules = 20,
    };

    /// <summary>What the command line says.</summary>
    public required string Name { get; init; }

    public required IReadOnlyList<ScenarioInfo> Scenarios { get; init; }

    public required IReadOnlyList<KnownBug> Bugs { get; init; }

    /// <summary>How long each strategy samples a scenario.</summary>
    public required TimeSpan Sampling { get; init; }

    /// <summary>How often each strategy looks for a bug.</summary>
    public required int Seeds { get; init; }

    /// <summary>With so many seeds a strategy must have found something, or is not asked with the others.</summary>
    public required int Patience { get; init; }

    /// <summary>Schedules that a strategy of Braid has for a bug, each time.</summary>
    public required int BraidSchedules { get; init; }

    /// <summary>Schedules that a strategy of Coyote has for a bug, each time.</summary>
    public required int CoyoteSchedules { get; init; }

    /// <summary>How long an exhaustive search may take.</summary>
    public required TimeSpan Whole { get; init; }
}
