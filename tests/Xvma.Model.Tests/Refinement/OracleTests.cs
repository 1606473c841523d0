using Braid;
using Tenet;
using Xvma.Spec.Formal;

namespace Xvma.Model.Tests.Refinement;

/// <summary>The code follows the specification step by step, and the oracle would notice if it did not.</summary>
[Trait("Clause", "INV-11")]
public sealed class OracleTests
{
    // Far above what any scenario needs: a run that meets it has a problem, and says so. In schedules, not in time: the same everywhere.
    private const long Limit = 500_000;

    public static TheoryData<string> Scenarios => [.. ScenarioCatalogue.All.Select(scenario => scenario.Name)];

    /// <summary>Known bugs that break the specification in a step, with the clause of that step. The others only keep somebody waiting, or a test's own word.</summary>
    public static TheoryData<string, string> Bugs => new()
    {
        { "asid-reuse-without-flush", "CTX-4" },
        { "brackets-back-to-back", "IVL-5" },
        { "half-the-regions", "IVL-2" },
        { "id-reuse", "GRP-1" },
        { "last-leave-against-join", "GRP-2" },
        { "lost-invalidate", "FLT-3" },
        { "no-wait-for-outstanding", "IVL-3" },
        { "purge-assumes-4k", "IVL-2" },
        { "root-exempt", "GRP-2" },
        { "uid-change-against-join", "GRP-5" },
    };

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Every_step_of_every_schedule_is_one_of_the_specification_and_nothing_fails(string name)
    {
        var scenario = ScenarioCatalogue.Find(name);
        var options = new ExplorerOptions { MaxSchedules = Limit, PreemptionBound = scenario.Preemptions };

        var result = BraidChecker.Check(scenario, options, oracle: XvmaTheory.Theory, stop: TestContext.Current.CancellationToken);

        Assert.True(result.Failure is null, result.Failure is { } failure ? FailureDisplay.Render(new() { Failure = failure }, new()) : "");
        Assert.Equal(Verdict.Exhausted, result.Verdict);
        Assert.True(result.Traces > 1, "Its actors never meet: there is one execution only.");
    }

    [Theory]
    [InlineData("fault against leave")]
    [InlineData("fault against unmap")]
    [InlineData("two joins and a leave")]
    public void The_oracle_neither_adds_schedules_nor_takes_any_away(string name)
    {
        var scenario = ScenarioCatalogue.Find(name);

        var without = BraidChecker.Check(scenario, new(), stop: TestContext.Current.CancellationToken);
        var with = BraidChecker.Check(scenario, new(), oracle: XvmaTheory.Theory, stop: TestContext.Current.CancellationToken);

        Assert.Equal((Verdict.Exhausted, without.Schedules, without.Traces, without.Steps), (with.Verdict, with.Schedules, with.Traces, with.Steps));
    }

    [Theory]
    [MemberData(nameof(Bugs))]
    public void A_known_bug_is_a_step_against_its_clause_and_replays(string name, string clause)
    {
        Assert.True(KnownBug.TryFind(name, out var bug));

        var (result, found) = KnownBugChecker.Check(bug, new() { MaxSchedules = Limit }, oracle: XvmaTheory.Theory, stop: TestContext.Current.CancellationToken);

        Assert.Equal((FailureKind.Safety, clause), (result.Failure?.Kind, result.Failure?.Identity));
        Assert.True(found!.Saved.Schedule.IsObserved);
        Assert.Equal(ReplayOutcome.Reproduced, KnownBugChecker.Replay(bug, found.Saved.Schedule).Outcome);
    }

    [Fact]
    public void A_refused_step_names_clause_guard_elements_and_both_states()
    {
        Assert.True(KnownBug.TryFind("lost-invalidate", out var bug));

        var (result, _) = KnownBugChecker.Check(bug, new() { MaxSchedules = Limit }, oracle: XvmaTheory.Theory, stop: TestContext.Current.CancellationToken);

        var message = result.Failure!.Message;
        Assert.Contains("FLT-3 dropin", message, StringComparison.Ordinal);
        Assert.Contains("“¬overtaken(i)” does not hold", message, StringComparison.Ordinal);
        Assert.Contains("i = slot 0 of task 1", message, StringComparison.Ordinal);
        Assert.Contains("Before: overtaken(slot 0 of task 1).", message, StringComparison.Ordinal);
        Assert.Contains("After: ", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("late join", "join", "member", "GRP-2")]
    [InlineData("fault against unmap", "purge", "overtaken", "FLT-10")]
    [InlineData("bit outlives its context", "give to user", "overtaken", "FLT-10")]
    [InlineData("unmap is final", "change mappings", "mapped", "MAP-5")]
    [InlineData("fault against leave", "detach group", "view", "GRP-5")]
    [InlineData("failure against the owner's exit", "fail partition", "failed", "PAR-3")]
    public void A_specification_that_forgets_a_change_is_not_followed(string scenario, string action, string symbol, string clause)
    {
        var wrong = Altered(action, rule => rule with { Updates = [.. rule.Updates.Where(update => update.Symbol.Name != symbol)] });

        var result = BraidChecker.Check(ScenarioCatalogue.Find(scenario), new() { MaxSchedules = Limit }, oracle: wrong, stop: TestContext.Current.CancellationToken);

        Assert.Equal(clause, result.Failure?.Identity);
    }

    [Fact]
    public void A_specification_that_refuses_nobody_does_not_give_the_codes_answer()
    {
        var wrong = Altered("join", rule => rule with { Refusals = [] });

        var result = BraidChecker.Check(ScenarioCatalogue.Find("root is refused"), new() { MaxSchedules = Limit }, oracle: wrong, stop: TestContext.Current.CancellationToken);

        Assert.Equal("INV-11", result.Failure?.Identity);
        Assert.Contains("NotPermitted", result.Failure!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_specification_that_hands_over_only_what_nobody_looks_up_is_not_followed()
    {
        var other = XvmaTheory.Theory.Action("end with the task");
        var atRest = ((Junction)other.Guard).Operands.Single(condition => Formulas.Symbols(condition).Any(symbol => symbol.Name == "look"));
        var wrong = Altered("give to user", rule => rule with
        {
            Guard = Formulas.And(rule.Guard, Formulas.Substitute(atRest, [new(other.Parameters[0], rule.Parameters[0])])),
        });

        var result = BraidChecker.Check(ScenarioCatalogue.Find("bit outlives its context"), new() { MaxSchedules = Limit }, oracle: wrong, stop: TestContext.Current.CancellationToken);

        Assert.Equal("FLT-8", result.Failure?.Identity);
        Assert.Contains("“look(i) = Rest” does not hold", result.Failure!.Message, StringComparison.Ordinal);
    }

    private static Tenet.Theory Altered(string action, Func<ActionRule, ActionRule> alter)
    {
        var theory = XvmaTheory.Theory;
        return theory with { Actions = [.. theory.Actions.Select(rule => rule.Name == action ? alter(rule) : rule)] };
    }
}
