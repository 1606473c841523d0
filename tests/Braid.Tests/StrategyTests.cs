using Xvma.Sync;

namespace Braid.Tests;

public sealed class StrategyTests
{
    [Fact]
    public void Raising_the_bound_step_by_step_counts_what_each_adds_and_stops_when_it_is_no_hindrance()
    {
        var result = Explore.All(Litmus.TwoAdds(4), new() { IsIterative = true });

        Assert.Equal([24, 168, 432, 576], result.TracesByPreemptions!.Take(4));
        Assert.All(result.TracesByPreemptions!.Skip(4), count => Assert.Equal(576, count));
        Assert.Equal(Verdict.Exhausted, result.Verdict);
        Assert.Equal([2, 3, 3], Explore.All(Litmus.StoreBuffering(), new() { IsIterative = true }).TracesByPreemptions!);
    }

    [Fact]
    public void Raising_the_bound_stops_at_the_last_one_asked_for_and_within_the_budget()
    {
        var bounded = Explore.All(Litmus.TwoAdds(4), new() { IsIterative = true, PreemptionBound = 1 });
        var cut = Explore.All(Litmus.TwoAdds(4), new() { IsIterative = true, MaxSchedules = 100 });

        Assert.Equal([24, 168], bounded.TracesByPreemptions!);
        Assert.Equal(Verdict.Exhausted, bounded.Verdict);
        Assert.Equal([24], cut.TracesByPreemptions!);
        Assert.Equal((Verdict.Inconclusive, 100), (cut.Verdict, cut.Schedules));
        Assert.Throws<ArgumentException>(() => Explore.All(Litmus.TwoAdds(2), new() { IsIterative = true, Strategy = Strategy.RandomWalk, MaxSchedules = 1 }));
    }

    [Fact]
    public void A_failure_is_found_with_the_fewest_preemptions_when_the_bound_is_raised()
    {
        var result = Explore.All(
            () => new Lambda(
                stage =>
                {
                    var x = new Cell("x");
                    stage.Thread("adder", () => x.Store(x.Load() + 1));
                    stage.Thread("tester", () =>
                    {
                        var seen = x.Load();
                        if (x.Load() != seen) throw new Violation("torn", "x has changed in between.");
                    });
                }),
            new() { IsIterative = true });

        Assert.Equal("torn", result.Failure!.Identity);
        Assert.Single(result.TracesByPreemptions!);
    }

    [Theory]
    [InlineData(0, 24)]
    [InlineData(1, 168)]
    [InlineData(2, 432)]
    [InlineData(3, 576)]
    public void Preemption_bounds_cover_the_known_executions(int bound, int expected)
    {
        var result = Explore.All(Litmus.TwoAdds(4), new() { PreemptionBound = bound });

        Assert.Equal(Verdict.Exhausted, result.Verdict);
        Assert.Equal(expected, result.DistinctTraces);
        Assert.Contains($"at most {bound} preemptions", result.Bounds, StringComparison.Ordinal);
    }

    /// <summary>The bug needs three threads to meet in one of very many orders.</summary>
    private static Func<Program> Planted() => Lambda.Of(stage =>
    {
        var (x, y) = (new Cell("x"), new Cell("y"));
        stage.Thread("first", () =>
        {
            for (var round = 0; round < 5; round++) x.Add(1);
            y.Store(1);
        });
        stage.Thread("second", () =>
        {
            if (y.Load() != 1 || x.Load() != 5) return;
            x.Store(7);
            y.Store(2);
        });
        stage.Thread("third", () =>
        {
            if (x.Load() == 7 && y.Load() == 1) throw new Violation("planted", "Between the two stores.");
        });
    });

    [Fact]
    public void Sampling_finds_a_planted_bug_and_the_same_one_for_the_same_seed()
    {
        foreach (var strategy in Sampling.Strategies.All.Values)
        {
            ExplorerOptions options = new() { Strategy = strategy, MaxSchedules = 50_000, Seed = 5 };
            var one = Explore.All(Planted(), options with { Workers = 1 });
            var two = Explore.All(Planted(), options with { Workers = 2 });

            Assert.Equal("planted", one.Failure!.Identity);
            Assert.Equal(one.Failure.FoundAfter, two.Failure!.FoundAfter);
            Assert.Equal(one.Failure.Schedule.Decisions, two.Failure.Schedule.Decisions);
            Assert.Equal((one.Schedules, one.Steps), (two.Schedules, two.Steps));
        }
    }

    [Fact]
    public void Sampling_a_correct_program_ends_without_a_verdict()
    {
        var result = Explore.All(Litmus.LockIncrement(3), new() { Strategy = Strategy.Pct(2), MaxSchedules = 500 });

        Assert.Equal(Verdict.Inconclusive, result.Verdict);
        Assert.Equal(500, result.Schedules);
    }

    [Fact]
    public void Sampling_without_a_budget_is_refused() =>
        Assert.Throws<ArgumentException>(() => Explore.All(Litmus.LockIncrement(2), new() { Strategy = Strategy.RandomWalk }));

    [Theory]
    [InlineData("source sets")]
    [InlineData("sleep sets")]
    [InlineData("bounded")]
    public void The_number_of_workers_changes_nothing_that_is_counted(string search)
    {
        ExplorerOptions options = search switch
        {
            "source sets" => new() { CountDistinctTraces = true },
            "sleep sets" => new() { CountDistinctTraces = true, Strategy = Strategy.SleepSets },
            _ => new() { PreemptionBound = 2 },
        };
        var program = search == "bounded" ? Litmus.RacyIncrement(5) : Litmus.LastZero(search == "source sets" ? 10 : 8);
        var one = Explore.All(program, options with { Workers = 1 });
        var three = Explore.All(program, options with { Workers = 3 });

        Assert.Equal(Verdict.Exhausted, one.Verdict);
        Assert.Equal(
            (one.Schedules, one.Traces, one.Blocked, one.Steps, one.DistinctTraces),
            (three.Schedules, three.Traces, three.Blocked, three.Steps, three.DistinctTraces));
        Assert.True(one.Hashes!.SetEquals(three.Hashes!));
        Assert.True(one.Schedules > 1024, "Not enough work to divide.");
        if (search == "source sets") Assert.Equal(3328, one.Traces);
    }

    [Fact]
    public void The_number_of_workers_does_not_change_which_failure_is_found()
    {
        var program = Litmus.Philosophers(6);
        var one = Explore.All(program, new() { Strategy = Strategy.SleepSets, Workers = 1 });
        var three = Explore.All(program, new() { Strategy = Strategy.SleepSets, Workers = 3 });

        Assert.Equal(one.Failure!.FoundAfter, three.Failure!.FoundAfter);
        Assert.Equal(one.Failure.Schedule.Decisions, three.Failure.Schedule.Decisions);
        Assert.Equal((one.Schedules, one.Steps), (three.Schedules, three.Steps));
    }

    [Fact]
    public void A_spent_budget_is_no_verdict()
    {
        var result = Explore.All(Litmus.LastZero(10), new() { MaxSchedules = 1000 });

        Assert.Equal(Verdict.Inconclusive, result.Verdict);
        Assert.Equal(1000, result.Schedules);
    }

    [Fact]
    public void A_yield_lets_a_poller_fall_behind_so_that_priorities_do_not_starve_the_others()
    {
        var result = Explore.All(
            Lambda.Of(stage =>
            {
                var flag = new Cell("flag");
                stage.Thread("poller", () =>
                {
                    while (flag.Load() == 0) Seam<BraidSync>.Yield();
                });
                stage.Thread("setter", () => flag.Store(1));
            }),
            new() { Strategy = Strategy.Pct(1), MaxSchedules = 200, MaxStepsPerSchedule = 20 });

        Assert.Equal(200, result.Traces);
    }
}
