namespace Braid.Tests.Sampling;

/// <summary>Partial order sampling and probabilistic concurrency testing do what their papers say.</summary>
public sealed class PriorityTests
{
    private const int Draw = 30_000;

    /// <summary>One thread operates twice, another once: on one place, or on one each.</summary>
    private static Func<Program> TwoAgainstOne(bool isShared) => Lambda.Of(stage =>
    {
        var (x, y) = (new Cell("x"), new Cell("y"));
        stage.Thread("twice", () =>
        {
            x.Add(1);
            x.Add(1);
        });
        stage.Thread("once", () => (isShared ? x : y).Add(1));
    });

    /// <remarks>
    /// The one who waits has lost the first draw. If it races it draws anew, and loses again in 1 of 2 cases: 1/4. If not it keeps its priority, the
    /// lower one of two, and loses to a third in 2 of 3: 1/3.
    /// </remarks>
    [Theory]
    [InlineData(true, 1.0 / 4)]
    [InlineData(false, 1.0 / 3)]
    public void An_operation_draws_a_new_priority_when_it_races_with_the_step_taken_and_only_then(bool isShared, double expected)
    {
        var orders = Draws.Orders(TwoAgainstOne(isShared), Strategy.PartialOrder, Draw);

        Assert.InRange(orders["001"] / (double)Draw, expected - 0.01, expected + 0.01);
    }

    /// <summary>A bug of depth 2: the reader must come between two writes, while a third thread does something else.</summary>
    private static Func<Program> Between() => Lambda.Of(stage =>
    {
        var (x, y) = (new Cell("x"), new Cell("y"));
        stage.Thread("writer", () =>
        {
            x.Store(1);
            x.Store(2);
        });
        stage.Thread("reader", () =>
        {
            if (x.Load() == 1) throw new Violation("between", "Between the two stores.");
        });
        stage.Thread("other", () =>
        {
            for (var round = 0; round < 9; round++) y.Add(1);
        });
    });

    private const int Threads = 3;
    private const int Steps = 12;

    [Fact]
    public void A_bug_of_depth_two_is_met_at_least_as_often_as_the_theorem_promises()
    {
        var result = Explore.All(Between(), new() { Strategy = Strategy.Pct(2), MaxSchedules = Draw, StopAtFirstFailure = false });

        Assert.True(result.Failures / (double)Draw >= 1.0 / (Threads * Steps), $"{result.Failures} of {Draw}");
    }

    [Fact]
    public void Without_a_change_of_priority_it_is_never_met()
    {
        var orders = Draws.Orders(Between(), Strategy.Pct(1), 2_000);

        Assert.Equal(6, orders.Count);
    }

    [Fact]
    public void Schedules_longer_than_the_first_ones_have_changes_to_their_end()
    {
        // The long branch comes in one schedule of hundreds: the pilot does not know it.
        var program = Lambda.Of(stage =>
        {
            var (x, y) = (new Cell("x"), new Cell("y"));
            stage.Thread("first", () =>
            {
                for (var round = 0; round < 8; round++) x.Store(round);
                x.Store(99);
                x.Store(100);
            });
            stage.Thread("second", () =>
            {
                if (x.Load() != 99) return;
                for (var round = 0; round < 30; round++) y.Store(round);
                y.Store(99);
                y.Store(0);
            });
            stage.Thread("third", () =>
            {
                if (y.Load() == 99) throw new Violation("late", "Far beyond what the first schedules had.");
            });
        });

        Assert.Equal("late", Explore.All(program, new() { Strategy = Strategy.Pct(3), MaxSchedules = 50_000 }).Failure?.Identity);
    }

    [Fact]
    public void The_portfolio_gives_each_number_to_one_member_in_turn()
    {
        var members = Strategy.Portfolio.Members;
        Assert.Equal(members.Count, members.Distinct().Count());
        for (var turn = 0; turn < members.Count; turn++)
        {
            var (own, all) = (Decisions(members[turn]), Decisions(Strategy.Portfolio));
            for (var number = Pilot.Size; number < own.Length; number++)
            {
                if (number % members.Count == turn) Assert.Equal(own[number], all[number]);
            }
        }
    }

    private static string[] Decisions(Strategy strategy)
    {
        var taken = new string[60];
        var at = 0;
        using var worker = new Worker(Litmus.LastZero(5), Backend.ReExecution, MemoryModel.SequentialConsistency, 0);
        worker.Post(run =>
        {
            var pilot = new Pilot();
            foreach (var (how, until) in new[] { (Strategy.RandomWalk, Pilot.Size), (strategy, taken.Length) })
            {
                var sampler = Sampler.Of(new() { Strategy = how, Seed = Draws.Seed }, pilot);
                run.Configure(sampler, 1_000, continueAfterFailure: true, keepsSteps: true);
                for (; at < until; at++)
                {
                    sampler.Start(at);
                    run.RunSchedule();
                    if (at < Pilot.Size) pilot.Note(run);
                    taken[at] = string.Join(' ', run.DecisionThreads.ToArray());
                }
            }
        });
        worker.Wait();
        return taken;
    }
}
