namespace Tenet.Explore.Tests;

public sealed class ResponseTests
{
    private static readonly ExplorationOptions Full = new() { UsesSymmetry = false };

    [Fact]
    public void A_fair_holder_lets_go() => Assert.Equal(Verdict.Holds, Locking.Of(Locking.Right, 3).Explore(Full).Verdict);

    [Fact]
    public void A_holder_that_need_not_leave_stays_for_ever()
    {
        var result = Locking.Of(Locking.Unfair, 2).Explore(Full);

        Assert.Equal(Verdict.ResponseViolated, result.Verdict);
        var violation = result.Violation!;
        Assert.Equal("gets out", violation.Rule!.Name);
        Behaviour.Require(violation);
        // The other one, being fair, has come to wait; then nothing more has to happen.
        Assert.Equal(violation.Steps.Length - 1, violation.LoopsTo);
        Assert.Contains("for ever", CounterexampleText.Of(violation), StringComparison.Ordinal);
    }

    [Fact]
    public void Weak_fairness_lets_a_thread_starve()
    {
        var result = Locking.Of(Locking.Hungry, 2).Explore(Full);

        Assert.Equal(Verdict.ResponseViolated, result.Verdict);
        Behaviour.Require(result.Violation!);
        // While it waits, the other one goes round: asks, enters, leaves.
        Assert.True(result.Violation!.Steps.Length - 1 - result.Violation.LoopsTo >= 3);
    }

    [Fact]
    public void Alone_nobody_starves() => Assert.Equal(Verdict.Holds, Locking.Of(Locking.Hungry, 1).Explore(Full).Verdict);
}
