using Xvma.Cli;
using Xvma.Spec;
using static Xvma.Model.Tests.TheCommand;

namespace Xvma.Model.Tests;

public sealed class SpecCommandTests : IDisposable
{
    private const string Chapter = """
        # 5 Groups

        > **GRP-3 at most one.** A task is a member of at most one group.
        >
        > `stale`
        >
        > *Why:* one region.

        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("xvma-spec-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_clause_is_shown_with_its_formulas()
    {
        var (code, output, _) = await Run("spec", "FLT-3");
        Assert.Equal(0, code);
        Assert.Contains("FLT-3 dropin", output, StringComparison.Ordinal);
        Assert.Contains("dropin (i: Slot, c: Chiplet", output, StringComparison.Ordinal);
        Assert.Contains("known bug lost-invalidate", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Clauses_are_listed()
    {
        var (code, output, _) = await Run("spec");
        Assert.Equal(0, code);
        Assert.All(Specification.Load().Clauses, clause => Assert.Contains(clause.ToString(), output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_stale_chapter_is_an_error_of_the_build_until_it_is_woven()
    {
        var file = Path.Combine(folder.FullName, "05-groups.md");
        await File.WriteAllTextAsync(file, Chapter, TestContext.Current.CancellationToken);

        var (stale, complaint, _) = await Run("spec", "--verify", folder.FullName);
        Assert.Equal(70, stale);
        Assert.StartsWith("spec/05-groups.md(5) : error XVMA002: stale", complaint, StringComparison.Ordinal);

        Assert.Equal(0, (await Run("spec", "--weave", folder.FullName)).Code);
        Assert.Equal(0, (await Run("spec", "--verify", folder.FullName)).Code);
        Assert.Contains("g = h", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_specification_is_exported_as_a_module_named_like_its_file()
    {
        var file = Path.Combine(folder.FullName, "Shared_xmm.tla");
        var (code, output, _) = await Run("export", "--tla", file);
        Assert.Equal(0, code);
        Assert.Contains("module Shared_xmm", output, StringComparison.Ordinal);
        Assert.Contains(" MODULE Shared_xmm ", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("spec", "nonsense")]
    [InlineData("spec", "FLT-99")]
    [InlineData("spec", "--verify", "nowhere")]
    [InlineData("spec", "--weave", "nowhere")]
    [InlineData("export")]
    [InlineData("export", "--tla")]
    [InlineData("export", "--tla", "no name.tla")]
    public async Task A_wrong_request_gets_one_line_and_code_64(params string[] args)
    {
        var (code, output, error) = await Run(args);
        Assert.Equal(64, code);
        Assert.Empty(output);
        Assert.Equal('\n', Assert.Single(error, letter => letter == '\n'));
    }
}
