namespace Braid.Tests;

/// <summary>Two ways of running threads, one behaviour: the same decisions lead to the same trace.</summary>
public sealed class BackendTests
{
    [Fact]
    public void Both_backends_take_the_same_schedules_to_the_same_traces()
    {
        for (var seed = 0; seed < 40; seed++)
        {
            var drawn = seed;
            Program Make() => new RandomProgram(drawn, threads: 3, operations: 5, RandomProgramKinds.All);
            ExplorerOptions options = new()
            {
                Strategy = Strategy.RandomWalk,
                Seed = (ulong)seed,
                MaxSchedules = 25,
                Workers = 1,
                StopAtFirstFailure = false,
                CountDistinctTraces = true,
                MaxStepsPerSchedule = 300,
            };
            var again = Explore.All(Make, options);
            var threads = Explore.All(Make, options with { Backend = Backend.OsThreads });

            Assert.Equal(again.Steps, threads.Steps);
            Assert.Equal(again.Traces, threads.Traces);
            Assert.Equal(again.Failures, threads.Failures);
            Assert.Equal(again.Failure?.Message, threads.Failure?.Message);
            Assert.True(again.Hashes!.SetEquals(threads.Hashes!), $"seed {seed}");
            if (again.Failure is null) continue;
            Assert.Equal(again.Failure.Trace.Steps, threads.Failure!.Trace.Steps);
            Assert.Equal(ReplayOutcome.Reproduced, Explorer.Replay(Make, again.Failure.Schedule, new() { Backend = Backend.OsThreads }).Outcome);
            Assert.Equal(ReplayOutcome.Reproduced, Explorer.Replay(Make, threads.Failure.Schedule).Outcome);
        }
    }

    [Theory]
    [InlineData(nameof(Litmus.RacyIncrement), 3, 36)]
    [InlineData(nameof(Litmus.LockIncrement), 3, 6)]
    [InlineData(nameof(Litmus.LastZero), 4, 28)]
    [InlineData(nameof(Litmus.TryLockers), 3, 21)]
    public void Threads_of_the_operating_system_are_explored_exhaustively_too(string name, int n, int expected)
    {
        var result = Explore.All(Litmus.Named(name, n), new() { Backend = Backend.OsThreads });

        Assert.Equal(Verdict.Exhausted, result.Verdict);
        Assert.Equal(expected, result.Traces);
    }

    [Fact]
    public void Many_hundreds_of_switches_fit_the_stack()
    {
        var result = Explore.All(
            Lambda.Of(stage =>
            {
                var x = new Cell("x");
                for (var thread = 0; thread < 3; thread++)
                {
                    stage.Thread($"thread {thread}", () =>
                    {
                        for (var round = 0; round < 400; round++) x.Add(1);
                    });
                }
            }),
            new() { Strategy = Strategy.RandomWalk, MaxSchedules = 3 });

        Assert.Equal(3, result.Traces);
        Assert.Equal(3600, result.Steps);
    }

    [Fact]
    public void Threads_of_the_operating_system_run_code_that_keeps_state_outside_of_cells()
    {
        var result = Explore.All(RuleTests.PlainField(), new() { Backend = Backend.OsThreads });

        Assert.Equal(Verdict.Exhausted, result.Verdict);
    }
}
