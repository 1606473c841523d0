namespace Braid.Tests;

public sealed class TraceCountTests
{
    public static TheoryData<string, int, int> Counts => new()
    {
        { nameof(Litmus.LastZero), 1, 2 },
        { nameof(Litmus.LastZero), 2, 5 },
        { nameof(Litmus.LastZero), 3, 12 },
        { nameof(Litmus.LastZero), 4, 28 },
        { nameof(Litmus.LastZero), 5, 64 },
        { nameof(Litmus.LastZero), 6, 144 },
        { nameof(Litmus.LastZero), 7, 320 },
        { nameof(Litmus.LastZero), 8, 704 },
        { nameof(Litmus.Readers), 1, 2 },
        { nameof(Litmus.Readers), 3, 8 },
        { nameof(Litmus.Readers), 6, 64 },
        { nameof(Litmus.LockIncrement), 2, 2 },
        { nameof(Litmus.LockIncrement), 3, 6 },
        { nameof(Litmus.LockIncrement), 4, 24 },
        { nameof(Litmus.LockIncrement), 5, 120 },
        { nameof(Litmus.TwoAdds), 2, 4 },
        { nameof(Litmus.TwoAdds), 3, 36 },
        { nameof(Litmus.TwoAdds), 4, 576 },
        { nameof(Litmus.RacyIncrement), 2, 4 },
        { nameof(Litmus.RacyIncrement), 3, 36 },
        { nameof(Litmus.RacyIncrement), 4, 576 },
        { nameof(Litmus.Airline), 1, 1 },
        { nameof(Litmus.Airline), 2, 4 },
        { nameof(Litmus.Airline), 3, 36 },
        { nameof(Litmus.Airline), 4, 576 },
        { nameof(Litmus.Rotate), 2, 2 },
        { nameof(Litmus.Rotate), 3, 5 },
        { nameof(Litmus.Rotate), 4, 14 },
        { nameof(Litmus.Rotate), 5, 43 },
        { nameof(Litmus.Rotate), 6, 144 },
        { nameof(Litmus.StoreBuffering), 0, 3 },
        { nameof(Litmus.MessagePassing), 0, 3 },
        { nameof(Litmus.LoadBuffering), 0, 3 },
        { nameof(Litmus.TwoPlusTwoWrites), 0, 3 },
        { nameof(Litmus.CompareAndExchangeIncrement), 2, 4 },
        { nameof(Litmus.CompareAndExchangeIncrement), 3, 60 },
        { nameof(Litmus.SourceSetTrap), 0, 5 },
        { nameof(Litmus.Fibonacci), 3, 1698 },
        { nameof(Litmus.TryLockers), 3, 21 },
        { nameof(Litmus.TryLockers), 4, 148 },
    };

    [Theory]
    [InlineData(nameof(Litmus.LastZero), 5, 64, 33)]
    [InlineData(nameof(Litmus.LastZero), 10, 3328, 16867)]
    [InlineData(nameof(Litmus.SourceSetTrap), 0, 5, 5)]
    [InlineData(nameof(Litmus.RacyIncrement), 5, 14400, 0)]
    [InlineData(nameof(Litmus.Rotate), 8, 2048, 0)]
    public void Source_sets_start_as_many_schedules_in_vain_as_they_do_elsewhere(string name, int n, int traces, int blocked)
    {
        var result = Explore.All(Litmus.Named(name, n), new() { Strategy = Strategy.SourceSets });

        Assert.Equal((traces, blocked), (result.Traces, result.Blocked));
    }

    [Theory]
    [InlineData(2, 2)]
    [InlineData(3, 6)]
    [InlineData(4, 14)]
    [InlineData(5, 30)]
    [InlineData(6, 62)]
    public void Philosophers_end_in_two_to_the_n_less_two_ways_and_one_deadlock(int n, int expected)
    {
        foreach (var strategy in new[] { Strategy.Exhaustive, Strategy.SourceSets, Strategy.SleepSets })
        {
            var result = Explore.All(Litmus.Named(nameof(Litmus.Philosophers), n), new() { Strategy = strategy, StopAtFirstFailure = false });

            Assert.Equal((Verdict.Bug, FailureKind.Deadlock), (result.Verdict, result.Failure!.Kind));
            Assert.Equal((expected, 1), (result.Traces, result.Failures));
            if (strategy == Strategy.Exhaustive) Assert.Equal(0, result.Blocked);
        }
    }

    [Theory]
    [InlineData(nameof(Litmus.LastZero), 9, 1536)]
    [InlineData(nameof(Litmus.LastZero), 10, 3328)]
    [InlineData(nameof(Litmus.LastZero), 12, 15360)]
    [InlineData(nameof(Litmus.Readers), 10, 1024)]
    [InlineData(nameof(Litmus.RacyIncrement), 5, 14400)]
    [InlineData(nameof(Litmus.LockIncrement), 6, 720)]
    [InlineData(nameof(Litmus.Rotate), 8, 2048)]
    public void The_optimal_search_begins_nothing_in_vain_whatever_the_number_of_workers(string name, int n, int expected)
    {
        foreach (var workers in new[] { 1, 2, 3 })
        {
            var result = Explore.All(Litmus.Named(name, n), new() { Workers = workers, CountDistinctTraces = true });

            Assert.Equal((Verdict.Exhausted, expected, 0), (result.Verdict, result.Traces, result.Blocked));
            Assert.Equal(expected, result.DistinctTraces);
        }
    }

    [Theory]
    [InlineData(nameof(Litmus.Indexer), 11, 1)]
    [InlineData(nameof(Litmus.Indexer), 12, 8)]
    [InlineData(nameof(Litmus.Indexer), 15, 4096)]
    public void Races_lead_to_what_sleep_sets_cannot_reach_in_time(string name, int n, int expected)
    {
        var result = Explore.All(Litmus.Named(name, n));

        Assert.Equal(Verdict.Exhausted, result.Verdict);
        Assert.Equal(expected, result.Traces);
    }

    [Theory]
    [MemberData(nameof(Counts))]
    public void All_searches_reach_the_known_executions_and_the_same_ones(string name, int n, int expected)
    {
        var program = Litmus.Named(name, n);
        var oracle = Explore.All(program, new() { Strategy = Strategy.SleepSets, CountDistinctTraces = true });
        var sourceSets = Explore.All(program, new() { Strategy = Strategy.SourceSets, CountDistinctTraces = true });

        Assert.Equal(Verdict.Exhausted, oracle.Verdict);
        Assert.Equal(Verdict.Exhausted, sourceSets.Verdict);
        Assert.Equal(expected, oracle.Traces);
        Assert.Equal(expected, sourceSets.Traces);
        Assert.Equal(expected, oracle.DistinctTraces);
        Assert.True(oracle.Hashes!.SetEquals(sourceSets.Hashes!));
        Assert.True(sourceSets.Schedules <= oracle.Schedules);

        var optimal = Explore.All(program, new() { Strategy = Strategy.Exhaustive, CountDistinctTraces = true });
        Assert.Equal(Verdict.Exhausted, optimal.Verdict);
        Assert.Equal((expected, 0), (optimal.Traces, optimal.Blocked));
        Assert.True(oracle.Hashes!.SetEquals(optimal.Hashes!));
    }
}
