namespace Braid.Tests.Display;

public sealed class LayoutTests
{
    [Theory]
    [InlineData(80)]
    [InlineData(100)]
    [InlineData(133)]
    [InlineData(200)]
    public void No_line_is_wider_than_asked_for(int width)
    {
        Failure[] all = [Stories.LostInvalidate(), Stories.LostUpdate(), Stories.TornPair(), Stories.Deadlock(), Stories.LostWakeup(), Stories.Crowd()];
        foreach (var failure in all)
            foreach (var detail in Enum.GetValues<DisplayDetail>())
                foreach (var characters in Enum.GetValues<DisplayCharacters>())
                {
                    var page = FailureDisplay.Render(new() { Failure = failure }, new() { Width = width, Detail = detail, Characters = characters });
                    Assert.All(page.Split('\n'), line => Assert.InRange(line.Length, 0, width));
                    Assert.All(page.Split('\n'), line => Assert.Equal(line.TrimEnd(), line));
                }
    }

    [Fact]
    public void Ascii_output_is_ascii()
    {
        var page = FailureDisplay.Render(new() { Failure = Stories.Crowd(), IdentityTitle = "≤ 3 – „ok“" }, new() { Characters = DisplayCharacters.Ascii });
        Assert.All(page, each => Assert.True(char.IsAscii(each), $"'{each}' is not ASCII"));
    }

    [Fact]
    public void A_value_with_line_breaks_and_escapes_cannot_tear_the_columns_apart()
    {
        var trace = new TraceScript("a\tb", "c\u001b[31m").Holds("x\ny", "1\r\n2").Load(0, "x\ny").Store(1, "x\ny", "\u0007").Trace;
        var lines = TraceDisplay.Columns(trace, new());
        Assert.All(lines, line => Assert.DoesNotContain(line, char.IsControl));
        Assert.Equal(4, lines.Count);                               // header, step, switch, step
    }

    [Fact]
    public void Brief_leaves_out_what_one_thread_alone_touches_and_what_nobody_changes()
    {
        var lines = TraceDisplay.Columns(
            new TraceScript("a", "b").Holds("own cell", "0").Holds("constant", "7").Holds("shared", "0")
                .Store(0, "own cell", "1").Load(0, "constant").Load(1, "constant").Load(0, "shared").Store(1, "shared", "1").Trace,
            new());
        var text = string.Join('\n', lines);
        Assert.Contains("  4   shared = 0", text, StringComparison.Ordinal);
        Assert.Contains("shared ← 1 (was 0)", text, StringComparison.Ordinal);
        Assert.DoesNotContain("own cell", text, StringComparison.Ordinal);
        Assert.DoesNotContain("constant", text, StringComparison.Ordinal);
        Assert.Contains("(3 of 5 steps not shown", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Brief_shows_a_lock_only_when_somebody_ran_inside_its_section()
    {
        var quiet = new TraceScript("a", "b").Lock(0, "lock").Unlock(0, "lock").Lock(1, "lock").Unlock(1, "lock").Trace;
        var busy = new TraceScript("a", "b").Holds("x", "0").Lock(0, "lock").Load(1, "x").Unlock(0, "lock").Lock(1, "lock").Unlock(1, "lock").Trace;
        Assert.DoesNotContain("lock lock", string.Join('\n', TraceDisplay.Columns(quiet, new())), StringComparison.Ordinal);
        Assert.Contains("lock lock", string.Join('\n', TraceDisplay.Columns(busy, new())), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("one two three", 7, "one two|three")]
    [InlineData("0x8000_0000_0000_0040", 12, "0x8000_0000_|0000_0040")]
    [InlineData("abcdefghij", 4, "abcd|efgh|ij")]
    [InlineData("", 10, "")]
    [InlineData("exact", 5, "exact")]
    public void Text_breaks_at_spaces_then_at_joints_then_anywhere(string text, int width, string expected) =>
        Assert.Equal(expected, string.Join('|', TextWrap.Wrap(text, width)));

    [Fact]
    public void Text_that_needs_too_many_lines_ends_in_the_sign_of_cut_text() =>
        Assert.Equal(["one two", "three…"], TextWrap.Wrap("one two three four", 7, maxLines: 2));
}
