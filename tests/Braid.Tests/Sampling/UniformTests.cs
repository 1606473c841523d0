namespace Braid.Tests.Sampling;

/// <summary>What is claimed to be uniform is, by Pearson's test at one in a thousand; what is not, fails the same test.</summary>
public sealed class UniformTests
{
    private const int Draw = 30_000;

    /// <summary>Three threads of 3, 2 and 1 additions to one cell: 60 interleavings, each an execution of its own.</summary>
    private static Func<Program> Unequal() => Adders(0, 3, 2, 1);

    private const int Interleavings = 60;

    // 99.9 % of the distribution with 59 and with 9 degrees of freedom.
    private const double CriticalOf59 = 98.3;
    private const double CriticalOf9 = 27.9;

    [Fact]
    public void The_uniform_walk_draws_every_interleaving_alike() =>
        Assert.InRange(Draws.ChiSquare(Draws.Traces(Unequal(), Strategy.Uniform, Draw), Interleavings), 20, CriticalOf59);

    [Fact]
    public void A_random_walk_does_not() =>
        Assert.True(Draws.ChiSquare(Draws.Traces(Unequal(), Strategy.RandomWalk, Draw), Interleavings) > 10 * CriticalOf59);

    [Fact]
    public void The_selective_walk_draws_every_order_of_the_operations_on_the_shared_place_alike() =>
        Assert.InRange(Draws.ChiSquare(Draws.Traces(Adders(8, 3, 2), Strategy.SelectivelyUniform, Draw), 10), 1, CriticalOf9);

    [Theory]
    [InlineData("urw")]
    [InlineData("random walk")]
    public void What_a_thread_does_by_itself_bends_the_others(string name) =>
        Assert.True(Draws.ChiSquare(Draws.Traces(Adders(8, 3, 2), Strategies.All[name], Draw), 10) > 10 * CriticalOf9);

    [Fact]
    public void A_wrong_idea_of_the_lengths_leaves_no_interleaving_out()
    {
        // What the second does depends on the schedule, so the pilot's mean is right for none.
        var program = Lambda.Of(stage =>
        {
            var x = new Cell("x");
            stage.Thread("first", () => x.Add(1));
            stage.Thread("second", () =>
            {
                var more = x.Load() == 0 ? 4 : 0;
                for (var round = 0; round < more; round++) x.Add(1);
            });
        });
        var all = Explore.All(program, new() { CountDistinctTraces = true });

        foreach (var strategy in new[] { Strategy.Uniform, Strategy.SelectivelyUniform })
            Assert.True(all.Hashes!.SetEquals(Draws.Traces(program, strategy, 2_000).Keys), strategy.ToString());
    }

    /// <summary>Threads that add so often to one cell; the first reads a cell of its own so often before.</summary>
    private static Func<Program> Adders(int alone, params int[] additions) => Lambda.Of(stage =>
    {
        var (x, own) = (new Cell("x"), new Cell("own"));
        for (var thread = 0; thread < additions.Length; thread++)
        {
            var (reads, adds) = (thread == 0 ? alone : 0, additions[thread]);
            stage.Thread($"thread {thread}", () =>
            {
                for (var round = 0; round < reads; round++) own.Load();
                for (var round = 0; round < adds; round++) x.Add(1);
            });
        }
    });
}
