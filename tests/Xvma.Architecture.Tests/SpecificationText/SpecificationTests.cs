using Xvma.Spec;

namespace Xvma.Architecture.Tests;

public sealed class SpecificationTests
{
    private const string Good = """
        # 1 Doors

        A door.

        > **DOR-1 shut.** A door is shut until it is opened.
        >
        > `shut(d) ∨ opened(d)`
        >
        > *Why:* it is cold outside, see DOR-2.
        > *Checked by:* scenarios *two at a door*, *a draught, from below* · known bug `left-open` · test `DoorTests.A_new_door_is_shut` · lemma `L1`.

        > **DOR-2 open.** A door with a `Key` opens.
        >
        > *Why:* people.
        > *Checked by:* tests `DoorTests.It_opens`, `DoorTests.It_opens_again`.
        """;

    [Fact]
    public void The_chapters_are_a_specification()
    {
        var specification = Specification.Load();
        Assert.Equal(16, specification.Chapters.Length);
        Assert.Equal("ADR PGS TSK MAP GRP SHM MEM INS FLT CTX IVL TRD INV XPM PAR MSG", string.Join(' ', specification.Chapters.Select(chapter => chapter.Family)));
    }

    [Theory]
    [InlineData("GRP-4", "same uid always, uid 0 too")]
    [InlineData("FLT-3", "dropin")]
    [InlineData("IVL-4", "the bracket encloses the change")]
    [InlineData("MAP-5", "unmap")]
    [InlineData("INV-4", "no stale translation")]
    [InlineData("INV-12", "progress")]
    public void Ids_mean_what_they_always_meant(string id, string title) =>
        Assert.Equal(title, Specification.Load().Find(ClauseId.Parse(id))?.Title);

    [Fact]
    public void A_clause_is_read_whole()
    {
        var specification = Parse(Good).OrThrow();
        var clause = specification.Clauses[0];
        Assert.Equal("Doors", specification.Chapters[0].Title);
        Assert.Equal(new ClauseId("DOR", 1), clause.Id);
        Assert.Equal("shut", clause.Title);
        Assert.Equal("A door is shut until it is opened.", clause.Sentence);
        Assert.Equal("shut(d) ∨ opened(d)", clause.Formula);
        Assert.Equal("it is cold outside, see DOR-2.", clause.Why);
        Assert.Equal(
            [
                new(CheckKind.Scenario, "two at a door"), new(CheckKind.Scenario, "a draught, from below"), new(CheckKind.KnownBug, "left-open"),
                new(CheckKind.Test, "DoorTests.A_new_door_is_shut"), new(CheckKind.Lemma, "L1"),
            ],
            clause.CheckedBy.AsEnumerable());
        Assert.Equal(new Place("1.md", 5), clause.Place);
        Assert.Null(specification.Clauses[1].Formula);
        Assert.Equal("A door with a `Key` opens.", specification.Clauses[1].Sentence);
    }

    [Theory]
    [InlineData("DOR-2 open.", "DOR-1 open.", SpecificationErrorKind.DuplicateId)]
    [InlineData("DOR-2 open.", "DOR-3 open.", SpecificationErrorKind.BadNumbering)]
    [InlineData("DOR-1 shut.", "DOR-0 shut.", SpecificationErrorKind.MalformedClause)]
    [InlineData("DOR-2 open.", "WIN-2 open.", SpecificationErrorKind.BadNumbering)]
    [InlineData("> **DOR-2 open.**", "> DOR-2 open.", SpecificationErrorKind.MalformedClause)]
    [InlineData("> **DOR-2 open.**", "**DOR-2 open.**", SpecificationErrorKind.MalformedClause)]
    [InlineData("A door with a `Key` opens.", "A door opens. A window too.", SpecificationErrorKind.MalformedClause)]
    [InlineData("A door with a `Key` opens.", "", SpecificationErrorKind.MalformedClause)]
    [InlineData("*Why:* people.", "", SpecificationErrorKind.NoReason)]
    [InlineData("*Why:* people.", "*Why:*", SpecificationErrorKind.NoReason)]
    [InlineData("*Checked by:* tests `DoorTests.It_opens`, `DoorTests.It_opens_again`.", "", SpecificationErrorKind.NoCheck)]
    [InlineData("tests `DoorTests.It_opens`, `DoorTests.It_opens_again`.", "", SpecificationErrorKind.NoCheck)]
    [InlineData("tests `DoorTests.It_opens`, ", "tests ", SpecificationErrorKind.MalformedClause)]
    [InlineData("`DoorTests.It_opens`,", "`DoorTests.It_opens_again`,", SpecificationErrorKind.MalformedClause)]
    [InlineData("`DoorTests.It_opens`,", "`It_opens`,", SpecificationErrorKind.MalformedClause)]
    [InlineData("known bug `left-open`", "known bug *left-open*", SpecificationErrorKind.MalformedClause)]
    [InlineData("known bug `left-open`", "luck `left-open`", SpecificationErrorKind.MalformedClause)]
    [InlineData("known bug `left-open`", "lemma `L2`", SpecificationErrorKind.MalformedClause)]
    [InlineData("see DOR-2", "see DOR-7", SpecificationErrorKind.UnknownClause)]
    [InlineData("# 1 Doors", "", SpecificationErrorKind.EmptyChapter)]
    public void What_is_wrong_with_a_chapter_is_said(string good, string bad, SpecificationErrorKind expected)
    {
        Assert.Contains(good, Good, StringComparison.Ordinal);
        var result = Parse(Good.Replace(good, bad, StringComparison.Ordinal));
        Assert.Null(result.Specification);
        Assert.Contains(result.Errors, error => error.Kind == expected);
        Assert.Throws<SpecificationException>(result.OrThrow);
    }

    [Fact]
    public void Formulas_are_read_as_they_are_written()
    {
        const string Woven = """
            > <!-- rules: open, shut -->
            > ```
            > open (d: Door)
            >   then    opened′(d) = true
            >
            > shut (d: Door), always
            >   shut(d)
            > ```
            >
            > <!-- see -->
            > See `knock` (DOR-2).
            """;
        var text = Good.Replace("> `shut(d) ∨ opened(d)`", Woven, StringComparison.Ordinal);
        var clause = Parse(text).OrThrow().Clauses[0];
        Assert.Equal("open (d: Door)\n  then    opened′(d) = true\n\nshut (d: Door), always\n  shut(d)", clause.Formula);
        Assert.Equal("it is cold outside, see DOR-2.", clause.Why);
    }

    [Fact]
    public void A_clause_that_rules_state_needs_no_list_of_checks()
    {
        const string List = "*Checked by:* tests `DoorTests.It_opens`, `DoorTests.It_opens_again`.";
        var stated = Good.Replace("> *Why:* people.\n> " + List, "> <!-- rule: open -->\n> `opened(d)`\n>\n> *Why:* people.", StringComparison.Ordinal);
        Assert.NotEqual(Good, stated);
        var clause = Parse(stated).OrThrow().Clauses[1];
        Assert.Equal("opened(d)", clause.Formula);
        Assert.Empty(clause.CheckedBy);
    }

    [Fact]
    public void A_family_is_at_home_in_one_chapter()
    {
        var errors = Specification.Parse([new("1.md", Good), new("2.md", Good)]).Errors;
        Assert.Contains(errors, error => error.Kind == SpecificationErrorKind.BadNumbering && error.Place.File == "2.md");
        Assert.Contains(errors, error => error.Kind == SpecificationErrorKind.DuplicateId && error.Place.File == "2.md");
    }

    private static ParseResult Parse(string chapter) => Specification.Parse([new("1.md", chapter)]);
}
