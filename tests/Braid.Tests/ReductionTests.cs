namespace Braid.Tests;

/// <summary>A reduction leaves schedules out; what it must not leave out is an execution that differs.</summary>
public sealed class ReductionTests
{
    [Theory]
    [InlineData(RandomProgramKinds.None, 3, 3, 10_000, 60, MemoryModel.TotalStoreOrder)]
    [InlineData(RandomProgramKinds.Fences, 3, 3, 11_000, 60, MemoryModel.TotalStoreOrder)]
    [InlineData(RandomProgramKinds.Fences, 2, 5, 12_000, 60, MemoryModel.TotalStoreOrder)]
    [InlineData(RandomProgramKinds.Waits | RandomProgramKinds.Fences, 2, 5, 13_000, 60, MemoryModel.TotalStoreOrder)]
    [InlineData(RandomProgramKinds.Waits, 3, 3, 14_000, 60, MemoryModel.TotalStoreOrder)]
    [InlineData(RandomProgramKinds.Locks | RandomProgramKinds.ReaderWriter, 2, 5, 15_000, 60, MemoryModel.TotalStoreOrder)]
    [InlineData(RandomProgramKinds.Memory, 2, 4, 16_000, 80, MemoryModel.TotalStoreOrder)]
    [InlineData(RandomProgramKinds.Everything, 2, 5, 17_000, 100, MemoryModel.TotalStoreOrder)]
    [InlineData(RandomProgramKinds.Everything, 3, 3, 18_000, 60, MemoryModel.TotalStoreOrder)]
    [InlineData(RandomProgramKinds.Everything, 4, 2, 19_000, 40, MemoryModel.TotalStoreOrder)]
    [InlineData(RandomProgramKinds.None, 3, 4, 1, 20)]
    [InlineData(RandomProgramKinds.Locks, 3, 4, 1000, 25)]
    [InlineData(RandomProgramKinds.ReaderWriter, 3, 4, 2000, 40)]
    [InlineData(RandomProgramKinds.Waits, 3, 4, 3000, 20)]
    [InlineData(RandomProgramKinds.Choices, 3, 4, 4000, 20)]
    [InlineData(RandomProgramKinds.Memory, 3, 4, 8000, 25)]
    [InlineData(RandomProgramKinds.All, 3, 4, 5000, 40)]
    [InlineData(RandomProgramKinds.All, 2, 6, 6000, 100)]
    [InlineData(RandomProgramKinds.All, 4, 3, 7000, 8)]
    public void Searches_find_the_same_executions_and_deadlocks_as_trying_every_interleaving(
        RandomProgramKinds kinds, int threads, int operations, int firstSeed, int programs,
        MemoryModel model = MemoryModel.SequentialConsistency)
    {
        for (var seed = firstSeed; seed < firstSeed + programs; seed++)
        {
            var arranged = default(RandomProgram);
            var drawn = seed;
            Program Make() => arranged = new RandomProgram(drawn, threads, operations, kinds);
            ExplorerOptions options = new()
            {
                Workers = 1,
                MemoryModel = model,
                StopAtFirstFailure = false,
                CountDistinctTraces = true,
                MaxStepsPerSchedule = 200,
                MaxSchedules = 40_000,
            };
            var all = Explore.All(Make, options with { PreemptionBound = int.MaxValue });
            if (all.Schedules == options.MaxSchedules) continue;
            var sleepSets = Explore.All(Make, options with { Strategy = Strategy.SleepSets });
            var sourceSets = Explore.All(Make, options with { Strategy = Strategy.SourceSets });
            var optimal = Explore.All(Make, options);

            var what = $"seed {seed}: {arranged!.Text}";
            Assert.True(all.Hashes!.SetEquals(sleepSets.Hashes!), $"sleep sets {sleepSets.DistinctTraces} of {all.DistinctTraces}, {what}");
            Assert.True(all.Hashes!.SetEquals(sourceSets.Hashes!), $"source sets {sourceSets.DistinctTraces} of {all.DistinctTraces}, {what}");
            Assert.True(all.Hashes!.SetEquals(optimal.Hashes!), $"optimal {optimal.DistinctTraces} of {all.DistinctTraces}, {what}");
            Assert.True(optimal.Blocked == 0, $"optimal begins {optimal.Blocked} in vain, {what}");
            Assert.True(optimal.Traces + optimal.Failures == all.DistinctTraces, $"optimal explores twice, {what}");
            Assert.True(sleepSets.Traces + sleepSets.Failures == all.DistinctTraces, $"sleep sets explore twice, {what}");
            Assert.True(sourceSets.Traces + sourceSets.Failures == all.DistinctTraces, $"source sets explore twice, {what}");
        }
    }
}
