using Tenet;
using Xvma.Proofs.Induction;
using XvmaTheory = Xvma.Spec.Formal.XvmaTheory;

namespace Xvma.Proofs.Tests.Claims;

/// <summary>The specification of the system, for any number of tasks, groups, pages and chiplets.</summary>
public sealed class SystemProofTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);
    private static readonly Tenet.Theory Specification = XvmaTheory.Theory;

    [Fact]
    public void Every_claim_holds_at_first_and_is_kept_by_every_action()
    {
        var obligations = InductionObligations.Of(Specification);
        var results = new InductionProver(Specification, Timeout, workers: 2).Prove(obligations, stop: TestContext.Current.CancellationToken);
        Assert.Equal(obligations.Length, results.Length);
        Assert.All(results, result => Assert.True(result.IsProved, $"{result.Obligation.Id}: {result.Verdict} {result.Reason}\n{result.Counterexample}"));
        output.WriteLine($"{results.Length} obligations, {results.Count(result => result.Obligation.IsTrivial)} untouched");
    }

    [Fact]
    public void Every_obligation_is_in_the_decidable_fragment() =>
        Assert.All(InductionObligations.Of(Specification).Where(obligation => !obligation.IsTrivial), obligation =>
        {
            var cycle = ObligationFragment.Cycle(Specification, obligation);
            Assert.True(cycle.IsEmpty, $"{obligation.Id}: {string.Join(", ", cycle)}");
        });

    [Fact]
    public void Obligations_have_names_of_their_own()
    {
        var ids = InductionObligations.Of(Specification).Select(obligation => obligation.Id).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public void Every_action_can_happen_in_a_state_that_the_invariants_allow()
    {
        var occurrences = Occurrence.Of(Specification, Timeout, workers: 2, TestContext.Current.CancellationToken);
        Assert.Equal(Specification.Actions.Length + 1, occurrences.Length);
        Assert.All(occurrences, occurrence => Assert.True(occurrence.IsPossible, $"{occurrence.Action?.Title ?? "at first"}: {occurrence.Reason}"));
    }

    [Fact]
    public void Every_premise_is_needed_or_it_is_said_why_it_is_there()
    {
        var needs = new NeedSearch(Specification, Timeout, workers: 2).Find(TestContext.Current.CancellationToken);
        foreach (var need in needs) output.WriteLine($"{need.Property.Title}: {need.By?.Id ?? "nobody"}");
        Assert.All(needs, need => Assert.True(need.IsKnown, $"{need.Property.Title}: an obligation was left open"));
        Explained.Compare("unneeded.txt", needs.Where(need => !need.IsNeeded).Select(need => need.Property.Title));
    }

    [Fact]
    public void The_protocols_known_bugs_are_refuted()
    {
        var bugs = KnownBugMutants.Of(Specification);
        var results = new MutantTrial(Timeout, workers: 2).Try(bugs.Select(bug => bug.Mutant), stop: TestContext.Current.CancellationToken);
        Assert.Equal(bugs.Length, results.Length);
        Assert.All(results.Zip(bugs), pair =>
        {
            Assert.True(pair.First.Verdict == MutantVerdict.Refuted, $"{pair.Second.Bug}: {pair.First.Verdict}");
            output.WriteLine($"{pair.Second.Bug}\n{pair.First.Counterexample}");
        });
    }

    [Fact]
    public void Every_mutant_is_refuted_or_no_other_theory_or_it_is_said_why_it_survives()
    {
        var results = new MutantTrial(Timeout, workers: 2).Try(TheoryMutants.Of(Specification), stop: TestContext.Current.CancellationToken);
        output.WriteLine(string.Join(", ", results.GroupBy(result => result.Verdict).Select(group => $"{group.Count()} {group.Key}")));
        Assert.DoesNotContain(results, result => result.Verdict == MutantVerdict.Inconclusive);
        Explained.Compare("survivors.txt", results.Where(result => result.Verdict == MutantVerdict.Survives).Select(result => result.Mutant.Id));
    }
}
