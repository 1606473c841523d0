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

    [Theory]
    [InlineData(700, false, false)]
    [InlineData(1_400, false, true)]
    [InlineData(1_400, true, false)]
    public void Long_threads_that_give_way_at_every_step_are_suspended_and_not_executed_again(int operations, bool hasFewSwitches, bool isSuspended)
    {
        var carriers = new HashSet<int>();
        var program = Lambda.Of(stage =>
        {
            var cells = Cell.Many("x", 3);
            for (var thread = 0; thread < 3; thread++)
            {
                var own = thread;
                stage.Thread($"thread {own}", () =>
                {
                    lock (carriers) carriers.Add(Environment.CurrentManagedThreadId);
                    for (var at = 0; at < operations; at++) cells[(own + at) % 3].Add(1);
                });
            }
        });
        var options = new ExplorerOptions { Strategy = hasFewSwitches ? Strategy.Pct(3) : Strategy.RandomWalk, MaxSchedules = 80, Workers = 1, CountDistinctTraces = true };

        var chosen = Explore.All(program, options);

        Assert.Equal(isSuspended, carriers.Count > 1);
        Assert.True(chosen.Hashes!.SetEquals(Explore.All(program, options with { Backend = Backend.ReExecution }).Hashes!));
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

    [Fact]
    public void What_a_thread_does_outside_of_cells_comes_right_after_its_step_on_threads_of_the_operating_system()
    {
        static Program Make()
        {
            var plain = 0;
            return new Lambda(stage =>
            {
                var x = new Cell("x");
                stage.Thread("writer", () =>
                {
                    x.Load();
                    x.Load();
                    x.Store(1);
                    plain = 1;
                    x.Load();
                });
                stage.Thread("reader", () =>
                {
                    for (var look = 0; look < 3; look++)
                    {
                        if (x.Load() == 1 && plain == 0) throw new Violation("late", "The step is seen, and what came after it is not.");
                    }
                });
            });
        }

        var result = Explore.All(Make, new() { Strategy = Strategy.RandomWalk, MaxSchedules = 300, Backend = Backend.OsThreads });

        Assert.Null(result.Failure);
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(1, 1, 3)]
    [InlineData(2, 1, 5)]
    public void Only_threads_suspended_in_the_middle_cost_a_hand_over(int preemptions, int least, int most)
    {
        const int Schedules = 200;
        using var worker = new Worker(Litmus.Named(nameof(Litmus.RacyIncrement), 3), Backend.OsThreads, MemoryModel.SequentialConsistency, 0);
        worker.Post(run =>
        {
            var walk = new RandomWalk(seed: 1, preemptions);
            run.Configure(walk, stepBound: 100, continueAfterFailure: false);
            walk.Start(0);
            run.RunSchedule(); // the first one runs every thread to its first operation
            var threads = (ThreadedExecution)run;
            var before = threads.HandOvers;
            for (var schedule = 1; schedule <= Schedules; schedule++)
            {
                walk.Start(schedule);
                run.RunSchedule();
            }

            Assert.InRange(threads.HandOvers - before, least * Schedules / 2, most * Schedules);
        });
        worker.Wait();
    }

    [Fact]
    public void Threads_inside_of_their_bodies_leave_them_when_a_schedule_is_over_before_they_are()
    {
        var left = 0;
        var result = Explore.All(
            Lambda.Of(stage =>
            {
                var x = new Cell("x");
                for (var thread = 0; thread < 4; thread++)
                {
                    stage.Thread($"thread {thread}", () =>
                    {
                        try
                        {
                            x.Add(1);
                            if (x.Load() == 4) throw new Violation("four", "all have come");
                            x.Add(10);
                        }
                        finally
                        {
                            left++;
                        }
                    });
                }
            }),
            new() { Strategy = Strategy.RandomWalk, MaxSchedules = 300, StopAtFirstFailure = true, Backend = Backend.OsThreads, Workers = 1 });

        Assert.Equal("four", result.Failure?.Identity);
        Assert.Equal(4 * (result.Schedules + 1), left); // and once more for the record
    }
}
