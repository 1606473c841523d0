using Xvma.Cli;

namespace Xvma.Model.Tests;

/// <summary>What is too long for a terminal is broken between words.</summary>
public sealed class WrappedOutputTests
{
    [Theory]
    [InlineData("  as long as the line", "  as long as the line")]
    [InlineData("  longer than the line is, by a word", "  longer than the\n      line is, by a\n      word")]
    [InlineData("  a row     12   34  and its verdict", "  a row     12   34\n      and its verdict")]
    [InlineData("  0x0020_0000_0000_0000_0000 is one word", "  0x0020_0000_0000_0000_0000\n      is one word")]
    [InlineData("unbreakable_and_longer_than_it", "unbreakable_and_longer_than_it")]
    [InlineData("one\n\n  two\n", "one\n\n  two\n")]
    [InlineData("  replay it:  " + Check.CommandLine + " replay FILE", "  replay it:  " + Check.CommandLine + " replay FILE")]
    public void A_line_is_broken_between_words_unless_it_is_to_be_copied(string line, string shown)
    {
        using var screen = new StringWriter();
        using var output = new WrappedOutput(screen, width: 21);

        output.WriteLine(line);

        Assert.Equal($"{shown}\n", screen.ToString());
    }

    [Fact]
    public void What_another_program_reads_is_not_broken()
    {
        using var screen = new StringWriter();
        using var output = new WrappedOutput(screen, width: 21);
        var terminal = new Terminal(output, TextWriter.Null, IsInteractive: true, Width: 21);

        terminal.Exact.Write("{ \"a\": \"longer than the line\" }\n");

        Assert.Equal("{ \"a\": \"longer than the line\" }\n", screen.ToString());
        Assert.Same(screen, (terminal with { Out = screen }).Exact);
    }

    [Fact]
    public void What_comes_in_pieces_is_passed_on_as_it_is()
    {
        using var screen = new StringWriter();
        using var output = new WrappedOutput(screen, width: 21);

        output.Write("a question that is longer than the line: ");
        output.Write('x');
        output.WriteLine();

        Assert.Equal($"a question that is longer than the line: x{Environment.NewLine}", screen.ToString());
    }
}
