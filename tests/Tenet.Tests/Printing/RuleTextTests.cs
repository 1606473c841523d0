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
    public void All()
    {
        foreach (var rule in LendingLibrary.Theory.Rules) Console.WriteLine(Text(rule));
    }

    private static string Text(Rule rule, int width = RuleText.DefaultWidth) => string.Join('\n', RuleText.Of(rule, width));
}
