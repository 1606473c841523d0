namespace Braid.Tests.Display;

public sealed class FailureDisplayTests
{
    private static readonly DisplayOptions Brief = new();

    [Fact]
    public void A_lost_invalidate_is_a_page_read_in_a_minute() => Golden.Matches(FailureDisplay.Render(
        new()
        {
            Failure = Stories.LostInvalidate(),
            IdentityTitle = "no stale translation",
            KnownBug = "lost-invalidate",
            Minimised = new() { Before = new(5, 9, 40), After = new(1, 2, 14), Runs = 88 },
            Races = new(new(8, 13, "tlb of chiplet 0"), Tried: 1, IsComplete: false),
            ReplayCommand = "dotnet run -c Release --project model/Xvma.Cli -- replay tests/schedules/lost-invalidate.json",
        },
        Brief));

    [Fact]
    public void Full_detail_shows_every_step_and_says_nothing_is_hidden() =>
        Golden.Matches(FailureDisplay.Render(new() { Failure = Stories.LostInvalidate() }, Brief with { Detail = DisplayDetail.Full }));

    [Fact]
    public void Eighty_columns_of_ascii_hold_the_same_page() =>
        Golden.Matches(FailureDisplay.Render(new() { Failure = Stories.LostInvalidate() }, Brief with { Width = 80, Characters = DisplayCharacters.Ascii }));

    [Fact]
    public void A_lost_update_names_the_read_the_change_and_the_overwriting() => Golden.Matches(FailureDisplay.Render(new() { Failure = Stories.LostUpdate() }, Brief));

    [Fact]
    public void A_torn_pair_names_the_call_it_was_seen_in_the_middle_of() => Golden.Matches(FailureDisplay.Render(new() { Failure = Stories.TornPair() }, Brief));

    [Fact]
    public void A_deadlock_says_who_holds_what_since_when() => Golden.Matches(FailureDisplay.Render(new() { Failure = Stories.Deadlock() }, Brief));

    [Fact]
    public void A_lost_wakeup_says_the_wakeup_came_before_the_ticket() => Golden.Matches(FailureDisplay.Render(new() { Failure = Stories.LostWakeup() }, Brief));

    [Fact]
    public void Six_threads_share_eighty_columns() => Golden.Matches(FailureDisplay.Render(new() { Failure = Stories.Crowd() }, Brief with { Width = 80 }));

    [Fact]
    public void Six_threads_share_two_hundred_columns_in_full() =>
        Golden.Matches(FailureDisplay.Render(new() { Failure = Stories.Crowd() }, Brief with { Width = 200, Detail = DisplayDetail.Full }));

    [Fact]
    public void Threads_beyond_what_the_line_holds_share_a_column()
    {
        var script = new TraceScript([.. Enumerable.Range(0, 12).Select(i => $"rank {i}")]).Holds("count", "0");
        for (var i = 11; i >= 0; i--) script.Begin(i, "Join").Exchange(i, "count", $"{12 - i}").End(i, "ok");
        script.Load(3, "count");
        Golden.Matches(FailureDisplay.Render(new() { Failure = script.Fails(FailureKind.Safety, "COUNT", "count is 12", "joins") }, Brief with { Width = 80 }));
    }

    [Fact]
    public void A_long_execution_shows_its_beginning_and_its_end()
    {
        var script = new TraceScript("spinner", "idler").Holds("flag", "0").Holds("other", "0");
        script.Store(1, "flag", "0").Store(1, "other", "0");
        // Thue and Morse's sequence: nothing in it comes three times in a row, so there is no round to show instead.
        for (var i = 0; i < 2_000; i++) script.Store(0, int.PopCount(i) % 2 == 0 ? "flag" : "other", $"{i}");
        var failure = script.Fails(FailureKind.NonTermination, "NonTermination", "2,000 steps and no end", "spin");
        failure = failure with { Schedule = failure.Schedule with { MaxSteps = 2_002 } };
        Golden.Matches(FailureDisplay.Render(new() { Failure = failure }, Brief with { MaxRows = 20 }));
    }

    [Fact]
    public void An_execution_that_goes_round_shows_one_round()
    {
        var script = new TraceScript("spinner", "idler").Holds("flag", "0");
        script.Store(1, "flag", "0");
        for (var i = 0; i < 2_000; i++) script.Load(0, "flag");
        Golden.Matches(FailureDisplay.Render(
            new() { Failure = script.Fails(FailureKind.NonTermination, "NonTermination", "2,000 steps and no end", "spin") }, Brief with { MaxRows = 20 }));
    }

    [Fact]
    public void A_failure_before_the_first_step_still_has_a_page() => Golden.Matches(FailureDisplay.Render(
        new() { Failure = new TraceScript("only").Fails(FailureKind.UnhandledException, "NullReferenceException", "NullReferenceException", "empty", 1) }, Brief));
}
