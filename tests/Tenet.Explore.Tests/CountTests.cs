namespace Tenet.Explore.Tests;

public sealed class CountTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(11)]
    public void Independent_lamps_have_three_to_the_n_states(int lamps)
    {
        var result = Lamps.Of(lamps).Explore();

        Assert.Equal(Verdict.Holds, result.Verdict);
        Assert.Equal((long)Math.Pow(3, lamps), result.States);
        Assert.Equal(result.States * lamps, result.Transitions);
        Assert.Equal(2 * lamps, result.Depth);
        Assert.Empty(result.Unmet);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_counts_do_not_depend_on_the_number_of_workers(int workers)
    {
        var result = Lamps.Of(12).Explore(new() { Workers = workers });

        Assert.Equal(531_441, result.States);
        Assert.Equal(12 * 531_441, result.Transitions);
        Assert.Equal(24, result.Depth);
    }

    public static TheoryData<string> Toys => [.. SecondOpinions.Keys];

    private static Dictionary<string, Instance> SecondOpinions { get; } = new()
    {
        ["lamps"] = Lamps.Of(4),
        ["lock"] = Locking.Of(Locking.Right, 3),
        ["lock without guard"] = Locking.Of(Locking.WithoutGuard, 3),
        ["lock that is kept"] = Locking.Of(Locking.Stuck, 2),
        ["shootdown"] = Shootdown.Of(Shootdown.Right, cpus: 2, pages: 2),
        ["shootdown of one page"] = Shootdown.Of(Shootdown.Right, cpus: 3, pages: 1),
        ["forgetful shootdown"] = Shootdown.Of(Shootdown.Forgetful, cpus: 2, pages: 1),
        ["shootdown that has begun"] = Shootdown.Of(Shootdown.Right, cpus: 2, pages: 2).After("map", 0).After("fill", 1, 0).Without("map"),
        ["shootdown without change"] = Shootdown.Of(Shootdown.Right, cpus: 2, pages: 1).Without("change"),
    };

    [Theory]
    [MemberData(nameof(Toys))]
    public void The_slow_interpreter_finds_the_same(string name)
    {
        var instance = SecondOpinions[name] with { ChecksResponses = false };
        var slow = new Interpreter(instance).Explore();
        var fast = instance.Explore(new() { UsesSymmetry = false });

        Assert.Equal(slow.Verdict, fast.Verdict switch { Verdict.Holds => "holds", Verdict.Deadlock => "deadlock", _ => "safety" });
        Assert.Equal(slow.States, fast.States);
        Assert.Equal(slow.Depth, fast.Depth);
        if (slow.Verdict == "holds") Assert.Equal(slow.Unmet, fast.Unmet.Select(goal => goal.Name));
    }
}
