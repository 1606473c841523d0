namespace Braid.Tests.Display;

public sealed class ReplayDisplayTests
{
    private static readonly Failure Recorded = Stories.LostInvalidate();
    private static readonly DisplayOptions Options = new();

    [Fact]
    public void A_replay_that_reproduces_says_exactly_what() => Golden.Matches(ReplayDisplay.Render(Recorded.Schedule, Result(ReplayOutcome.Reproduced), Options));

    [Fact]
    public void A_replay_that_ends_otherwise_shows_both_ends() => Golden.Matches(
        ReplayDisplay.Render(Recorded.Schedule, Result(ReplayOutcome.EndedDifferently) with { Failure = null }, Options)
        + ReplayDisplay.Render(Recorded.Schedule, Result(ReplayOutcome.EndedDifferently) with { Failure = Stories.Deadlock() }, Options));

    [Fact]
    public void A_replay_that_diverges_says_at_which_step_what_was_recorded_and_what_was_found() => Golden.Matches(ReplayDisplay.Render(
        Recorded.Schedule,
        Result(ReplayOutcome.Diverged) with
        {
            DivergedAt = 8,
            Explanation = "At decision 9: remover (task 2) stands before Load of mappings of space 1, where StoreReference of mappings of space 1 is recorded.",
            Taken = Recorded.Schedule with { Engine = "Braid 0.2.0", Decisions = [.. Recorded.Schedule.Decisions.Take(8)], FailureKind = null, FailureIdentity = null },
            Failure = null,
        },
        Options));

    [Fact]
    public void A_replay_that_diverges_at_once_has_nothing_before_it() => Golden.Matches(ReplayDisplay.Render(
        Recorded.Schedule,
        Result(ReplayOutcome.Diverged) with { DivergedAt = 0, Explanation = "reader (task 1) cannot move, where Load of options is recorded.", Failure = null },
        Options with { Width = 80, Characters = DisplayCharacters.Ascii }));

    private static ReplayResult Result(ReplayOutcome outcome) => new() { Outcome = outcome, Taken = Recorded.Schedule, Trace = Recorded.Trace, Failure = Recorded };
}
