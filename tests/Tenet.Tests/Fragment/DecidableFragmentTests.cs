using static Tenet.Logic;

namespace Tenet.Tests.Fragment;

public sealed class DecidableFragmentTests
{
    [Fact]
    public void A_function_from_a_sort_to_itself_is_reported_with_its_name()
    {
        var wrong = Assert.Throws<TheoryException>(() => Build(new Ring()));
        Assert.Equal(["the theory leaves the decidable fragment: Node → Node (the function next)"], wrong.Problems);
    }

    [Fact]
    public void A_vocabulary_that_says_why_may_leave_it() => Assert.NotNull(DecidableFragment.Problem(Build(new ExploredRing())));

    [Fact]
    public void An_existential_after_a_universal_and_a_function_back_make_a_cycle()
    {
        var vocabulary = new Homes();
        var wrong = Assert.Throws<TheoryException>(() => Build(vocabulary, new Owners(vocabulary)));
        Assert.Equal(
            ["the theory leaves the decidable fragment: Node → Place (the function home), Place → Node (HOM-1 every place has an owner, assumed)"],
            wrong.Problems);
    }

    [Fact]
    public void The_same_existential_under_negation_makes_none()
    {
        var vocabulary = new Homes();
        Assert.Null(DecidableFragment.Problem(Build(vocabulary, new NoPlaceHasTwoOwners(vocabulary))));
    }

    [Fact]
    public void What_is_claimed_is_denied_in_a_proof_and_counts_so_too()
    {
        var vocabulary = new Homes();
        var wrong = Assert.Throws<TheoryException>(() => Build(vocabulary, new OneOwner(vocabulary)));
        Assert.Contains("HOM-3 some place owns all, denied", Assert.Single(wrong.Problems));
    }

    [Fact]
    public void A_guard_that_asks_for_some_element_of_each_counts()
    {
        var vocabulary = new Homes();
        var wrong = Assert.Throws<TheoryException>(() => Build(vocabulary, new MovesWhenAllAreOwned(vocabulary)));
        Assert.Contains("HOM-4 move, enabled", Assert.Single(wrong.Problems));
    }

    [Fact]
    public void An_existential_that_depends_on_no_universal_makes_no_edge()
    {
        var place = new Variable("p", Sort.Of(typeof(Place)));
        var node = new Variable("n", Sort.Of(typeof(Node)));
        var vocabulary = new Homes();
        _ = Build(vocabulary);
        Formula Owns(Variable a, Variable b) => new Application(vocabulary.Owns, [a, b]);
        var some = Formulas.ForSome([node], Owns(node, place));
        var each = Formulas.ForAll([place], some);
        var alone = Formulas.ForAll([place], Formulas.ForSome([node], new Equality(node, node)));
        Assert.Single(DecidableFragment.Edges([], [("each", each)]));
        Assert.Empty(DecidableFragment.Edges([], [("alone", alone)]));
        Assert.Empty(DecidableFragment.Edges([], [("free", some)]));
        Assert.Empty(DecidableFragment.Edges([], [("denied", Formulas.Negate(each))]));
        Assert.Single(DecidableFragment.Edges([], [("equal", new Equality(Formulas.Negate(each), Literal.True))]));
    }

    [Fact]
    public void The_shortest_of_several_cycles_is_told()
    {
        var (a, b, c) = (Sort.Of(typeof(Node)), Sort.Of(typeof(Place)), Sort.Of(typeof(Third)));
        var cycle = DecidableFragment.Cycle([new(a, b, "1"), new(b, c, "2"), new(c, a, "3"), new(c, b, "4")]);
        Assert.Equal(["2", "4"], cycle.Select(edge => edge.Because));
        Assert.Empty(DecidableFragment.Cycle([new(a, b, "1"), new(b, c, "2"), new(a, c, "3")]));
    }

    [Fact]
    public void Enumerations_make_no_cycle() => Assert.Null(DecidableFragment.Problem(Build(new Lights())));

    private static Theory Build(Vocabulary vocabulary, params Rules[] rules) => Theory.Build("toy", vocabulary, rules);

    private readonly record struct Node : IElement;

    private readonly record struct Place : IElement;

    private readonly record struct Third : IElement;

    private enum Light
    {
        Red,
        Green,
    }

    private sealed class Lights : Vocabulary
    {
        public Function<Light, Light> After { get; } = new(Over.Rigid);
    }

    private class Ring : Vocabulary
    {
        public Function<Node, Node> Next { get; } = new(Over.Rigid);
    }

    [BeyondDecidable("a ring is a function from a sort to itself")]
    private sealed class ExploredRing : Ring;

    private sealed class Homes : Vocabulary
    {
        public Function<Node, Place> Home { get; } = new(Over.Rigid);

        public Relation<Node, Place> Owns { get; } = new();
    }

    private sealed class Owners(Homes v) : Rules
    {
        [Clause("HOM-1")]
        public Draft EveryPlaceHasAnOwner { get; } = Always((Place p) => Any((Node n) => v.Owns[n, p]));
    }

    private sealed class NoPlaceHasTwoOwners(Homes v) : Rules
    {
        [Clause("HOM-2")]
        public Draft NoPlaceHasTwo { get; } = Always((Place p) => !Any((Node n, Node m) => v.Owns[n, p] && v.Owns[m, p] && n != m));
    }

    private sealed class OneOwner(Homes v) : Rules
    {
        [Clause("HOM-3")]
        public Draft SomePlaceOwnsAll { get; } = Always(() => Any((Place p) => All((Node n) => v.Owns[n, p])));
    }

    private sealed class MovesWhenAllAreOwned(Homes v) : Rules
    {
        [Clause("HOM-4")]
        public Draft Move { get; } = Action((Node n, Place p) =>
            When(All((Place q) => Any((Node m) => v.Owns[m, q]))).Set(v.Owns[n, p], true));
    }
}
