namespace Tenet.Tests;

public sealed class ExpansionTests
{
    private static readonly LibraryWords W = LendingLibrary.Words;
    private static readonly Sort Readers = Sort.Of(typeof(Reader));

    [Fact]
    public void A_definition_is_replaced_by_what_it_stands_for() => Assert.Equal(
        "∃ s. place(b) = Hands ∧ holder(b) = s", Formulas.Expand(OneRule.Read(W, (r, b) => Logic.Any((Reader s) => W.Has[s, b]))).ToString());

    [Fact]
    public void Substitution_does_not_capture()
    {
        // ∃ s. wants(s, b) ∧ s ≠ r, and r replaced by another variable that is called s as well.
        var formula = OneRule.Read(W, (r, b) => Logic.Any((Reader s) => W.Wants[s, b] && s != r));
        var r = Formulas.Parts(formula).OfType<Variable>().Single(variable => variable.Name == "r");
        var free = new Variable("s", Readers);
        var replaced = Formulas.Substitute(formula, [KeyValuePair.Create<Variable, Formula>(r, free)]);

        var quantified = Assert.IsType<Quantified>(replaced);
        Assert.NotSame(free, quantified.Variables[0]);
        Assert.Contains(free, Formulas.Parts(replaced).OfType<Variable>());
        Assert.Equal("∃ s₂. wants(s₂, b) ∧ s₂ ≠ s", replaced.ToString());
    }

    [Fact]
    public void An_expansion_inside_its_own_scope_does_not_capture()
    {
        var words = new Circles();
        var s = new Variable("s", Readers);
        var reads = new Quantified(QuantifierKind.All, [s], new Application(words.Popular, [s]));
        Theory.Build("t", words);
        Assert.Equal("∀ s. ∃ s₂. knows(s₂, s)", Formulas.Expand(reads).ToString());
    }

    [Fact]
    public void Bound_variables_are_fresh_in_every_expansion()
    {
        var formula = OneRule.Read(W, (r, b) => Logic.Any((Reader s) => W.Has[s, b]));
        var first = (Quantified)Formulas.Expand(formula);
        var second = (Quantified)Formulas.Expand(formula);
        Assert.NotSame(first.Variables[0], second.Variables[0]);
    }

    [Fact]
    public void Priming_is_of_the_state_only()
    {
        var formula = OneRule.Read(W, (r, b) => W.Has[r, b] && W.Precious[b] && W.Member[W.Holder[b]]);
        Assert.Equal("place′(b) = Hands ∧ holder′(b) = r ∧ precious(b) ∧ member′(holder′(b))", Formulas.Prime(formula).ToString());
    }

    [Fact]
    public void Symbols_of_a_definition_count_as_used() =>
        Assert.Equal([W.Holder, W.Place], Formulas.Symbols(OneRule.Read(W, (r, b) => W.Has[r, b])).OrderBy(symbol => symbol.Name, StringComparer.Ordinal));

    [Fact]
    public void Truth_is_simplified_away()
    {
        Assert.Same(Literal.True, Formulas.And());
        Assert.Same(Literal.False, Formulas.Or());
        Assert.Same(Literal.False, Formulas.And(Literal.True, Literal.False));
        Assert.Same(Literal.True, Formulas.Or(Literal.False, Literal.True));
        Assert.Same(Literal.False, Formulas.Negate(Literal.True));
    }

    private sealed class Circles : Vocabulary
    {
        public Circles() => Popular = new(r => Logic.Any((Reader s) => Knows[s, r]));

        public Relation<Reader, Reader> Knows { get; } = new();

        public Shorthand<Reader> Popular { get; }
    }
}
