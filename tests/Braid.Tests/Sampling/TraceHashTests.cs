namespace Braid.Tests.Sampling;

/// <summary>The hash of a schedule, taken step by step while it runs, is the one that its recorded steps give.</summary>
public sealed class TraceHashTests
{
    private const int Schedules = 40;

    [Theory]
    [InlineData(MemoryModel.SequentialConsistency)]
    [InlineData(MemoryModel.TotalStoreOrder)]
    public void A_hash_taken_while_a_schedule_runs_is_that_of_its_steps(MemoryModel model)
    {
        var hashes = new HashSet<ulong>();
        for (var seed = 0; seed < 60; seed++)
        {
            var drawn = seed;
            using var worker = new Worker(() => new RandomProgram(drawn, threads: 3, operations: 6, RandomProgramKinds.Everything), Backend.ReExecution, model, 0);
            worker.Post(run => Compare(run, drawn, hashes));
            worker.Wait();
        }

        Assert.True(hashes.Count > 1_000, $"{hashes.Count} different executions");
    }

    private static void Compare(Execution run, int seed, HashSet<ulong> hashes)
    {
        var sampler = Sampler.Of(new() { Strategy = Strategy.RandomWalk, Seed = (ulong)seed }, null);
        var taken = new TraceHash();
        var recorded = new TraceHash();
        for (var schedule = 0; schedule < Schedules; schedule++)
        {
            var whileRunning = Run(hash: taken);
            Assert.Equal(run.IsBuffered, !run.Feeds(taken));
            Assert.Equal(whileRunning, Run(hash: null));
            hashes.Add(whileRunning);

            ulong Run(TraceHash? hash)
            {
                run.Configure(sampler, 300, continueAfterFailure: true, keepsSteps: hash is null, hash);
                sampler.Start(schedule);
                run.RunSchedule();
                return (hash ?? recorded).Of(run);
            }
        }
    }
}
