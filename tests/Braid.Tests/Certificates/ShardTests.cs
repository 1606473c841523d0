namespace Braid.Tests.Certificates;

/// <summary>Shards cannot talk, and together they cover what one search covers.</summary>
public sealed class ShardTests
{
    private static readonly ExplorerOptions Options = new() { StopAtFirstFailure = false, Certifies = true, Workers = 1 };

    [Theory]
    [InlineData(nameof(Litmus.LastZero), 10, 3328)]
    [InlineData(nameof(Litmus.TwoAdds), 4, 576)]
    [InlineData(nameof(Litmus.RacyIncrement), 5, 14400)]
    [InlineData(nameof(Litmus.Indexer), 12, 8)]
    [InlineData(nameof(Litmus.SourceSetTrap), 0, 5)]
    [InlineData(nameof(Litmus.Rotate), 8, 2048)]
    [InlineData(nameof(Litmus.Philosophers), 6, 63)]
    public void The_union_of_shards_is_the_whole(string name, int n, int traces)
    {
        var program = Litmus.Named(name, n);
        var whole = Explore.All(program, Options).Covered!;

        Assert.Equal(traces, whole.Complete + whole.Deadlocks);
        Assert.Equal(whole, Union(program, Options, 3));
        Assert.Equal(whole, Union(program, Options with { Workers = 2 }, 7));
        Assert.Equal(whole, Union(program, Options, 1));
    }

    [Theory]
    [InlineData(RandomProgramKinds.All, 3, 4, 5000, 10, MemoryModel.SequentialConsistency)]
    [InlineData(RandomProgramKinds.Everything, 2, 5, 17_000, 20, MemoryModel.TotalStoreOrder)]
    [InlineData(RandomProgramKinds.Everything, 3, 3, 18_000, 8, MemoryModel.TotalStoreOrder)]
    public void The_union_of_shards_of_any_program_is_the_whole(
        RandomProgramKinds kinds, int threads, int operations, int firstSeed, int programs, MemoryModel model)
    {
        for (var seed = firstSeed; seed < firstSeed + programs; seed++)
        {
            var drawn = seed;
            Program Make() => new RandomProgram(drawn, threads, operations, kinds);
            var options = Options with { MemoryModel = model, MaxStepsPerSchedule = 200 };
            var all = Explore.All(Make, options with { MaxSchedules = 6_000 });
            if (all.Verdict != Verdict.Exhausted && all.Schedules == 6_000) continue;

            Assert.Equal((seed, all.Covered), (seed, Union(Make, options, 2)));
        }
    }

    [Fact]
    public void Under_a_bound_an_execution_that_several_shards_meet_counts_once()
    {
        var options = Options with { PreemptionBound = 3 };
        var program = Litmus.RacyIncrement(4);
        var shards = Enumerable.Range(1, 3).Select(number => Run(program, options, new(number, 3)).Progress).ToList();
        var whole = Explore.All(program, options).Covered!;

        Assert.True(shards.Sum(shard => shard.Coverage.Complete) > whole.Complete, "No two shards meet the same execution: the test is of nothing.");
        Assert.Equal(whole.Complete, shards.SelectMany(shard => shard.Members).Distinct().Count());
    }

    [Fact]
    public void Shards_share_the_work()
    {
        var program = Litmus.RacyIncrement(5);
        var one = Explore.All(program, Options);
        var shards = Enumerable.Range(1, 4).Select(number => Run(program, Options, new(number, 4)).Progress.Schedules).ToList();

        Assert.True(shards.Max() < one.Schedules / 3, $"one of four explores {shards.Max()} of {one.Schedules}");
        Assert.True(shards.Sum() < one.Schedules * 1.2, $"together they explore {shards.Sum()} instead of {one.Schedules}");
    }

    [Fact]
    public void Parts_of_one_size_that_come_about_beside_each_other_do_not_all_go_to_one_shard()
    {
        var program = Litmus.Indexer(15);
        var shards = Enumerable.Range(1, 2).Select(number => Run(program, Options, new(number, 2)).Progress.Schedules).ToList();

        // Handed out in the order of the division, one had 4,935 of 6,783.
        Assert.True(shards.Max() < 0.6 * shards.Sum(), $"one of two explores {shards.Max()} of {shards.Sum()}");
    }

    [Fact]
    public void What_is_interrupted_at_any_point_goes_on_to_the_same_end()
    {
        var program = Litmus.LastZero(10);
        var shard = new Shard(2, 3);
        List<ShardProgress> points = [];
        var (whole, end) = Run(program, Options, shard, reached: points.Add);

        Assert.True(points.Count > 5, $"only {points.Count} points to go on from");
        foreach (var point in points.Where((_, index) => index % 3 == 0))
        {
            var (result, again) = Run(program, Options, shard, point);
            Assert.Equal(Verdict.Exhausted, result.Verdict);
            Assert.Equal((whole.Schedules, whole.Traces, whole.Blocked), (result.Schedules, result.Traces, result.Blocked));
            Assert.Equal(end with { Members = [] }, again with { Members = [] });
        }
    }

    [Fact]
    public void A_run_that_is_stopped_tells_the_last_point_reached()
    {
        using var stop = new CancellationTokenSource();
        var program = Litmus.LastZero(10);
        var count = 0;

        var (result, point) = ShardExplorer.Run(program, Options, Shard.Whole, reached: _ =>
        {
            if (++count == 4) stop.Cancel();
        }, stop: stop.Token);
        var (resumed, _) = Run(program, Options, Shard.Whole, point);

        Assert.Equal(Verdict.Inconclusive, result.Verdict);
        Assert.False(point.IsComplete);
        Assert.Equal(Explore.All(program, Options).Covered, resumed.Covered);
    }

    [Fact]
    public void A_program_with_an_invariant_of_every_step_is_not_divided()
    {
        static Program Make() => new Watched();
        var whole = Explore.All(Make, Options).Covered!;

        Assert.Equal(whole, Run(Make, Options, new(1, 2)).Progress.Coverage);
        Assert.Equal(0, Run(Make, Options, new(2, 2)).Progress.Coverage.Complete);
    }

    [Fact]
    public void A_point_of_another_program_is_refused() => Assert.Throws<ArgumentException>(
        () => Run(Litmus.LastZero(3), Options, Shard.Whole, Run(Litmus.LastZero(10), Options, Shard.Whole).Progress));

    [Theory]
    [InlineData("1/1", true)]
    [InlineData("3/256", true)]
    [InlineData("0/2", false)]
    [InlineData("3/2", false)]
    [InlineData("1/257", false)]
    [InlineData("1", false)]
    [InlineData("-1/2", false)]
    [InlineData("1/2/3", false)]
    public void A_shard_is_a_number_of_a_count(string text, bool isOne) => Assert.Equal(isOne, Shard.TryParse(text, out _));

    private static Coverage Union(Func<Program> program, ExplorerOptions options, int count)
    {
        var set = new TraceSet(mayRepeat: false);
        for (var number = 1; number <= count; number++) set.Add(Run(program, options, new(number, count)).Progress.Coverage);
        return set.Coverage;
    }

    private static (ExplorationResult Result, ShardProgress Progress) Run(
        Func<Program> program, ExplorerOptions options, Shard shard, ShardProgress? from = null, Action<ShardProgress>? reached = null) =>
        ShardExplorer.Run(program, options, shard, from, reached, stop: TestContext.Current.CancellationToken);

    private sealed class Watched : Program
    {
        private Cell x = null!;

        public override void Arrange(Stage stage)
        {
            x = new("x");
            for (var thread = 0; thread < 3; thread++) stage.Thread($"thread {thread}", () => x.Add(1));
        }

        public override void EachStep() => x.Load();
    }
}
