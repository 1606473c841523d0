using Tenet;
using Xvma.Proofs.Induction;
using Xvma.Proofs.Tests.Toys;

namespace Xvma.Proofs.Tests.Induction;

public sealed class CounterexampleTests
{
    [Fact]
    public void A_missing_conjunct_shows_who_gets_in_without_it()
    {
        var failure = Assert.Single(TicketLock.Theory.Without("one called").Failures());
        var picture = $"{failure.Counterexample}";
        Assert.StartsWith("TKT-5/enter: TKT-5 one inside\n", picture);
        Assert.Contains("at(customer1) = Waiting · at(customer2) = Inside · holds(customer1, ticket1) · holds(customer2, ticket2)\n", picture);
        Assert.Contains("  then      TKT-3 enter(c = customer1, t = ticket1)\n  changes   at(customer1): Waiting → Inside\n", picture);
        Assert.DoesNotContain("customer3", picture);
    }

    [Fact]
    public void A_weakened_guard_shows_what_it_lets_happen()
    {
        var theory = Shootdown.Theory.With("fill", action => action with { Guard = Literal.True });
        var failure = theory.Failures().First(result => result.Obligation.Id == "SHT-7/fill");
        Assert.Equal(
            """
            SHT-7/fill: SHT-7 no stale entry
              before    free(frame1)
              then      SHT-2 fill(c = core1, p = page1, f = frame1)
              changes   tlb(core1, page1, frame1): false → true
              violated  tlb(c, p, f)  ⟶  ¬free(f)
              of        c = core1, p = page1, f = frame1
              because   tlb(core1, page1, frame1) = true · free(frame1) = true
            """,
            $"{failure.Counterexample}".TrimEnd());
    }

    [Fact]
    public void A_step_is_refuted_by_values_before_and_after()
    {
        var theory = Shootdown.Theory.With("finish", action => action with { Guard = Literal.True });
        var failures = theory.Failures().ToDictionary(result => result.Obligation.Id);
        Assert.Equal(["SHT-10/finish", "SHT-7/finish", "SHT-8.entries-are-mapped/finish"], failures.Keys.Order());
        Assert.Equal(
            """
            SHT-10/finish: SHT-10 freed only when purged
              before    mapped(page1, frame1) · stage(page1) = None
              then      SHT-6 finish(p = page1)
              changes   mapped(page1, frame1): true → false
                        free(frame1): false → true
              violated  mapped(p, f) ∧ ¬mapped′(p, f)  ⟶  stage(p) = Purged
              of        p = page1, f = frame1
              because   mapped(page1, frame1) = true · mapped(page1, frame1)′ = false · stage(page1) = None
            """,
            $"{failures["SHT-10/finish"].Counterexample}".TrimEnd());
    }

    [Fact]
    public void The_state_at_first_is_shown_as_changes_of_nothing()
    {
        var theory = Shootdown.Theory;
        var tlb = theory.Symbols.Single(symbol => symbol.Name == "tlb");
        var variables = tlb.Arguments.Select(sort => new Variable("x", sort)).ToArray();
        var wrong = theory with { Initial = theory.Initial.Add(new(tlb, [.. variables], [.. variables], Literal.True)) };
        var failure = wrong.Failures().First(result => result.Obligation.Id == "SHT-7/initially");
        Assert.Equal(
            """
            SHT-7/initially: SHT-7 no stale entry
              at first
              changes   tlb(core1, page1, frame1): false → true
                        free(frame1): false → true
              violated  tlb(c, p, f)  ⟶  ¬free(f)
              of        c = core1, p = page1, f = frame1
              because   tlb(core1, page1, frame1) = true · free(frame1) = true
            """,
            $"{failure.Counterexample}".TrimEnd());
    }
}
