using System.Collections.Immutable;
using Tenet;
using Xvma.Proofs.Induction;
using Xvma.Proofs.Tests.Toys;

namespace Xvma.Proofs.Tests.Induction;

public sealed class MutantTests
{
    [Fact]
    public void Every_conjunct_refusal_update_and_part_of_an_updated_value_is_left_out_once()
    {
        var mutants = TheoryMutants.Of(Shootdown.Theory).Select(mutant => mutant.Id).ToList();
        Assert.Contains("SHT-1 map: not refused with Busy if isBusy(p)", mutants);
        Assert.Contains("SHT-1 map: guard without free(f)", mutants);
        Assert.Contains("SHT-1 map: free not set", mutants);
        Assert.Contains("SHT-6 finish: free set without mapped(p, f)", mutants);
        Assert.Contains("at first: free not set", mutants);
        Assert.Equal(mutants.Count, mutants.Distinct().Count());
    }

    [Fact]
    public void Mutants_are_refuted_by_the_obligation_that_the_edit_breaks()
    {
        var results = Try(Shootdown.Theory).ToDictionary(result => result.Mutant.Id);
        Assert.Equal("SHT-5/collect", Refuted("SHT-5 collect: guard without ∀ c. acknowledged(p, c)").By!.Id);
        Assert.Equal("SHT-4/purge", Refuted("SHT-4 purge: tlb not set").By!.Id);
        Assert.NotNull(Refuted("SHT-2 fill: guard without ¬isBusy(p)").Counterexample);
        Assert.Equal(MutantVerdict.Survives, results["SHT-6 finish: stage not set"].Verdict);
        Assert.DoesNotContain(results.Values, result => result.Verdict == MutantVerdict.Inconclusive);

        MutantResult Refuted(string id)
        {
            Assert.Equal(MutantVerdict.Refuted, results[id].Verdict);
            return results[id];
        }
    }

    [Fact]
    public void What_follows_from_the_rest_may_be_left_out()
    {
        // Whoever holds a ticket holds a used one: to ask for that as well changes nothing.
        var used = TicketLock.Theory.Symbols.Single(symbol => symbol.Name == "used");
        var theory = TicketLock.Theory.With("enter", action => action with { Guard = Formulas.And(action.Guard, new Application(used, [action.Parameters[1]])) });
        Assert.Equal(MutantVerdict.Equivalent, Try(theory).Single(result => result.Mutant.Id == "TKT-3 enter: guard without used(t)").Verdict);
    }

    [Fact]
    public void What_is_set_to_what_it_is_may_be_left_out()
    {
        var used = TicketLock.Theory.Symbols.Single(symbol => symbol.Name == "used");
        var theory = TicketLock.Theory.With("enter", action => action with { Updates = action.Updates.Add(new(used, [], [action.Parameters[1]], Literal.True)) });
        Assert.Equal(MutantVerdict.Equivalent, Try(theory).Single(result => result.Mutant.Id == "TKT-3 enter: used not set").Verdict);
    }

    private static ImmutableArray<MutantResult> Try(Tenet.Theory theory) =>
        new MutantTrial(TimeSpan.FromSeconds(20), workers: 2).Try(TheoryMutants.Of(theory), stop: TestContext.Current.CancellationToken);
}
