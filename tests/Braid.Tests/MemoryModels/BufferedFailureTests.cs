using Braid.Tests.Display;
using Braid.Tests.Schedules;

namespace Braid.Tests.MemoryModels;

/// <summary>A failure that a store buffer made: shown, made small, saved and replayed as any other.</summary>
public sealed class BufferedFailureTests
{
    private static readonly ExplorerOptions Buffered = new() { MemoryModel = MemoryModel.TotalStoreOrder };

    [Fact]
    public void The_page_shows_what_was_buffered_and_when_it_reached_memory()
    {
        var program = Reclaiming.Epochs(Fences.LightOnly);
        var small = Minimiser.Run(program, Explore.All(program, Buffered).Failure!, stop: TestContext.Current.CancellationToken);

        Golden.Matches(FailureDisplay.Render(FailureReport.Of(small), new()));
    }

    [Theory]
    [InlineData(Backend.ReExecution)]
    [InlineData(Backend.OsThreads)]
    public void A_saved_schedule_names_its_memory_model_and_replays_exactly(Backend backend)
    {
        using var folder = new TemporaryFolder();
        var program = Reclaiming.Dekker(Fences.None);
        var failure = Explore.All(program, Buffered with { Backend = backend }).Failure!;
        Assert.Contains(failure.Schedule.Decisions, decision => decision.Kind == OperationKind.Flush);

        ScheduleFile.Write(folder["late.json"], SavedSchedule.Of(failure, "TSO"));
        var saved = ScheduleFile.TryRead(folder["late.json"]).Saved!.Schedule;

        Assert.Equal("TSO", saved.MemoryModel);
        foreach (var other in Enum.GetValues<Backend>())
        {
            var replay = Explorer.Replay(program, saved, new() { Backend = other });
            Assert.Equal(ReplayOutcome.Reproduced, replay.Outcome);
            Assert.Equal(failure.Trace.Steps, replay.Trace.Steps);
        }

        Assert.Equal(ReplayOutcome.Diverged, Explorer.Replay(program, saved with { MemoryModel = "SC" }).Outcome);
        Assert.Throws<NotSupportedException>(() => Explorer.Replay(program, saved with { MemoryModel = "POWER" }));
    }

    [Fact]
    public void Random_schedules_are_the_same_under_both_backends()
    {
        for (var seed = 0; seed < 40; seed++)
        {
            var drawn = seed;
            Program Make() => new RandomProgram(drawn, threads: 3, operations: 5, RandomProgramKinds.Everything);
            var options = Buffered with
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

            Assert.Equal((again.Steps, again.Traces, again.Failures), (threads.Steps, threads.Traces, threads.Failures));
            Assert.True(again.Hashes!.SetEquals(threads.Hashes!), $"seed {seed}");
            if (again.Failure is null) continue;
            Assert.Equal(again.Failure.Trace.Steps, threads.Failure!.Trace.Steps);
            Assert.Equal(ReplayOutcome.Reproduced, Explorer.Replay(Make, again.Failure.Schedule, new() { Backend = Backend.OsThreads }).Outcome);
        }
    }

    [Fact]
    public void Memory_written_behind_a_release_is_used_after_it()
    {
        var failure = Explore.All(Lambda.Of(stage =>
        {
            var block = Xvma.Sync.SharedMemory<BraidSync>.Reserve(4096);
            var told = new Cell("told");
            stage.Thread("writer", () =>
            {
                Xvma.Sync.SharedMemory<BraidSync>.Store(block, 8, 1);
                if (told.Load() == 0) told.Load();
            });
            stage.Thread("owner", () => Xvma.Sync.SharedMemory<BraidSync>.Release(block, 4096));
        }), Buffered).Failure!;

        Assert.Equal("INV-6", failure.Identity);
        Assert.Equal(OperationKind.Flush, failure.Trace.Steps[^1].Kind);
    }

    [Fact]
    public void A_read_that_its_own_store_covers_in_part_waits_for_it()
    {
        HashSet<ulong> seen = [];
        ulong read = 0;
        var result = Explore.All(
            () => new Lambda(
                stage =>
                {
                    var block = Xvma.Sync.SharedMemory<BraidSync>.Reserve(4096);
                    stage.Thread("one", () =>
                    {
                        Xvma.Sync.SharedMemory<BraidSync>.Store(block, 4, 1);
                        read = Xvma.Sync.SharedMemory<BraidSync>.Load(block, 8);
                    });
                    stage.Thread("other", () => Xvma.Sync.SharedMemory<BraidSync>.Store(block + 4, 4, 2));
                },
                () => seen.Add(read)),
            Buffered with { Workers = 1 });

        Assert.Equal(Verdict.Exhausted, result.Verdict);
        Assert.True(seen.SetEquals([1, 0x2_0000_0001]));
    }
}
