using Xvma.Sync;

namespace Braid.Tests;

/// <summary>The invariant of every step sees all that can be seen, although schedules are left out.</summary>
public sealed class InvariantTests
{
    private sealed class Watched(int seed, HashSet<(long, long)> seen) : Program
    {
        private readonly Cell[] cells = new Cell[3];

        public override void Arrange(Stage stage)
        {
            for (var cell = 0; cell < cells.Length; cell++) cells[cell] = new($"x{cell}");
            var random = new Random(seed);
            for (var thread = 0; thread < 3; thread++)
            {
                var steps = Enumerable.Range(0, 3).Select(_ => (Kind: random.Next(4), Cell: random.Next(3), Value: random.Next(1, 4))).ToArray();
                stage.Thread($"t{thread}", () =>
                {
                    foreach (var (kind, cell, value) in steps)
                    {
                        if (kind == 0) cells[cell].Load();
                        else if (kind == 1) cells[cell].TryChange(value - 1, value);
                        else cells[cell].Store(value);
                    }
                });
            }
        }

        public override void EachStep()
        {
            lock (seen) seen.Add((cells[0].Load(), cells[1].Load()));
        }
    }

    [Fact]
    public void Reduced_searches_show_it_every_combination_of_what_it_reads()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var drawn = seed;
            HashSet<(long, long)> Seen(ExplorerOptions options)
            {
                HashSet<(long, long)> seen = [];
                Assert.Equal(Verdict.Exhausted, Explore.All(() => new Watched(drawn, seen), options).Verdict);
                return seen;
            }

            var all = Seen(new() { PreemptionBound = int.MaxValue, Workers = 1 });
            Assert.True(all.SetEquals(Seen(new())), $"optimal, seed {seed}");
            Assert.True(all.SetEquals(Seen(new() { Strategy = Strategy.SourceSets })), $"source sets, seed {seed}");
            Assert.True(all.SetEquals(Seen(new() { Strategy = Strategy.SleepSets })), $"sleep sets, seed {seed}");
        }
    }

    private sealed class Two(bool together) : Program
    {
        private readonly Cell[] cells = new Cell[2];

        public override void Arrange(Stage stage)
        {
            cells[0] = new("left");
            cells[1] = new("right");
            if (together)
            {
                stage.Thread("both", () =>
                {
                    cells[0].Store(1);
                    cells[1].Store(1);
                });
                return;
            }

            stage.Thread("left", () => cells[0].Store(1));
            stage.Thread("right", () => cells[1].Store(1));
        }

        public override void EachStep()
        {
            if (cells[1].Load() > cells[0].Load()) throw new Violation("order", "Right before left.");
        }
    }

    [Fact]
    public void Independent_writes_that_it_reads_are_tried_in_both_orders()
    {
        var failure = Explore.All(() => new Two(together: false)).Failure!;
        Assert.Equal("order", failure.Identity);
        Assert.Equal("right", failure.Trace.Threads[failure.Trace.Steps[^1].Thread]);
        Assert.Equal(ReplayOutcome.Reproduced, Explorer.Replay(() => new Two(together: false), failure.Schedule).Outcome);
        Assert.Equal(Verdict.Exhausted, Explore.All(() => new Two(together: true)).Verdict);
    }

    private sealed class Writing : Program
    {
        private Cell? x;

        public override void Arrange(Stage stage)
        {
            x = new("x");
            stage.Thread("thread", () => x.Load());
        }

        public override void EachStep() => x!.Store(1);
    }

    [Fact]
    public void It_may_not_write() => Assert.Equal(FailureKind.RuleBroken, Explore.All(() => new Writing()).Failure!.Kind);
}
