using Xvma.Sync;

namespace Braid.Tests.Sampling;

/// <summary>Every strategy reaches what needs store buffers, waiting, actors or choices; on either backend.</summary>
public sealed class ReachTests
{
    public static TheoryData<string> Names => [.. Strategies.All.Keys];

    private static ExplorerOptions Options(string name) => new() { Strategy = Strategies.All[name], MaxSchedules = 3_000 };

    private static Func<Program> StoreBuffering() => () =>
    {
        Cell[] seen = [];
        return new Lambda(
            stage =>
            {
                var (x, y) = (new Cell("x"), new Cell("y"));
                seen = Cell.Many("seen", 2);
                stage.Thread("left", () =>
                {
                    x.Store(1);
                    seen[0].Store(y.Load());
                });
                stage.Thread("right", () =>
                {
                    y.Store(1);
                    seen[1].Store(x.Load());
                });
            },
            () =>
            {
                if (seen[0].Load() + seen[1].Load() == 0) throw new Violation("relaxed", "Both have read before either store was seen.");
            });
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void What_only_store_buffers_allow_is_met_under_total_store_order_and_never_without(string name)
    {
        var with = Explore.All(StoreBuffering(), Options(name) with { MemoryModel = MemoryModel.TotalStoreOrder });
        var without = Explore.All(StoreBuffering(), Options(name));

        Assert.Equal("relaxed", with.Failure?.Identity);
        Assert.Null(without.Failure);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Threads_of_the_operating_system_meet_it_in_the_same_schedule(string name)
    {
        var options = Options(name) with { MemoryModel = MemoryModel.TotalStoreOrder, Workers = 1 };
        var one = Explore.All(StoreBuffering(), options);
        var other = Explore.All(StoreBuffering(), options with { Backend = Backend.OsThreads });

        Assert.Equal(one.Failure!.FoundAfter, other.Failure?.FoundAfter);
        Assert.Equal(one.Failure.Schedule.Decisions, other.Failure!.Schedule.Decisions);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_deadlock_of_philosophers_is_met(string name) =>
        Assert.Equal(FailureKind.Deadlock, Explore.All(Litmus.Philosophers(4), Options(name)).Failure?.Kind);

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_choice_is_made_and_every_order_of_messages_arrives(string name)
    {
        Func<Program> program = () => new Lambda(stage =>
        {
            var address = stage.Actor("adder", new Adder());
            stage.Thread("first", () => address.Send(new Term(1 + Seam<BraidSync>.Choose(2, "small"))));
            stage.Thread("second", () => address.Send(new Term(10 * (1 + Seam<BraidSync>.Choose(3, "large")))));
        });
        var all = Explore.All(program, new() { CountDistinctTraces = true });
        var drawn = Explore.All(program, Options(name) with { CountDistinctTraces = true });

        Assert.Equal(12, all.DistinctTraces);
        Assert.True(all.Hashes!.SetEquals(drawn.Hashes!));
    }

    [Fact]
    public void Nothing_is_met_that_an_exhaustive_search_does_not_have()
    {
        var reached = 0;
        for (var seed = 0; seed < 30; seed++)
        {
            var drawn = seed;
            Program Make() => new RandomProgram(drawn, threads: 3, operations: 3, RandomProgramKinds.All);
            foreach (var model in new[] { MemoryModel.SequentialConsistency, MemoryModel.TotalStoreOrder })
            {
                ExplorerOptions options = new() { MemoryModel = model, StopAtFirstFailure = false, CountDistinctTraces = true, MaxSchedules = 20_000, MaxStepsPerSchedule = 300 };
                var all = Explore.All(Make, options);
                if (all.Schedules == options.MaxSchedules) continue;
                foreach (var strategy in Strategies.All.Values)
                {
                    var sampled = Explore.All(Make, options with { Strategy = strategy, MaxSchedules = 60 });
                    Assert.True(sampled.Hashes!.IsSubsetOf(all.Hashes!), $"seed {seed}, {model}, {strategy}");
                    reached += sampled.Hashes!.Count;
                }
            }
        }

        Assert.True(reached > 1_000, $"{reached}");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_bound_on_preemptions_holds(string name)
    {
        var within = Explore.All(Litmus.TwoAdds(3), new() { PreemptionBound = 1 });
        var drawn = Explore.All(Litmus.TwoAdds(3), Options(name) with { PreemptionBound = 1, CountDistinctTraces = true });

        Assert.True(drawn.Hashes!.IsSubsetOf(within.Hashes!));
        Assert.True(drawn.Hashes!.Count > within.Hashes!.Count / 2);
    }

    private sealed record Term(long Value);

    private sealed class Adder : Actor
    {
        private readonly Cell sum = new("sum");

        public Adder() => On<Term>(term => sum.Store((2 * sum.Load()) + term.Value));
    }
}
