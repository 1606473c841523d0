using Braid;

namespace Xvma.Model;

/// <summary>A failure, made small, with what a person needs to read and replay it.</summary>
/// <param name="Minimised">What minimising did.</param>
/// <param name="Saved">What a schedule file holds of it.</param>
public sealed record FoundFailure(Minimised Minimised, SavedSchedule Saved)
{
    // A bound on preemptions is proven to be the least when its schedules are few; a person at the terminal does not wait for more.
    private static readonly MinimiserOptions Quickly = new() { MaxRuns = 1_000, MaxSchedulesPerBound = 2_000 };

    /// <summary>The failure by its smallest known schedule.</summary>
    public Failure Failure => Minimised.Failure;

    /// <summary>The page to print.</summary>
    /// <param name="replayCommand">The line to paste, or null when it is not saved.</param>
    /// <param name="options">How to lay it out.</param>
    public string Render(string? replayCommand, DisplayOptions options) => FailureDisplay.Render(
        FailureReport.Of(Minimised) with
        {
            IdentityTitle = Invariant.TitleOf(Failure.Identity),
            KnownBug = Saved.KnownBug,
            ReplayCommand = replayCommand,
        },
        options);

    /// <summary>Makes a failure small and gets it ready to be saved.</summary>
    /// <param name="scenario">The scenario that failed.</param>
    /// <param name="program">Makes an instance of it.</param>
    /// <param name="failure">How it failed.</param>
    /// <param name="bounds">Within which bounds it was looked for, in words.</param>
    /// <param name="knownBug">The known bug in the code; null for the code as it is.</param>
    public static FoundFailure Minimise(ScenarioInfo scenario, Func<Program> program, Failure failure, string bounds, KnownBug? knownBug)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var small = Minimiser.Run(program, failure, Quickly);
        var saved = SavedSchedule.Of(small.Failure, bounds) with { KnownBug = knownBug?.Name, Machine = scenario.Geometry };
        return new(small, saved);
    }

    internal static FoundFailure Minimise(ScenarioInfo scenario, Func<Program> program, ExplorationResult result, KnownBug? knownBug) => Minimise(
        scenario, program, result.Failure ?? throw new ArgumentException("There is no failure to make smaller.", nameof(result)), result.Bounds, knownBug);
}
