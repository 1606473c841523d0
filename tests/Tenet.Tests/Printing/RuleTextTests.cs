namespace Tenet.Tests;

public sealed class RuleTextTests
{
    [Fact]
    public void An_action_is_a_block_of_guard_refusals_and_changes() => Assert.Equal(
        """
        lend (r: Reader, b: Book), fair
          when    ¬precious(b) ∧ place(b) ≠ Nowhere
          refuse  NotAMember  when ¬member(r)
                  AlreadyOut  when ∃ other. has(other, b)
          then    place′(b) = Hands
                  holder′(b) = r
                  ∀ other. wants′(other, b) ⟷ wants(other, b) ∧ other ≠ r
        """,
        Text(LendingLibrary.Theory.Action("lend")));

    [Fact]
    public void Every_rule_of_the_library_is_readable() =>
        Golden.Compare("library.rules.txt", string.Join("\n\n", LendingLibrary.Theory.Rules.Select(rule => Text(rule))) + "\n");

    [Fact]
    public void Where_there_is_no_room_a_part_stands_on_a_line_of_its_own() =>
        Golden.Compare("library.narrow.txt", string.Join("\n\n", LendingLibrary.Theory.Rules.Select(rule => Text(rule, 36))) + "\n");

    [Fact]
    public void A_property_is_a_formula_on_one_line_too()
    {
        Assert.Equal("precious(b)  ⟶  place(b) ≠ Hands", RuleText.Formula(LendingLibrary.Property("treasures stay")));
        Assert.Equal("∃ r, b. has(r, b)", RuleText.Formula(LendingLibrary.Property("something is out")));
        Assert.Equal("wants(r, b)  ⇝  has(r, b) ∨ place(b) = Nowhere", RuleText.Formula(LendingLibrary.Property("wishes come true")));
    }

    [Fact]
    public void A_variable_never_has_the_name_of_a_constant()
    {
        var formula = OneRule.Read(LendingLibrary.Words, (r, b) => Logic.Any((Reader librarian) => librarian != LendingLibrary.Words.Librarian.Value));
        Assert.Equal("∃ librarian₂. librarian₂ ≠ librarian", formula.ToString());
    }

    private static string Text(Rule rule, int width = RuleText.DefaultWidth) => string.Join('\n', RuleText.Of(rule, width));
}
