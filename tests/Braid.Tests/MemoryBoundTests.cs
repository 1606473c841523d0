namespace Braid.Tests;

/// <summary>A search ends with a verdict before memory does.</summary>
public sealed class MemoryBoundTests
{
    [Theory]
    [InlineData("exhaustive")]
    [InlineData("source sets")]
    [InlineData("sleep sets")]
    [InlineData("exhaustive, 2 preemptions")]
    [InlineData("exhaustive, iterative")]
    public void A_search_that_would_keep_more_than_it_may_says_so(string how)
    {
        var options = Options(how);
        var bound = Explore.All(Litmus.LastZero(13), options with { MaxMemory = 1 });

        Assert.Equal((Verdict.Inconclusive, true), (bound.Verdict, bound.IsMemoryBoundReached));
        Assert.True(bound.Schedules > 0);
    }

    [Theory]
    [InlineData("exhaustive")]
    [InlineData("source sets")]
    [InlineData("exhaustive, 2 preemptions")]
    public void One_that_keeps_less_goes_on_to_its_end(string how)
    {
        var result = Explore.All(Litmus.LastZero(4), Options(how) with { MaxMemory = long.MaxValue });

        Assert.Equal((Verdict.Exhausted, false), (result.Verdict, result.IsMemoryBoundReached));
    }

    [Fact]
    public void Other_budgets_are_not_taken_for_memory()
    {
        var result = Explore.All(Litmus.LastZero(13), new() { MaxMemory = long.MaxValue, MaxSchedules = 10 });

        Assert.Equal((Verdict.Inconclusive, false), (result.Verdict, result.IsMemoryBoundReached));
    }

    [Fact]
    public void A_failure_found_in_time_counts_whatever_was_kept()
    {
        var result = Explore.All(Litmus.Philosophers(4), new() { MaxMemory = 1 });

        Assert.Equal((Verdict.Bug, false), (result.Verdict, result.IsMemoryBoundReached));
    }

    [Fact]
    public void Sampling_that_remembers_what_it_has_seen_is_bounded_too()
    {
        ExplorerOptions sampling = new() { Strategy = Strategy.RandomWalk, MaxSchedules = 20_000, MaxMemory = 1 };

        Assert.True(Explore.All(Litmus.LastZero(8), sampling with { CountDistinctTraces = true }).Schedules < 20_000);
        Assert.Equal(20_000, Explore.All(Litmus.LastZero(8), sampling).Schedules);
    }

    private static ExplorerOptions Options(string how) => how switch
    {
        "source sets" => new() { Strategy = Strategy.SourceSets },
        "sleep sets" => new() { Strategy = Strategy.SleepSets },
        "exhaustive, 2 preemptions" => new() { PreemptionBound = 2 },
        "exhaustive, iterative" => new() { IsIterative = true },
        _ => new(),
    };
}
