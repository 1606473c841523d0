namespace Braid.Tests.Certificates;

public sealed class CoverageTests
{
    [Theory]
    [InlineData(RandomProgramKinds.All, 3, 4, 5000, 8, MemoryModel.SequentialConsistency)]
    [InlineData(RandomProgramKinds.All, 2, 6, 6000, 12, MemoryModel.SequentialConsistency)]
    [InlineData(RandomProgramKinds.Everything, 2, 5, 17_000, 15, MemoryModel.TotalStoreOrder)]
    [InlineData(RandomProgramKinds.Everything, 3, 3, 18_000, 6, MemoryModel.TotalStoreOrder)]
    public void Every_search_and_every_number_of_workers_covers_the_same_set(
        RandomProgramKinds kinds, int threads, int operations, int firstSeed, int programs, MemoryModel model)
    {
        for (var seed = firstSeed; seed < firstSeed + programs; seed++)
        {
            var drawn = seed;
            Program Make() => new RandomProgram(drawn, threads, operations, kinds);
            ExplorerOptions options = new()
            {
                Workers = 1,
                MemoryModel = model,
                StopAtFirstFailure = false,
                CountDistinctTraces = true,
                Certifies = true,
                MaxStepsPerSchedule = 200,
                MaxSchedules = 6_000,
            };
            var all = Explore.All(Make, options with { PreemptionBound = int.MaxValue });
            if (all.Verdict != Verdict.Exhausted && all.Schedules == options.MaxSchedules) continue;
            var sleepSets = Explore.All(Make, options with { Strategy = Strategy.SleepSets });
            var reduced = Explore.All(Make, options with { Strategy = Strategy.SourceSets });
            var optimal = Explore.All(Make, options);
            var parallel = Explore.All(Make, options with { Workers = 2 });

            var coverage = all.Covered!;
            Assert.Equal(all.DistinctTraces, coverage.Complete + coverage.Deadlocks + coverage.Failing + coverage.CutOff);
            Assert.Equal((seed, coverage), (seed, sleepSets.Covered));
            Assert.Equal((seed, coverage), (seed, reduced.Covered));
            Assert.Equal((seed, coverage), (seed, optimal.Covered));
            Assert.Equal((seed, coverage), (seed, parallel.Covered));
        }
    }

    [Fact]
    public void Complete_executions_and_deadlocks_are_told_apart()
    {
        var coverage = Explore.All(Litmus.Philosophers(3), new() { StopAtFirstFailure = false, Certifies = true }).Covered!;

        Assert.Equal((6, 1, 0, 0), (coverage.Complete, coverage.Deadlocks, coverage.Failing, coverage.CutOff));
    }

    [Fact]
    public void Steps_are_those_of_the_executions_and_not_those_of_the_search()
    {
        var options = new ExplorerOptions { Certifies = true };
        var search = Explore.All(Litmus.LastZero(4), options);
        var oracle = Explore.All(Litmus.LastZero(4), options with { Strategy = Strategy.SleepSets });

        Assert.NotEqual(search.Steps, oracle.Steps);
        Assert.Equal(search.Covered!.Steps, oracle.Covered!.Steps);
    }

    [Fact]
    public void Programs_that_differ_in_one_operation_have_different_sets()
    {
        var one = Explore.All(Litmus.StoreBuffering(), new() { Certifies = true }).Covered!;
        var other = Explore.All(Litmus.MessagePassing(), new() { Certifies = true }).Covered!;

        Assert.Equal((3, 12), (one.Complete, one.Steps));
        Assert.Equal((3, 12), (other.Complete, other.Steps));
        Assert.NotEqual(one.Traces, other.Traces);
    }

    [Fact]
    public void A_bound_on_preemptions_that_is_large_enough_covers_everything()
    {
        var all = Explore.All(Litmus.RacyIncrement(3), new() { Certifies = true });
        var bounded = Explore.All(Litmus.RacyIncrement(3), new() { Certifies = true, PreemptionBound = 1 });
        var loose = Explore.All(Litmus.RacyIncrement(3), new() { Certifies = true, PreemptionBound = 9 });

        Assert.True(bounded.Covered!.Complete < all.Covered!.Complete);
        Assert.Equal(all.Covered, loose.Covered);
    }

    [Fact]
    public void Schedules_that_do_not_end_are_no_executions()
    {
        var coverage = Explore.All(Litmus.LastZero(2), new() { Certifies = true, StopAtFirstFailure = false, MaxStepsPerSchedule = 4 }).Covered!;

        Assert.True(coverage.CutOff > 0);
        Assert.Equal(0, coverage.Failing);
    }
}
