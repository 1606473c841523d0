using System.Text.Json;
using Xvma.Cli;
using static Xvma.Model.Tests.TheCommand;

namespace Xvma.Model.Tests.Instances;

public sealed class ExploreCommandTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("xvma-explore-");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("explore --instance nobody")]
    [InlineData("explore --workers -1")]
    [InlineData("explore --workers many")]
    [InlineData("explore --memory 1")]
    [InlineData("explore --itf trace.json")]
    [InlineData("explore --instance membership --resume")]
    [InlineData("explore --instance membership --resume --checkpoint nowhere.checkpoint")]
    public async Task A_wrong_command_line_gets_one_line_and_code_64(string line)
    {
        var (code, _, error) = await Run(line.Split(' '));

        Assert.Equal(64, code);
        Assert.StartsWith("xvma: ", error, StringComparison.Ordinal);
        Assert.Single(error.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task A_weakened_instance_is_found_out_shown_and_written()
    {
        var path = Path.Combine(folder.FullName, "trace.itf.json");
        var (code, output, _) = await Run("explore", "--instance", "join-with-another-uid", "--itf", path);

        Assert.Equal(0, code);
        Assert.Contains("violated here: INV-5 same uid", output, StringComparison.Ordinal);
        Assert.Contains("1 as expected", output, StringComparison.Ordinal);
        using var trace = JsonDocument.Parse(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
        Assert.Equal(5, trace.RootElement.GetProperty("states").GetArrayLength());
    }

    [Fact]
    public async Task A_search_is_saved_and_resumed_and_an_instance_is_written_for_spin()
    {
        var checkpoint = Path.Combine(folder.FullName, "search.checkpoint");
        var (code, output, _) = await Run("explore", "--instance", "one-page", "--memory", "32", "--checkpoint", checkpoint);
        Assert.Equal(20, code);
        Assert.Contains("memory", output, StringComparison.Ordinal);
        (code, output, _) = await Run("explore", "--instance", "one-page", "--checkpoint", checkpoint, "--resume");
        Assert.Equal(0, code);
        Assert.Contains("1 as expected", output, StringComparison.Ordinal);

        var model = Path.Combine(folder.FullName, "model.pml");
        (code, _, _) = await Run("explore", "--instance", "membership", "--promela", model);
        Assert.Equal(0, code);
        Assert.Contains("active proctype", await File.ReadAllTextAsync(model, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_instances_are_listed()
    {
        var (code, output, _) = await Run("explore", "--list");

        Assert.Equal(0, code);
        Assert.Contains("(large)", output, StringComparison.Ordinal);
    }
}
