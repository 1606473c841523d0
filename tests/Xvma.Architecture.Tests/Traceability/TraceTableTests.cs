using Tenet.Explore;
using Xvma.Spec;
using Xvma.Spec.Formal;

namespace Xvma.Architecture.Tests;

[Collection(Verify.Documents)]
public sealed class TraceTableTests
{
    private const string Table = "spec/TRACEABILITY.md";

    // As the chapters are once woven, whether or not they have been written yet.
    private static readonly Specification Text = Specification.Parse(
        new Weaver(XvmaTheory.Theory)
            .Weave([.. Repository.Files("spec", "*.md").Where(path => char.IsAsciiDigit(Path.GetFileName(path)[0])).Select(path => new ChapterSource(Path.GetFileName(path), Repository.Read(path)))])).OrThrow();

    private static readonly TraceRow[] Rows = [.. Text.Clauses.Select(clause => TraceRow.Of(clause, RuleChecks.Real, Catalogues.Existing))];

    [Fact]
    public void Nothing_is_said_that_is_not_checked() => Verify.Nothing(Rows.Where(row => row.IsBare).Select(row => $"{row.Clause} has nothing behind it"));

    [Fact]
    public void A_clause_with_nothing_behind_it_is_noticed()
    {
        var clause = Text.Find(ClauseId.Parse("ADR-3"))!;
        Assert.False(TraceRow.Of(clause, RuleChecks.Real, Catalogues.Existing).IsBare);
        Assert.True(TraceRow.Of(clause, RuleChecks.Real, []).IsBare);
    }

    [Fact]
    public void Every_check_but_a_test_names_its_clauses() => Verify.Nothing(
        Catalogues.Existing.Where(check => check.Check.Kind != CheckKind.Test && check.Clauses.Count == 0).Select(check => $"{check.Check} names no clause"));

    [Fact]
    public void The_table_is_up_to_date() => Hold(Table, _ => TraceTable.Render(Text, Rows, TrustedPart.All));

    [Theory]
    [InlineData("README.md")]
    [InlineData("spec/README.md")]
    public void The_summaries_are_up_to_date(string file) =>
        Hold(file, text => GeneratedPart.Replace(text, "traceability", about => about == "trusted" ? TraceTable.Trusted(TrustedPart.All) : TraceTable.Summary(Rows)));

    [Theory]
    [InlineData("README.md", "clauses")]
    [InlineData("README.md", "trusted")]
    [InlineData("spec/README.md", "clauses")]
    public void The_readmes_have_a_place_for_the_summary(string file, string about) => Assert.Contains(about, GeneratedPart.About(Repository.Read(file), "traceability"));

    [Fact]
    public void What_is_proved_and_explored_follows_from_the_rules()
    {
        var isolation = Rows.Single(row => row.Clause.Id.ToString() == "INV-2");
        Assert.NotEmpty(isolation.Rules);
        Assert.Contains(isolation.Proofs, proof => proof.StartsWith("`INV-2", StringComparison.Ordinal));
        var dropin = Rows.Single(row => row.Clause.Id.ToString() == "FLT-3");
        Assert.Contains(dropin.Proofs, proof => proof.StartsWith("`…/dropin` × ", StringComparison.Ordinal));

        var join = Text.Find(ClauseId.Parse("GRP-2"))!;
        var theory = XvmaTheory.Theory;
        var none = Enumerable.Empty<string>().ToLookup(name => name);
        Assert.Equal(["with"], new RuleChecks(theory, none, none, [new Instance("with", theory).Only("join"), new Instance("without", theory).Only("configure")]).Explored(join));
        Assert.Empty(new RuleChecks(theory, none, none, [new Instance("weakened", theory with { Name = "weakened" })]).Explored(join));
    }

    [Fact]
    public void Lines_are_counted_without_comments_and_blanks() => Assert.Equal(2, TrustedPart.LinesOf("// a\n\nclass A;\n    /// b\n\tint c;\n"));

    [Fact]
    public void Every_trusted_part_is_there() => Verify.Nothing(TrustedPart.All.Where(part => part.Lines == 0).Select(part => $"{part.Name} is nowhere"));

    private static void Hold(string file, Func<string, string> render)
    {
        var path = Path.Combine(Repository.Root, file);
        var written = File.Exists(path) ? File.ReadAllText(path) : "";
        var fresh = render(written);
        if (Verify.Rewrites) File.WriteAllText(path, fresh);
        else Assert.True(fresh == written, $"{file} is stale; run the tests with UPDATE_GOLDEN=1");
    }
}
