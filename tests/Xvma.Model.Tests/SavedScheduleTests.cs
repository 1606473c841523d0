using Braid;

namespace Xvma.Model.Tests;

public sealed class SavedScheduleTests
{
    public static TheoryData<string> Bugs => [.. KnownBug.All.Select(bug => bug.Name)];

    [Theory]
    [MemberData(nameof(Bugs))]
    public void The_saved_schedule_of_a_known_bug_still_shows_it(string name)
    {
        Assert.True(KnownBug.TryFind(name, out var bug));
        var read = ScheduleFile.TryRead(SavedSchedules.PathOf(name));
        Assert.True(read.IsOk, read.Message);
        Assert.Equal(name, read.Saved!.KnownBug);

        var replay = KnownBugChecker.Replay(bug, read.Saved.Schedule);

        Assert.True(replay.Outcome == ReplayOutcome.Reproduced, $"{replay.Explanation} (UPDATE_SCHEDULES=1 records it anew)");
    }

    [Theory]
    [MemberData(nameof(Bugs))]
    public void Without_the_bug_its_schedule_does_not_fail(string name)
    {
        var read = ScheduleFile.TryRead(SavedSchedules.PathOf(name));
        Assert.True(read.IsOk, read.Message);

        // The code differs, so the replay may leave the schedule; what it must not do is end in the failure.
        Assert.NotEqual(ReplayOutcome.Reproduced, BraidChecker.Replay(read.Saved!.Schedule).Outcome);
    }
}
