using Tenet;
using Xvma.Proofs.Induction;
using Xvma.Proofs.Tests.Toys;

namespace Xvma.Proofs.Tests.Induction;

public sealed class InductionTests
{
    public static TheoryData<string> Toys => ["ticket lock", "shootdown"];

    [Theory]
    [MemberData(nameof(Toys))]
    public void What_is_right_is_proved_for_any_number_of_elements(string name)
    {
        var results = Toy(name).Prove();
        Assert.All(results, result => Assert.Equal(InductionVerdict.Proved, result.Verdict));
        Assert.Contains(results, result => !result.Obligation.IsTrivial);
    }

    [Fact]
    public void Every_rule_is_asked_of_every_action_and_of_the_state_at_first()
    {
        var obligations = InductionObligations.Of(TicketLock.Theory);
        Assert.Equal(5 + (4 * 6), obligations.Length);
        Assert.Equal(obligations.Length, obligations.Select(obligation => obligation.Id).Distinct().Count());
        Assert.Contains(obligations, obligation => obligation.Id == "TKT-5/initially" && obligation.Kind == ObligationKind.Initiation);
        Assert.Contains(obligations, obligation => obligation.Id == "TKT-5/enter" && obligation.Kind == ObligationKind.Preservation);
        Assert.Contains(obligations, obligation => obligation.Id == "TKT-10/draw" && obligation.Kind == ObligationKind.Step);
    }

    [Fact]
    public void A_clause_that_several_rules_state_is_named_with_the_rule()
    {
        var ids = InductionObligations.Of(Shootdown.Theory).Select(obligation => obligation.Id).ToList();
        Assert.Contains("SHT-8.entries-are-mapped/purge", ids);
        Assert.Contains("SHT-7/purge", ids);
    }

    [Fact]
    public void What_an_action_does_not_touch_is_not_asked()
    {
        var trivial = InductionObligations.Of(TicketLock.Theory).Where(obligation => obligation.IsTrivial).Select(obligation => obligation.Id).ToList();
        Assert.Contains("TKT-8/draw", trivial);
        Assert.DoesNotContain("TKT-7/draw", trivial);
        Assert.DoesNotContain("TKT-5/enter", trivial);
    }

    [Fact]
    public void A_wrong_state_at_first_is_refuted()
    {
        var theory = Shootdown.Theory;
        var stage = theory.Symbols.Single(symbol => symbol.Name == "stage");
        var page = new Variable("p", stage.Arguments[0]);
        var wrong = theory with { Initial = theory.Initial.Add(new(stage, [page], [page], new Literal(stage.Result, 2))) };
        Assert.Equal(["SHT-5/initially"], wrong.Failures().Select(result => result.Obligation.Id));
    }

    [Fact]
    public void What_is_not_said_at_first_is_false_or_the_first_member()
    {
        // Without the initial update nothing is free, and everything claimed still holds of the empty state.
        Assert.Empty((Shootdown.Theory with { Initial = [] }).Failures().Select(result => result.Obligation.Id));
    }

    [Fact]
    public void A_stop_leaves_the_rest_untried()
    {
        using var stopped = new CancellationTokenSource();
        stopped.Cancel();
        var obligations = InductionObligations.Of(TicketLock.Theory);
        var results = new InductionProver(TicketLock.Theory, InductionProver.DefaultTimeout, workers: 1).Prove(obligations, stop: stopped.Token);
        Assert.Equal(obligations.Count(obligation => obligation.IsTrivial), results.Length);
    }

    internal static Tenet.Theory Toy(string name) => name == "shootdown" ? Shootdown.Theory : TicketLock.Theory;
}
