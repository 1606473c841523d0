using Xvma.Cli;
using static Xvma.Model.Tests.TheCommand;

namespace Xvma.Model.Tests;

public sealed class CoyoteCliTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("xvma-coyote-cli-");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("check --coyote-strategy dfs")]
    [InlineData("check --coyote-strategy random:3")]
    [InlineData("check --coyote-strategy prioritization:0")]
    [InlineData("check --coyote-strategy")]
    [InlineData("check --coyote-steps 9")]
    [InlineData("check --coyote-steps many")]
    [InlineData("check --coyote-steps -1")]
    [InlineData("check --coyote-temperature 0")]
    [InlineData("check --coyote-hang 0")]
    [InlineData("check --coyote-hang NaN")]
    [InlineData("check --engine braid --coyote-steps 100")]
    [InlineData("check --engine braid --coyote-coverage")]
    [InlineData("replay nowhere.coyote.txt --hand-over")]
    public async Task A_wrong_command_line_gets_one_line_and_code_64(string line)
    {
        var (code, output, error) = await Run(line.Split(' '));
        Assert.Equal(64, code);
        Assert.Single(error.TrimEnd().Split('\n'), text => text.StartsWith("xvma: ", StringComparison.Ordinal));
        Assert.Empty(output);
    }

    [Theory]
    [InlineData("--hand-over")]
    [InlineData("--for-coyote")]
    public async Task What_is_for_traces_of_Coyote_is_refused_for_schedules_of_Braid(string option)
    {
        var schedule = SavedSchedules.PathOf("root-exempt");
        var (code, _, error) = await Run(option == "--hand-over" ? ["replay", schedule, option] : ["replay", schedule, option, folder.FullName]);
        Assert.Equal(64, code);
        Assert.Contains("is for traces of Coyote", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_Coyote_finds_is_reported_handed_over_and_replayed()
    {
        var (found, page, _) = await Run(
            "check", "--bug", "uid-change-against-join", "--engine", "coyote", "--save", folder.FullName, "--coyote-reports", folder.FullName,
            "--coyote-strategy", "portfolio", "--coyote-coverage", "--coyote-temperature", "4000");
        var trace = Path.Combine(folder.FullName, "uid-change-against-join.coyote.txt");
        Assert.Equal(0, found);
        Assert.Contains($"replay {trace} --hand-over", page, StringComparison.Ordinal);
        string[] files = [".report.txt", ".trace", ".trace.dgml", ".actors.trace.dgml", ".portfolio.coverage.txt", ".portfolio.coverage.dgml"];
        foreach (var file in files.Select(extension => Path.Combine(folder.FullName, "uid-change-against-join" + extension)))
        {
            Assert.Contains(file, page, StringComparison.Ordinal);
            Assert.True(File.Exists(file), file);
        }

        var tool = Path.Combine(folder.FullName, "for-coyote");
        var (handed, output, _) = await Run("replay", trace, "--hand-over", "--hand-over-to", folder.FullName, "--for-coyote", tool);
        Assert.Equal(0, handed);
        Assert.EndsWith("operations ends in the same failure under Braid", output.TrimEnd(), StringComparison.Ordinal);
        Assert.Contains("XVMA_SCENARIO=\"join against change of uid\"", output, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(tool, "uid-change-against-join.trace")));

        var (replayed, shown, _) = await Run("replay", Path.Combine(folder.FullName, "uid-change-against-join.handed-over.json"));
        Assert.Equal(0, replayed);
        Assert.Contains("reproduced exactly", shown, StringComparison.Ordinal);
    }
}
