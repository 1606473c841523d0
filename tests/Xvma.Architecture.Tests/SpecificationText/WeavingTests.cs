using Tenet;
using Xvma.Spec;
using Xvma.Spec.Formal;

namespace Xvma.Architecture.Tests;

[Collection(Verify.Documents)]
public sealed class WeavingTests
{
    private const string Chapter = """
        # 5 Groups

        > **GRP-3 at most one.** A task is a member of at most one group.
        >
        > `by hand`
        >
        > *Why:* one region.

        > **GRP-99 nothing formal.** A group is nice.
        >
        > `nice(g)`
        >
        > *Why:* why not.

        <!-- diagram: life -->
        <!-- /diagram -->
        """;

    private static readonly Weaver Real = new(XvmaTheory.Theory);

    [Fact]
    public void The_chapters_say_what_the_theory_says()
    {
        var folder = Path.Combine(Repository.Root, "spec");
        if (Verify.Rewrites)
        {
            SpecificationFolder.Update(folder, XvmaTheory.Theory);
            return;
        }

        Verify.Nothing(SpecificationFolder.Stale(folder, XvmaTheory.Theory).Select(document => $"spec/{document.File} is stale; run the tests with UPDATE_GOLDEN=1"));
    }

    [Fact]
    public void A_rule_replaces_what_was_there_by_hand_and_what_no_rule_states_stays()
    {
        var woven = Weave(Chapter);
        Assert.DoesNotContain("by hand", woven, StringComparison.Ordinal);
        Assert.Contains("<!-- rule: at most one group -->\n> `member(t, g) ∧ member(t, h)  ⟶  g = h`\n>\n", woven, StringComparison.Ordinal);
        Assert.Contains("> `nice(g)`\n>\n> *Why:* why not.", woven, StringComparison.Ordinal);
        Assert.Contains("```mermaid\nstateDiagram-v2\n    [*] --> Unborn\n    Unborn --> Alive : start (TSK-1)", woven, StringComparison.Ordinal);
    }

    [Fact]
    public void Weaving_what_is_woven_changes_nothing() => Assert.Equal(Weave(Chapter), Weave(Weave(Chapter)));

    [Theory]
    [InlineData("g = h", "g ≠ h")]
    [InlineData("See `create`", "See `destroy`")]
    [InlineData("Unborn --> Alive", "Dead --> Alive")]
    [InlineData("<!-- rule: at most one group -->\n> ", "")]
    public void A_stale_chapter_is_noticed(string fresh, string stale)
    {
        // The reader is sent to GRP-1 only where there is one.
        var woven = Weave(Chapter + "\n\n> **GRP-1 create.** A group is made.\n>\n> *Why:* it must begin.\n");
        Assert.Contains(fresh, woven, StringComparison.Ordinal);
        var changed = woven.Replace(fresh, stale, StringComparison.Ordinal);
        Assert.NotEqual(changed, Weave(changed));
    }

    [Fact]
    public void A_diagram_of_what_has_none_is_refused() =>
        Assert.Throws<FormatException>(() => Weave(Chapter.Replace("diagram: life", "diagram: member", StringComparison.Ordinal)));

    [Fact]
    public void Every_clause_that_a_rule_states_exists()
    {
        var specification = Specification.Load();
        Verify.Nothing(
            from rule in XvmaTheory.Theory.Rules
            from id in rule.Clauses
            where !ClauseId.TryParse(id, out var parsed) || specification.Find(parsed) is null
            select $"{rule.Name} states {id}, which is no clause");
    }

    [Theory]
    [InlineData("life")]
    [InlineData("stage")]
    [InlineData("status")]
    [InlineData("mode")]
    [InlineData("look")]
    [InlineData("phaseOf")]
    [InlineData("segments")]
    [InlineData("permits")]
    public void Whatever_has_a_life_has_its_diagram_in_a_chapter(string symbol) => Assert.Contains(
        symbol, Repository.Files("spec", "*.md").SelectMany(path => GeneratedPart.About(Repository.Read(path), "diagram")));

    [Fact]
    public void Every_symbol_says_what_it_means() => Verify.Nothing(
        XvmaTheory.Theory.Symbols.Concat(XvmaTheory.Theory.Definitions).Where(symbol => symbol.Meaning.Length == 0).Select(symbol => $"{symbol} has no meaning in words"));

    private static string Weave(string chapter) => Assert.Single(Real.Weave([new("05-groups.md", chapter)])).Text;
}
