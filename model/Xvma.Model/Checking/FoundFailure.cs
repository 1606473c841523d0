using Braid;

namespace Xvma.Model;

/// <summary>A failure, made small, with what a person needs to read and replay it.</summary>
/// <param name="Failure">The failure by its smallest known schedule.</param>
/// <param name="Report">What minimising did.</param>
/// <param name="Saved">What a schedule file holds of it.</param>
public sealed record FoundFailure(Failure Failure, MinimisingReport Report, SavedSchedule Saved)
{
    /// <summary>The page to print.</summary>
    /// <param name="replayCommand">The line to paste, or null when it is not saved.</param>
    /// <param name="options">How to lay it out.</param>
    public string Render(string? replayCommand, DisplayOptions options) => FailureDisplay.Render(
        new()
        {
            Failure = Failure,
            IdentityTitle = Invariant.TitleOf(Failure.Identity),
            KnownBug = Saved.KnownBug,
            Minimised = Report,
            ReplayCommand = replayCommand,
        },
        options);

    internal static FoundFailure Minimise(ScenarioInfo scenario, Func<Program> program, ExplorationResult result, KnownBug? knownBug)
    {
        var failure = result.Failure ?? throw new ArgumentException("There is no failure to make smaller.", nameof(result));
        var small = Minimiser.Run(program, failure);
        var saved = SavedSchedule.Of(small.Failure, result.Bounds) with { KnownBug = knownBug?.Name, Machine = scenario.Geometry };
        return new(small.Failure, small.Report, saved);
    }
}
