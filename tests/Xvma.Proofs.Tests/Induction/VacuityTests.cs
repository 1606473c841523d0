using System.Collections.Immutable;
using Tenet;
using Xvma.Proofs.Induction;
using Xvma.Proofs.Smt;
using Xvma.Proofs.Tests.Toys;

namespace Xvma.Proofs.Tests.Induction;

public sealed class VacuityTests
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(20);

    [Theory]
    [MemberData(nameof(InductionTests.Toys), MemberType = typeof(InductionTests))]
    public void Every_action_of_a_toy_can_happen(string name) =>
        Assert.All(Occurrences(InductionTests.Toy(name)), occurrence => Assert.True(occurrence.IsPossible, occurrence.Reason));

    [Fact]
    public void An_action_that_the_invariants_never_let_happen_is_told()
    {
        var theory = TicketLock.Theory.With("enter", action => action with { Guard = Formulas.And(action.Guard, Formulas.Negate(Used(action))) });
        var impossible = Assert.Single(Occurrences(theory), occurrence => !occurrence.IsPossible);
        Assert.Equal("enter", impossible.Action!.Name);
        Assert.Equal(SolverAnswerKind.Unsatisfiable, impossible.Answer);
        Assert.DoesNotContain(InductionObligations.Of(theory, impossible.Action), obligation => !obligation.IsTrivial && !Proved(theory, obligation));
    }

    [Fact]
    public void Every_conjunct_of_a_toy_is_needed_by_an_obligation_of_another()
    {
        var needs = new NeedSearch(TicketLock.Theory, Timeout, workers: 2).Find(TestContext.Current.CancellationToken);
        Assert.Equal(
            ["one inside", "inside is called", "one holder", "one called", "held is used"], needs.Select(need => need.Property.Name));
        Assert.All(needs, need => Assert.True(need.IsNeeded && need.IsKnown));
        Assert.Equal("TKT-7/draw", needs.Single(need => need.Property.Name == "held is used").By!.Id);
    }

    [Fact]
    public void A_conjunct_that_no_obligation_needs_is_told()
    {
        // It says less than “one inside” says with “inside is called”, and nothing relies on it.
        var theory = TicketLock.Theory;
        var inside = theory.Properties.Single(property => property.Name == "inside is called");
        var idle = inside with { Name = "inside is called or used", Body = Formulas.Or(inside.Body, Literal.True) };
        var needs = new NeedSearch(theory with { Properties = theory.Properties.Add(idle) }, Timeout, workers: 2).Find(TestContext.Current.CancellationToken);
        var unneeded = Assert.Single(needs, need => !need.IsNeeded);
        Assert.Equal("inside is called or used", unneeded.Property.Name);
    }

    [Fact]
    public void What_is_not_inductive_cannot_be_asked_what_it_needs() =>
        Assert.ThrowsAny<Exception>(() => new NeedSearch(TicketLock.Theory.Without("one called"), Timeout, workers: 1).Find(TestContext.Current.CancellationToken));

    private static bool Proved(Tenet.Theory theory, InductionObligation obligation) =>
        new InductionProver(theory, Timeout, workers: 1).Prove([obligation], stop: TestContext.Current.CancellationToken)[0].IsProved;

    private static Application Used(ActionRule action) =>
        new Application(TicketLock.Theory.Symbols.Single(symbol => symbol.Name == "used"), [action.Parameters[1]]);

    private static ImmutableArray<Occurrence> Occurrences(Tenet.Theory theory) => Occurrence.Of(theory, Timeout, workers: 2, TestContext.Current.CancellationToken);
}
