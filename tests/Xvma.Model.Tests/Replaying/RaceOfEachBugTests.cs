using Braid;

namespace Xvma.Model.Tests.Replaying;

/// <summary>The page of every known bug says which race matters, or that none does.</summary>
public sealed class RaceOfEachBugTests
{
    public static TheoryData<string> Bugs => [.. KnownBug.All.Select(bug => bug.Name)];

    [Theory]
    [MemberData(nameof(Bugs))]
    public void The_page_of_a_known_bug_names_the_race_that_matters_or_says_that_there_is_none(string name)
    {
        var saved = ScheduleFile.TryRead(SavedSchedules.PathOf(name)).Saved!;
        Assert.True(KnownBug.TryFind(name, out var bug));
        var program = KnownBugChecker.ProgramOf(bug, saved.Schedule);
        var failure = Explorer.Replay(program, saved.Schedule, new() { Mode = ReplayMode.Adapted }).Failure!;
        var races = Minimiser.FindRace(program, failure);
        var page = FailureDisplay.Render(new() { Failure = failure, Races = races }, new() { Width = 200 });

        // What never ends fails by no step, so no two steps are to blame: the page shows the round.
        if (failure.Kind == FailureKind.NonTermination)
        {
            Assert.Null(races);
            Assert.Contains("<-- back to step", page, StringComparison.Ordinal);
            return;
        }

        Assert.NotNull(races);
        // What fails while the scenario is being arranged has no step, and so no race to speak of.
        var isAlone = page.Contains("so this is no race", StringComparison.Ordinal);
        if (races.Decisive is not null && !isAlone) Assert.Contains("The race that matters is", page, StringComparison.Ordinal);
        else if (!isAlone && failure.Trace.Steps.Count > 0) Assert.Matches("No single reversal makes the run pass|No two steps race here", page);
        if (races.Decisive is null) Assert.True(races.IsComplete);
    }
}
