using System.Diagnostics;
using Xvma.Model.Coyote;

namespace Xvma.Coyote.Tests;

/// <summary>Coyote's own command, as its package brings it, on the very assemblies that the checks run.</summary>
[Collection(CoyoteTests.Name)]
public sealed class ToolTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("xvma-tool-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Coyote_replay_comes_to_the_same_bug_by_the_same_trace()
    {
        var (_, subject, trace) = KnownBugs.Find("uid-change-against-join");
        var (assembly, file) = ToolFolder.Write(subject.Assemblies, trace, folder.FullName);
        var (code, output) = Replay(assembly, file, trace.Scenario);
        Assert.Contains("Reproduced 1 bug", output, StringComparison.Ordinal);
        Assert.Contains("Violation of INV-5", output + Reports(), StringComparison.Ordinal);
        Assert.NotEqual(0, code);
    }

    [Fact]
    public void Coyote_replay_finds_nothing_where_the_bug_is_not()
    {
        var (_, _, trace) = KnownBugs.Find("uid-change-against-join");
        var (assembly, file) = ToolFolder.Write(RewrittenAssemblies.Production, trace, folder.FullName);
        var (_, output) = Replay(assembly, file, trace.Scenario);
        Assert.DoesNotContain("Violation of INV-5", output + Reports(), StringComparison.Ordinal);
    }

    private string Reports() => string.Concat(Directory.GetFiles(folder.FullName, "*.txt", SearchOption.AllDirectories).Select(File.ReadAllText));

    private (int Code, string Output) Replay(string assembly, string trace, string scenario)
    {
        var tool = Path.Combine(AppContext.BaseDirectory, "coyote-tool", "coyote.dll");
        var start = new ProcessStartInfo("dotnet", ["exec", "--roll-forward", "Major", tool, "replay", assembly, trace, "-o", Path.Combine(folder.FullName, "out")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["COYOTE_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment[ToolTest.ScenarioVariable] = scenario;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + errors.GetAwaiter().GetResult());
    }
}
