namespace Tenet.Tests;

public sealed class BuildErrorTests
{
    [Theory]
    [InlineData(typeof(BadRules.NoClause), "rule: no clause; mark it [Clause(\"ABC-1\")]")]
    [InlineData(typeof(BadRules.ClauseTwice), "rule: a clause is named twice")]
    [InlineData(typeof(BadRules.UnknownSymbol), "rule: a symbol is not of the vocabulary: declare it there as a property")]
    [InlineData(typeof(BadRules.CellTwice), "rule: member is set twice; use one ForEach, so that no cell can get two values")]
    [InlineData(typeof(BadRules.NextInInvariant), "rule: Next is for transition properties")]
    [InlineData(typeof(BadRules.NextInGuard), "rule: Next is for transition properties")]
    [InlineData(typeof(BadRules.NextInChange), "rule: Next is for transition properties")]
    [InlineData(typeof(BadRules.NextAtFirst), "initially: Next is for transition properties")]
    [InlineData(typeof(BadRules.StepWithoutNext), "rule: it says nothing of a step; use Next, or Always")]
    [InlineData(typeof(BadRules.AxiomOfState), "rule: an axiom is about the setting, and holder is part of the state")]
    [InlineData(typeof(BadRules.ChangesNothing), "rule: an action that changes nothing")]
    [InlineData(typeof(BadRules.GuardInForEach), "rule: When cannot stand inside ForEach")]
    [InlineData(typeof(BadRules.RefusalInForEach), "rule: Refuse cannot stand inside ForEach")]
    [InlineData(typeof(BadRules.GuardAtFirst), "rule: When cannot stand in Initially")]
    [InlineData(typeof(BadRules.EachNotNamed), "rule: 'member(r)' is set once for every b: which of the values is meant?")]
    [InlineData(typeof(BadRules.EachTwice), "rule: 'member(holder(each))': each variable of ForEach names at most one argument, and by itself")]
    [InlineData(typeof(BadRules.SetOfRigid), "rule: 'precious(b)' cannot be set: it is no part of the state")]
    [InlineData(typeof(BadRules.SetOfDefined), "rule: 'has(r, b)' cannot be set: it is no part of the state")]
    [InlineData(typeof(BadRules.SetOfFormula), "rule: '¬member(r)' cannot be set: it is no part of the state")]
    [InlineData(typeof(BadRules.SortMismatch), "'place(b)' is of sort Place, 'if precious(c) then First else Second' of sort Other")]
    [InlineData(typeof(BadRules.Arithmetic), "is no formula: use symbols of the vocabulary")]
    [InlineData(typeof(BadRules.Order), "is no formula: use symbols of the vocabulary")]
    [InlineData(typeof(BadRules.NoMember), "rule: 7 is no member of Place")]
    [InlineData(typeof(BadRules.ElementByValue), "rule: a Reader is no value of a sort; an element is named by a Constant of the vocabulary")]
    [InlineData(typeof(BadRules.NoSort), "rule: System.Int32 is no sort: use bool, an enum, or a struct marked IElement")]
    [InlineData(typeof(BadRules.ForeignCall), "is no formula: use symbols of the vocabulary")]
    [InlineData(typeof(BadRules.ErrorByFunction), "rule: 'place(b)' is no error: name a member of the enumeration")]
    [InlineData(typeof(BadRules.FairProperty), "rule: only an action can be fair")]
    [InlineData(typeof(BadRules.SupportingAction), "rule: only what always holds can be supporting")]
    public void What_is_wrong_with_a_rule_is_said(Type rules, string expected)
    {
        var problem = Assert.Single(Problems(rules));
        Assert.Contains(expected, problem, StringComparison.Ordinal);
        Assert.StartsWith(expected.StartsWith("initially", StringComparison.Ordinal) ? "initially: " : "rule: ", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once() => Assert.Equal(2, Problems(typeof(BadRules.NoClause), typeof(BadRules.SetOfRigid)).Length);

    [Fact]
    public void Two_rules_of_one_name_are_refused() => Assert.Contains("rule: two rules of this name", Problems(typeof(BadRules.OneName), typeof(BadRules.OneName)));

    [Fact]
    public void Several_rules_may_state_one_clause() => Assert.Equal(3, LendingLibrary.Theory.Rules.Count(rule => rule.Clauses.Contains("LIB-5")));

    [Fact]
    public void A_definition_of_itself_is_refused()
    {
        var problems = Assert.Throws<TheoryException>(() => Theory.Build("t", new Circular())).Problems;
        Assert.Equal(["even: the definition is of itself", "odd: the definition is of itself"], problems);
    }

    [Fact]
    public void A_definition_of_a_step_is_refused() => Assert.Equal(
        ["changes: Next is for transition properties"], Assert.Throws<TheoryException>(() => Theory.Build("t", new OfStep())).Problems.AsEnumerable());

    [Fact]
    public void A_symbol_has_one_name() => Assert.Equal(
        ["Second: the symbol is called first already"], Assert.Throws<TheoryException>(() => Theory.Build("t", new TwoNames())).Problems.AsEnumerable());

    [Fact]
    public void A_sort_has_members_of_different_values() => Assert.Throws<ArgumentException>(() => Sort.Of(typeof(SameValues)));

    [Fact]
    public void What_is_read_from_expressions_is_never_run()
    {
        Assert.Throws<InvalidOperationException>(() => LendingLibrary.Words.Member[default]);
        Assert.Throws<InvalidOperationException>(() => LendingLibrary.Words.Librarian.Value);
        Assert.Throws<InvalidOperationException>(() => Logic.Implies(true, false));
        Assert.Throws<InvalidOperationException>(() => Logic.When(true));
    }

    private static string[] Problems(params Type[] rules)
    {
        var words = new LibraryWords();
        var chapters = rules.Select(type => (Rules)(type.GetConstructors()[0].GetParameters().Length == 0 ? Activator.CreateInstance(type)! : Activator.CreateInstance(type, words)!));
        return [.. Assert.Throws<TheoryException>(() => Theory.Build("t", words, [.. chapters])).Problems];
    }

#pragma warning disable CA1069 // Wrong on purpose.
    private enum SameValues
    {
        One = 1,
        Uno = 1,
    }

    private sealed class Circular : Vocabulary
    {
        public Circular()
        {
            Even = new(r => !Odd![r]);
            Odd = new(r => !Even[r]);
        }

        public Shorthand<Reader> Even { get; }

        public Shorthand<Reader> Odd { get; }
    }

    private sealed class OfStep : Vocabulary
    {
        public OfStep() => Changes = new(r => Logic.Next(Member[r]) != Member[r]);

        public Relation<Reader> Member { get; } = new();

        public Shorthand<Reader> Changes { get; }
    }

    private sealed class TwoNames : Vocabulary
    {
        public Relation<Reader> First { get; } = new();

        public Relation<Reader> Second => First;
    }
}
