using Xvma.Sync;

namespace Braid.Tests;

/// <summary>Counting is no step: it adds no schedule, happens once however often its thread is executed again, and is read by nobody who takes steps.</summary>
[Trait("Clause", "FLT-15")]
public sealed class TallyTests
{
    [Theory]
    [InlineData(Backend.ReExecution, MemoryModel.SequentialConsistency)]
    [InlineData(Backend.ReExecution, MemoryModel.TotalStoreOrder)]
    [InlineData(Backend.OsThreads, MemoryModel.SequentialConsistency)]
    public void Executing_again_does_not_count_again(Backend backend, MemoryModel memory)
    {
        var read = new List<(long Threads, long Arranged)>();

        var result = Explore.All(() => new Counting(counts: true, read), new() { Backend = backend, MemoryModel = memory, Workers = 1 });

        Assert.Equal(Verdict.Exhausted, result.Verdict);
        Assert.True(read.Count > 50, $"{read.Count} schedules");
        Assert.All(read, counts => Assert.Equal((3 * Counting.Each, 1), counts));
    }

    [Fact]
    public void Counting_adds_no_schedule()
    {
        var without = Explore.All(() => new Counting(counts: false, []));
        var with = Explore.All(() => new Counting(counts: true, []));

        Assert.Equal(
            (Verdict.Exhausted, without.Schedules, without.Traces, without.Steps),
            (with.Verdict, with.Schedules, with.Traces, with.Steps));
    }

    [Fact]
    public void A_count_that_is_read_during_a_schedule_is_refused()
    {
        var result = Explore.All(Lambda.Of(stage =>
        {
            var (cell, tally) = (new Cell("x"), new Tally<BraidSync>(1, "statistics"));
            stage.Thread("counter", () => tally.Count(0));
            stage.Thread("reader", () => cell.Store(tally.Read(0)));
        }));

        Assert.Equal(FailureKind.RuleBroken, result.Failure!.Kind);
        Assert.StartsWith("'statistics' is read during a schedule.", result.Failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tally_that_would_be_made_again_with_its_thread_is_refused()
    {
        var result = Explore.All(Lambda.Of(stage => stage.Thread("maker", () => new Tally<BraidSync>(1, "statistics").Count(0))));

        Assert.Equal(FailureKind.RuleBroken, result.Failure!.Kind);
    }

    /// <summary>Three threads add to one cell, so that all orders of their steps differ, and count before, between and after.</summary>
    private sealed class Counting(bool counts, List<(long Threads, long Arranged)> read) : Program
    {
        public const int Each = 4;

        private Tally<BraidSync> tally;

        public override string Name => "counting";

        public override void Arrange(Stage stage)
        {
            tally = new(2, "statistics");
            tally.Count(1);
            var cell = new Cell("x");
            foreach (var name in new[] { "one", "two", "three" })
            {
                stage.Thread(name, () =>
                {
                    Count();
                    cell.Add(1);
                    Count();
                    Count();
                    cell.Add(1);
                    Count();
                });
            }
        }

        public override void AtRest() => read.Add((tally.Read(0), tally.Read(1)));

        private void Count()
        {
            if (counts) tally.Count(0);
        }
    }
}
