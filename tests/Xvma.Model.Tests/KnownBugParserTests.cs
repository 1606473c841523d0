namespace Xvma.Model.Tests;

public sealed class KnownBugParserTests
{
    private const string Right = """
        name      some-bug
        happened  somewhere, long ago
        original  It was found,
                  and mended.
        needs     One switch.
        breaks    INV-4, MEM-2
        scenario  fault against unmap
        file      impl/Xvma/Gru/FaultPath.cs
        - one line
        -     and another
        + their replacement
        file      impl/Xvma/Window.cs
        - gone
        """;

    [Fact]
    public void A_known_bug_is_read_with_all_its_edits()
    {
        var bug = KnownBugParser.Parse(Right, "some.bug");

        Assert.Equal("some-bug", bug.Name);
        Assert.Equal("somewhere, long ago", bug.Happened);
        Assert.Equal(("It was found, and mended.", "One switch."), (bug.Original, bug.Needs));
        Assert.Equal(["INV-4", "MEM-2"], bug.Breaks);
        Assert.Equal("fault against unmap", bug.Scenario);
        Assert.Collection(
            bug.Edits,
            edit =>
            {
                Assert.Equal("impl/Xvma/Gru/FaultPath.cs", edit.File);
                Assert.Equal(["one line", "    and another"], edit.Before);
                Assert.Equal(["their replacement"], edit.After);
            },
            edit => Assert.Empty(edit.After));
    }

    [Fact]
    public void A_known_bug_may_name_the_memory_model_it_shows_under()
    {
        Assert.Equal(Braid.MemoryModel.SequentialConsistency, KnownBugParser.Parse(Right, "some.bug").Memory);
        Assert.Equal(Braid.MemoryModel.TotalStoreOrder, KnownBugParser.Parse("memory    TSO\n" + Right, "some.bug").Memory);
    }

    [Fact]
    public void A_second_place_in_one_file_needs_no_second_file_line()
    {
        var bug = KnownBugParser.Parse(Right.Replace("file      impl/Xvma/Window.cs\n", "", StringComparison.Ordinal), "some.bug");

        Assert.Equal(["impl/Xvma/Gru/FaultPath.cs", "impl/Xvma/Gru/FaultPath.cs"], bug.Edits.Select(edit => edit.File));
    }

    [Theory]
    [InlineData("name      some-bug\n", "", "“name” is missing")]
    [InlineData("scenario  fault against unmap\n", "", "“scenario” is missing")]
    [InlineData("needs     One switch.\n", "", "“needs” is missing")]
    [InlineData("name      some-bug", "  some-bug", "line 1: a line that begins with a blank goes on with a word")]
    [InlineData("- gone", "  gone", "a line that begins with a blank goes on with a word")]
    [InlineData("name      some-bug", "name", "line 1: “name” has no value")]
    [InlineData("breaks ", "brakes ", "line 6: “brakes” is none of")]
    [InlineData("scenario ", "memory    PSO\nscenario ", "“PSO” is neither SC nor TSO")]
    [InlineData("happened ", "name ", "line 2: “name” is given twice")]
    [InlineData("file      impl/Xvma/Gru/FaultPath.cs\n", "", "line 8: “-” before any “file”")]
    [InlineData("- one line\n-     and another\n", "", "“+” before any “-”")]
    [InlineData("- gone", "", "nothing is replaced in impl/Xvma/Window.cs")]
    public void What_is_wrong_is_said_with_its_line(string part, string instead, string message)
    {
        var wrong = Assert.Throws<KnownBugException>(() => KnownBugParser.Parse(Right.Replace(part, instead, StringComparison.Ordinal), "some.bug"));

        Assert.StartsWith("some.bug, line ", wrong.Message, StringComparison.Ordinal);
        Assert.Contains(message, wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bug_without_an_edit_is_refused()
    {
        var wrong = Assert.Throws<KnownBugException>(() => KnownBugParser.Parse(Right[..Right.IndexOf("file", StringComparison.Ordinal)], "some.bug"));

        Assert.Contains("it names no file to edit", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_a_file_holds_the_answer_is_a_bug_or_a_sentence()
    {
        for (var end = 0; end < Right.Length; end++)
        {
            try
            {
                Assert.NotEmpty(KnownBugParser.Parse(Right[..end], "cut.bug").Edits);
            }
            catch (KnownBugException wrong)
            {
                Assert.StartsWith("cut.bug, line ", wrong.Message, StringComparison.Ordinal);
            }
        }
    }
}
