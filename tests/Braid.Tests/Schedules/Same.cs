namespace Braid.Tests.Schedules;

/// <summary>Compares schedules member by member: records compare their lists by identity.</summary>
internal static class Same
{
    public static void Schedule(SavedSchedule expected, SavedSchedule? actual)
    {
        Assert.NotNull(actual);
        Assert.Equal(expected.Picture, actual.Picture);
        Assert.Equal(expected.Schedule.Threads, actual.Schedule.Threads);
        Assert.Equal(expected.Schedule.Decisions, actual.Schedule.Decisions);
        var lists = expected.Schedule;
        Assert.Equal(expected, actual with
        {
            Picture = expected.Picture,
            Schedule = actual.Schedule with { Threads = lists.Threads, Decisions = lists.Decisions },
        });
    }
}
