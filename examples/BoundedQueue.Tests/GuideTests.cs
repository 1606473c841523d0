using System.Text.RegularExpressions;
using Braid;
using Xvma.Sync;

namespace BoundedQueues.Tests;

/// <summary>Holds docs/your-own-code.md to this example: its code is this code, and its failures are what is printed.</summary>
public sealed partial class GuideTests
{
    private static readonly string Root = FindRoot();
    private static readonly string Guide = Path.Combine(Root, "docs", "your-own-code.md");

    public static TheoryData<string, string> Code
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (Match block in CodeBlock().Matches(File.ReadAllText(Guide))) data.Add(block.Groups[1].Value, block.Groups[2].Value);
            return data;
        }
    }

    [Fact]
    public void The_guide_has_no_code_without_its_file()
    {
        var blocks = AnyCode().Count(File.ReadAllText(Guide));
        Assert.InRange(blocks, 5, 20);
        Assert.Equal(blocks, Code.Count);
    }

    [Theory]
    [MemberData(nameof(Code))]
    public void The_code_of_the_guide_is_the_code_of_the_example(string file, string block) =>
        Assert.Contains(Flush(block), Flush(File.ReadAllText(Path.Combine(Root, file))), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Code))]
    public void A_letter_that_differs_is_noticed(string file, string block)
    {
        var changed = Flush(block);
        changed = string.Concat(changed.AsSpan(0, changed.Length / 2), "§", changed.AsSpan(changed.Length / 2 + 1));
        Assert.DoesNotContain(changed, Flush(File.ReadAllText(Path.Combine(Root, file))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("first try", false)]
    [InlineData("second try", true)]
    public void The_failure_in_the_guide_is_the_one_that_is_printed(string what, bool buffered)
    {
        using var folder = new TemporaryFolder();
        Func<BoundedQueue<BraidSync, string>> make = buffered ? () => new SecondQueue<BraidSync, string>(2) : () => new FirstQueue<BraidSync, string>(2);
        var options = new ExplorerOptions { Workers = 1, MemoryModel = buffered ? MemoryModel.TotalStoreOrder : MemoryModel.SequentialConsistency };
        var failure = Assert.Throws<RequirementException>(() => Require.Exhausted(() => new ProducerAndConsumer(make), options, folder.Path));
        var page = failure.Message.Trim().Replace(folder.Path, Require.DefaultFolder, StringComparison.Ordinal);

        var guide = File.ReadAllText(Guide);
        var pattern = new Regex($"(<!-- printed by the {what} -->\n```\n)(.*?)(\n```\n)", RegexOptions.Singleline);
        Assert.Single(pattern.Matches(guide));
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
            File.WriteAllText(Guide, pattern.Replace(guide, match => match.Groups[1].Value + page + match.Groups[3].Value));
        Assert.Equal(page, pattern.Match(File.ReadAllText(Guide)).Groups[2].Value);
    }

    /// <summary>Without the indentation that a block has in its file and not in the guide.</summary>
    private static string Flush(string text) => string.Join('\n', text.Trim().Split('\n').Select(line => line.Trim()));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Spec.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }

    [GeneratedRegex("<!-- from (\\S+) -->\n```(?:cs|xml)\n(.*?)```\n", RegexOptions.Singleline)]
    private static partial Regex CodeBlock();

    [GeneratedRegex("^```(?:cs|csharp|xml)$", RegexOptions.Multiline)]
    private static partial Regex AnyCode();

    private sealed class TemporaryFolder : IDisposable
    {
        private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("guide-");

        public string Path => folder.FullName;

        public void Dispose() => folder.Delete(recursive: true);
    }
}
