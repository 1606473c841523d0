namespace Braid.Tests.Sampling;

/// <summary>Schedule number n of a seed is the same schedule, whoever runs it.</summary>
public sealed class DeterminismTests
{
    public static TheoryData<string> Names => [.. Strategies.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_number_of_workers_changes_no_schedule(string name)
    {
        foreach (var model in new[] { MemoryModel.SequentialConsistency, MemoryModel.TotalStoreOrder })
        {
            var options = Options(name) with { MemoryModel = model };
            var one = Explore.All(Litmus.LastZero(6), options with { Workers = 1 });
            var three = Explore.All(Litmus.LastZero(6), options with { Workers = 3 });

            Assert.Equal((one.Schedules, one.Steps, one.DistinctTraces), (three.Schedules, three.Steps, three.DistinctTraces));
            Assert.True(one.Hashes!.SetEquals(three.Hashes!));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_seed_changes_the_schedules(string name)
    {
        var one = Explore.All(Litmus.LastZero(8), Options(name) with { Seed = 1 });
        var other = Explore.All(Litmus.LastZero(8), Options(name) with { Seed = 2 });

        Assert.False(one.Hashes!.SetEquals(other.Hashes!));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_longer_run_begins_with_the_shorter_one(string name)
    {
        var shorter = Explore.All(Litmus.LastZero(8), Options(name) with { MaxSchedules = 300 });
        var longer = Explore.All(Litmus.LastZero(8), Options(name));

        Assert.True(shorter.Hashes!.IsSubsetOf(longer.Hashes!));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Both_backends_draw_the_same_schedules(string name)
    {
        for (var seed = 0; seed < 6; seed++)
        {
            var drawn = seed;
            Program Make() => new RandomProgram(drawn, threads: 3, operations: 5, RandomProgramKinds.All);
            var options = Options(name) with { Seed = (ulong)seed, MaxSchedules = 40, Workers = 1, MaxStepsPerSchedule = 300 };
            var again = Explore.All(Make, options);
            var threads = Explore.All(Make, options with { Backend = Backend.OsThreads });

            Assert.Equal((again.Steps, again.Traces, again.Failures), (threads.Steps, threads.Traces, threads.Failures));
            Assert.True(again.Hashes!.SetEquals(threads.Hashes!), $"seed {seed}");
        }
    }

    private static ExplorerOptions Options(string name) =>
        new() { Strategy = Strategies.All[name], MaxSchedules = 1_000, CountDistinctTraces = true, StopAtFirstFailure = false };
}
