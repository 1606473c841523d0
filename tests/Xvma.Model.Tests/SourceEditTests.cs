namespace Xvma.Model.Tests;

public sealed class SourceEditTests
{
    private const string Source = "{\n    first();\n    second();\n}\n{\n    first();\n    third();\n}\n";

    [Fact]
    public void Lines_are_found_whatever_their_indentation_and_replaced() =>
        Assert.Equal("{\n    first();\n2;\n3;\n}\n{\n    first();\n    third();\n}\n", new SourceEdit("a.cs", ["second();"], ["2;", "3;"]).Apply(Source));

    [Fact]
    public void Several_lines_are_one_fragment() =>
        Assert.Equal("{\n    first();\n    second();\n}\n{\n}\n", new SourceEdit("a.cs", ["first();", "third();"], []).Apply(Source));

    [Fact]
    public void Lines_that_are_gone_are_an_error()
    {
        var wrong = Assert.Throws<KnownBugException>(() => new SourceEdit("a.cs", ["fourth();"], []).Apply(Source));

        Assert.Equal("a.cs: the lines beginning with “fourth();” are not there any more.", wrong.Message);
    }

    [Fact]
    public void Lines_that_are_there_twice_are_an_error()
    {
        var wrong = Assert.Throws<KnownBugException>(() => new SourceEdit("a.cs", ["first();"], []).Apply(Source));

        Assert.Contains("are there 2 times", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_part_of_a_line_does_not_count() => Assert.Throws<KnownBugException>(() => new SourceEdit("a.cs", ["second("], []).Apply(Source));
}
