using System.Linq.Expressions;
using static Tenet.Logic;

namespace Tenet.Tests;

public sealed class ReadingTests
{
    private static readonly LibraryWords W = LendingLibrary.Words;

    public static TheoryData<Expression<Func<Reader, Book, bool>>, string> Formulas => new()
    {
        { (r, b) => W.Member[r], "member(r)" },
        { (r, b) => !W.Member[r], "¬member(r)" },
        { (r, b) => !!W.Member[r], "member(r)" },
        { (r, b) => W.Member[r] && W.Precious[b] && W.Wants[r, b], "member(r) ∧ precious(b) ∧ wants(r, b)" },
        { (r, b) => W.Member[r] & W.Precious[b], "member(r) ∧ precious(b)" },
        { (r, b) => W.Member[r] || W.Precious[b], "member(r) ∨ precious(b)" },
        { (r, b) => W.Member[r] | W.Precious[b], "member(r) ∨ precious(b)" },
        { (r, b) => W.Member[r].Implies(W.Precious[b]), "member(r)  ⟶  precious(b)" },
        { (r, b) => W.Member[r] == W.Precious[b], "member(r)  ⟷  precious(b)" },
        { (r, b) => W.Member[r] ^ W.Precious[b], "¬(member(r) ⟷ precious(b))" },
        { (r, b) => W.Member[r] == true, "member(r)" },
        { (r, b) => false == W.Member[r], "¬member(r)" },
        { (r, b) => W.Holder[b] == r, "holder(b) = r" },
        { (r, b) => W.Holder[b] != r, "holder(b) ≠ r" },
        { (r, b) => W.Place[b] == Place.Hands, "place(b) = Hands" },
        { (r, b) => Place.Hands != W.Place[b], "Hands ≠ place(b)" },
        { (r, b) => W.Place[b].IsIn(Place.Shelf, Place.Nowhere), "place(b) = Shelf ∨ place(b) = Nowhere" },
        { (r, b) => W.Holder[b].IsIn(r), "holder(b) = r" },
        { (r, b) => W.Librarian.Value == r, "librarian = r" },
        { (r, b) => W.Member[W.Holder[b]], "member(holder(b))" },
        { (r, b) => (W.Member[r] ? W.Place[b] : Place.Shelf) == Place.Hands, "(if member(r) then place(b) else Shelf) = Hands" },
        { (r, b) => All((Reader s) => W.Wants[s, b]), "∀ s. wants(s, b)" },
        { (r, b) => Any((Reader s, Book c) => W.Wants[s, c] && s != r), "∃ s, c. wants(s, c) ∧ s ≠ r" },
        { (r, b) => Any((Reader s, Reader t, Reader u) => s != t && t != u), "∃ s, t, u. s ≠ t ∧ t ≠ u" },
        { (r, b) => All((Reader s, Reader t, Reader u, Reader v) => s == t), "∀ s, t, u, v. s = t" },
        { (r, b) => All((Reader s, Reader t, Reader u, Reader v, Book c) => s == t), "∀ s, t, u, v, c. s = t" },
        { (r, b) => W.Has[r, b], "has(r, b)" },
        { (r, b) => Next(W.Holder[b]) == r, "holder′(b) = r" },
        { (r, b) => Next(W.Has[r, b]), "place′(b) = Hands ∧ holder′(b) = r" },
        { (r, b) => Next(W.Precious[b] && W.Member[r]), "precious(b) ∧ member′(r)" },
        { (r, b) => true && W.Member[r], "member(r)" },
        { (r, b) => W.Member[r] || true, "true" },
    };

    [Theory]
    [MemberData(nameof(Formulas))]
    public void An_expression_is_read_as_the_formula_it_looks_like(Expression<Func<Reader, Book, bool>> expression, string expected) =>
        Assert.Equal(expected, Read(expression).ToString());

    [Fact]
    public void What_is_captured_is_read_as_its_value()
    {
        var (place, truth) = (Place.Nowhere, true);
        Assert.Equal("place(b) = Nowhere", Read((r, b) => W.Place[b] == place).ToString());
        Assert.Equal("member(r)", Read((r, b) => W.Member[r] == truth).ToString());
    }

    [Fact]
    public void An_enumeration_of_another_width_is_read_likewise()
    {
        var words = new Bytes();
        var theory = Theory.Build("t", words, new BytesRules(words));
        Assert.Equal(["colour(r) = Green", "size(r) = Large"], theory.Properties.Select(property => property.Body.ToString()));
    }

    [Fact]
    public void A_rule_has_name_clauses_meaning_parameters_and_fairness()
    {
        var lend = LendingLibrary.Theory.Action("lend");
        Assert.Equal(["LIB-2", "LIB-5"], lend.Clauses.AsEnumerable());
        Assert.Equal("LIB-2 lend", lend.Title);
        Assert.True(lend.IsFair);
        Assert.Equal(["r: Reader", "b: Book"], lend.Parameters.Select(parameter => $"{parameter.Name}: {parameter.Sort}"));
        Assert.Equal("whoever asks is let in", LendingLibrary.Theory.Action("enrol").Meaning);
        Assert.False(LendingLibrary.Theory.Action("enrol").IsFair);
        Assert.Throws<KeyNotFoundException>(() => LendingLibrary.Theory.Action("burn"));
    }

    [Fact]
    public void An_action_happens_when_its_guard_holds_and_nothing_refuses_it() => Assert.Equal(
        "¬precious(b) ∧ place(b) ≠ Nowhere ∧ member(r) ∧ ¬∃ other. has(other, b)", LendingLibrary.Theory.Action("lend").Enabled.ToString());

    [Fact]
    public void Kinds_of_properties_are_told_apart()
    {
        var kinds = LendingLibrary.Theory.Properties.Select(property => property.Kind);
        Assert.Equal(
            [PropertyKind.Axiom, PropertyKind.Safety, PropertyKind.Supporting, PropertyKind.Transition, PropertyKind.Sometimes, PropertyKind.Response], kinds);
    }

    [Fact]
    public void A_response_speaks_of_the_parameters_of_its_premise()
    {
        var wishes = LendingLibrary.Property("wishes come true");
        Assert.All(Tenet.Formulas.Parts(wishes.Response!).OfType<Variable>(), variable => Assert.Contains(variable, wishes.Parameters));
    }

    [Fact]
    public void A_vocabulary_names_and_explains_its_symbols()
    {
        var theory = LendingLibrary.Theory;
        Assert.Equal(["member", "place", "holder", "wants", "precious", "home", "librarian"], theory.Symbols.Select(symbol => symbol.Name));
        Assert.Equal(["has"], theory.Definitions.Select(symbol => symbol.Name));
        Assert.Equal("who took the book last", W.Holder.Meaning);
        Assert.Equal(["Reader", "Book", "Place", "Branch"], theory.Sorts.Select(sort => sort.Name));
        Assert.True(W.Precious.IsRigid && W.Librarian.IsRigid && !W.Member.IsRigid);
    }

    [Fact]
    public void Initially_changes_the_empty_state()
    {
        var update = Assert.Single(LendingLibrary.Theory.Initial);
        Assert.Same(W.Member, update.Symbol);
        Assert.Single(update.Each);
        Assert.Equal("r = librarian", update.Value.ToString());
    }

    // Every expression stands alone in a theory of the library's words, as a property of steps so that Next may stand in it.
    private static Formula Read(Expression<Func<Reader, Book, bool>> expression) => OneRule.Read(W, expression);

    private sealed class Bytes : Vocabulary
    {
        public Function<Reader, Colour> Colour { get; } = new();

        public Function<Reader, Size> Size { get; } = new();
    }

    private sealed class BytesRules(Bytes words) : Rules
    {
        [Clause("A-1")]
        private Draft Green { get; } = Always((Reader r) => words.Colour[r] == Colour.Green);

        [Clause("A-1")]
        private Draft Large { get; } = Always((Reader r) => words.Size[r] == Size.Large);
    }

#pragma warning disable CA1028 // Of other widths on purpose.
    private enum Colour : byte
    {
        Red,
        Green,
    }

    private enum Size : long
    {
        Small,
        Large = 1L << 40,
    }
#pragma warning restore CA1028
}
