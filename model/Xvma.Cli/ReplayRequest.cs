using Braid;

namespace Xvma.Cli;

/// <summary>What <c>xvma replay</c> was asked for.</summary>
/// <param name="File">The saved schedule.</param>
/// <param name="Layout">How columns are laid out.</param>
internal sealed record ReplayRequest(string File, DisplayOptions Layout)
{
    /// <summary>What to write.</summary>
    public ReplayFormat Format { get; init; }

    /// <summary>Where to; null for where results go.</summary>
    public string? Output { get; init; }

    /// <summary>Whether to walk through the recorded states.</summary>
    public bool IsStepped { get; init; }

    /// <summary>The step to stop at in a debugger; null for none.</summary>
    public int? BreakAt { get; init; }

    /// <summary>Where a test that replays it goes; null for nowhere.</summary>
    public string? Test { get; init; }

    /// <summary>Whether to look for the nearest failing schedule when this one cannot be reproduced.</summary>
    public bool IsNearest { get; init; }

    /// <summary>How many schedules that may take.</summary>
    public int Budget { get; init; } = 10_000;

    /// <summary>Where the nearest one is saved; null for beside the other schedules that fail.</summary>
    public string? Save { get; init; }

    /// <summary>What is asked for of a trace of Microsoft Coyote.</summary>
    public required CoyoteReplaySettings Coyote { get; init; }

    /// <summary>Why the options do not go together; null when they do.</summary>
    public string? Flaw =>
        Output is not null && (IsStepped || Test is not null) ? "--output goes with --format, not with --step or --test"
        : IsStepped && (Format != ReplayFormat.Columns || Test is not null || BreakAt is not null) ? "--step goes with no --format, --test or --break"
        : Test is not null && (Format != ReplayFormat.Columns || BreakAt is not null) ? "--test goes with no --format or --break"
        : !IsNearest && Save is not null ? "--save goes with --nearest"
        : null;
}
