using System.Diagnostics;
using Xvma.Proofs.Smt;

namespace Xvma.Proofs.Tests;

public sealed class LemmaTests(ITestOutputHelper output)
{
    private static readonly ISolver Solver = Z3Solver.Find();

    public static TheoryData<string> EveryObligation => new(Lemmas.Obligations.Select(obligation => obligation.Id));

    [Theory]
    [MemberData(nameof(EveryObligation))]
    [Trait("Clause", "ADR-1")]
    [Trait("Clause", "ADR-2")]
    [Trait("Clause", "ADR-4")]
    [Trait("Clause", "ADR-5")]
    [Trait("Clause", "PGS-2")]
    [Trait("Clause", "PGS-4")]
    [Trait("Clause", "MAP-3")]
    [Trait("Clause", "MAP-5")]
    [Trait("Clause", "MAP-7")]
    public void Every_part_of_every_lemma_is_proved(string id)
    {
        var started = Stopwatch.GetTimestamp();
        var obligation = Lemmas.ObligationById(id);
        var result = obligation.Prove(Solver);
        output.WriteLine($"{obligation}: {result} in {Stopwatch.GetElapsedTime(started).TotalSeconds:F2} s by {Solver.Name}");
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
    public void Every_part_of_a_lemma_has_a_mutant_and_names_its_clauses()
    {
        Assert.Equal(["L1", "L2", "L3", "L4", "L5"], Lemmas.All.Select(lemma => lemma.Id));
        Assert.All(Lemmas.All, lemma => Assert.All(lemma.Obligations, part => Assert.StartsWith(lemma.Id + "/", part.Id)));
        Assert.Equal(Lemmas.Obligations.Select(part => part.Id), Mutants.All.Select(mutant => mutant.Obligation.Id).Distinct());
        Assert.Equal(Lemmas.Obligations.Count, Lemmas.Obligations.DistinctBy(part => part.Id).Count());
        Assert.All(Lemmas.Obligations, part => Assert.NotEmpty(part.Clause));
        Assert.All(Lemmas.All, lemma => Assert.All(lemma.Clause, clause => Assert.Matches("^(ADR|PGS|MAP|INV)-[0-9]+$", clause)));
    }

    [Fact]
    public void A_lemma_is_proved_if_its_parts_are()
    {
        Obligation holds = new("test/holds", ["ADR-5"], "Holds", (ulong a) => a == a + 0);
        Obligation fails = new("test/fails", ["ADR-5"], "Fails", (ulong a) => a != 64);
        Assert.True(new Lemma("test", "Holds", [holds, holds]).Prove(Solver).IsProved);
        var result = new Lemma("test", "Fails", [holds, fails]).Prove(Solver);
        Assert.Equal("refuted: test/fails, a = 0x0000_0000_0000_0040", result.ToString());
    }

    [Fact]
    [Trait("Clause", "PGS-2")]
    public void The_formula_of_the_in_tree_driver_is_refuted_by_two_real_page_sizes()
    {
        var result = Mutants.All.Single(mutant => mutant.Obligation.Id == "L2/default").Prove(Solver);
        var values = result.Counterexample!.Values;
        var (size, other) = (new PageSize((int)values["shift"]), new PageSize((int)values["other"]));
        output.WriteLine($"{size} and {other} have the same code: {result}");
        Assert.True(PageSizeTable.Default.Contains(size) && PageSizeTable.Default.Contains(other));
        Assert.NotEqual(size, other);
        Assert.Equal(InTreeDriver.CodeOf(0, 0, size.Shift), InTreeDriver.CodeOf(0, 0, other.Shift));
    }
}
