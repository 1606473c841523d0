namespace Tenet.Explore.Tests;

public sealed class InstanceTests
{
    [Fact]
    public void What_is_missing_is_asked_for_all_at_once()
    {
        var refused = Assert.Throws<InstanceException>(() => new Instance("bare", Shootdown.Right).With<Cpu>(1).Explore());

        Assert.Equal(2, refused.Problems.Length);
        Assert.Contains("how many elements of Page", refused.Problems[0], StringComparison.Ordinal);
        refused = Assert.Throws<InstanceException>(() => new Instance("bare", Shootdown.Right).With<Cpu>(2).With<Page>(2).With<Frame>(2).Explore());
        Assert.Contains("what is home?", refused.Message, StringComparison.Ordinal);
        Assert.Contains("what is boot?", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_setting_against_an_axiom_is_refused_with_the_axiom_and_the_elements()
    {
        var home = (Function<Page, Frame>)Shootdown.Right.Symbols.Single(symbol => symbol.Name == "home");
        var refused = Assert.Throws<InstanceException>(() => Shootdown.Of(Shootdown.Right, cpus: 1, pages: 2).Given(home, _ => 0).Explore());

        Assert.Contains("TLB-1 homes differ does not hold of p = page 1, q = page 2", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_is_no_element_is_refused()
    {
        var boot = (Constant<Cpu>)Shootdown.Right.Symbols.Single(symbol => symbol.Name == "boot");
        Assert.Throws<InstanceException>(() => Shootdown.Of(Shootdown.Right, cpus: 2, pages: 1).Given(boot, 2).Explore());
    }

    [Fact]
    public void An_unknown_action_is_refused()
    {
        Assert.Throws<InstanceException>(() => Lamps.Of(1).Without("explode"));
        Assert.Throws<InstanceException>(() => Lamps.Of(1).Only("explode"));
        Assert.Throws<InstanceException>(() => Lamps.Of(1).After("explode", 0));
    }

    [Fact]
    public void A_prelude_that_cannot_happen_is_refused()
    {
        Assert.Throws<InstanceException>(() => Lamps.Of(1).After("stop", 0).Explore());
        Assert.Throws<InstanceException>(() => Lamps.Of(1).After("go on", 1).Explore());
        Assert.Throws<InstanceException>(() => Lamps.Of(1).After("go on").Explore());
    }

    [Fact]
    public void A_goal_that_no_state_shows_and_an_action_that_never_happens_are_told()
    {
        var result = Lamps.Of(2).Without("go green") with { MayEnd = true };
        var found = result.Explore();

        Assert.Equal(Verdict.Holds, found.Verdict);
        Assert.Equal("all green", Assert.Single(found.Unmet).Name);
        Assert.Equal("stop", Assert.Single(found.NeverTaken).Name);
    }

    [Fact]
    public void A_refusal_that_was_never_given_is_told()
    {
        var alone = Locking.Of(Locking.Right, 1).Explore(new() { UsesSymmetry = false });
        Assert.Equal("Taken", Assert.Single(alone.NeverRefused).Refusal.Error.Name);
        Assert.Empty(Locking.Of(Locking.Right, 2).Explore(new() { UsesSymmetry = false }).NeverRefused);
    }

    [Fact]
    public void A_result_that_is_not_as_expected_says_in_which_way()
    {
        var lamps = Lamps.Of(3) with { Expected = new(Verdict.Holds, 27, 6) };
        Assert.True(lamps.Explore().IsAsExpected);
        foreach (var wrong in (Expectation[])[new(Verdict.Holds, 28, 6), new(Verdict.Holds, 27, 5), new(Verdict.Deadlock, 27, 6), new(Verdict.Holds, 27, 6) { Unmet = ["all green"] }])
            Assert.Single(wrong.Differences((lamps with { Expected = wrong }).Explore()));
    }

    [Fact]
    public void Used_up_memory_is_inconclusive_and_so_is_a_stop()
    {
        var full = Lamps.Of(13).Explore(new() { MemoryMiB = 16 });
        Assert.Equal(Verdict.Inconclusive, full.Verdict);
        using var stop = new CancellationTokenSource();
        var stopped = Explorer.Explore(Lamps.Of(9), new() { LevelDone = _ => stop.Cancel() }, stop.Token);
        Assert.Equal(Verdict.Inconclusive, stopped.Verdict);
        Assert.Equal("stopped", stopped.Reason);
        Assert.True(stopped.States < 19_683);
    }
}
