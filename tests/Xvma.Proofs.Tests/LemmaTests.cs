using System.Diagnostics;
using Xvma.Proofs.Smt;

namespace Xvma.Proofs.Tests;

public sealed class LemmaTests(ITestOutputHelper output)
{
    private static readonly ISolver Solver = Z3Solver.Find();

    public static TheoryData<string> EveryLemma => new(Lemmas.All.Select(lemma => lemma.Id));

    [Theory]
    [MemberData(nameof(EveryLemma))]
    [Trait("Clause", "ADR-1")]
    [Trait("Clause", "ADR-2")]
    [Trait("Clause", "ADR-4")]
    [Trait("Clause", "ADR-5")]
    [Trait("Clause", "PGS-2")]
    [Trait("Clause", "PGS-4")]
    [Trait("Clause", "MAP-3")]
    [Trait("Clause", "MAP-5")]
    [Trait("Clause", "MAP-7")]
    public void Every_lemma_is_proved(string id)
    {
        var started = Stopwatch.GetTimestamp();
        var lemma = Lemmas.ById(id);
        var result = lemma.Prove(Solver);
        output.WriteLine($"{lemma}: {result} in {Stopwatch.GetElapsedTime(started).TotalSeconds:F2} s by {Solver.Name}");
        Assert.True(result.IsProved, result.ToString());
    }

    public static TheoryData<int> EveryMutant => new(Enumerable.Range(0, Mutants.All.Count));

    [Theory]
    [MemberData(nameof(EveryMutant))]
    [Trait("Clause", "PGS-2")]
    [Trait("Clause", "MAP-3")]
    public void Every_mutant_is_refuted_by_values_that_tell_it_from_the_production_code(int index)
    {
        var mutant = Mutants.All[index];
        var result = mutant.Prove(Solver);
        output.WriteLine($"{mutant}: {result}");
        Assert.Equal(ProofVerdict.Refuted, result.Verdict);
        Assert.True(mutant.IsToldApartBy(result.Counterexample!), $"{result} is no counterexample when it is run");
    }

    [Fact]
    public void Every_lemma_has_a_mutant_and_names_its_clauses()
    {
        Assert.Equal(Lemmas.All.Select(lemma => lemma.Id), Mutants.All.Select(mutant => mutant.Lemma.Id).Distinct());
        Assert.Equal(Lemmas.All.Count, Lemmas.All.DistinctBy(lemma => lemma.Id).Count());
        Assert.Equal(["L1", "L2", "L3", "L4", "L5"], Lemmas.All.Select(lemma => lemma.Family).Distinct());
        Assert.All(Lemmas.All, lemma => Assert.All(lemma.Clauses, clause => Assert.Matches("^(ADR|PGS|MAP)-[0-9]+$", clause)));
        Assert.All(Lemmas.All, lemma => Assert.NotEmpty(lemma.Clauses));
    }

    [Fact]
    [Trait("Clause", "PGS-2")]
    public void The_formula_of_the_in_tree_driver_is_refuted_by_two_real_page_sizes()
    {
        var result = Mutants.All.Single(mutant => mutant.Lemma.Id == "L2/default").Prove(Solver);
        var values = result.Counterexample!.Values;
        var (size, other) = (new PageSize((int)values["shift"]), new PageSize((int)values["other"]));
        output.WriteLine($"{size} and {other} have the same code: {result}");
        Assert.True(PageSizeTable.Default.Contains(size) && PageSizeTable.Default.Contains(other));
        Assert.NotEqual(size, other);
        Assert.Equal(InTreeDriver.CodeOf(0, 0, size.Shift), InTreeDriver.CodeOf(0, 0, other.Shift));
    }
}
