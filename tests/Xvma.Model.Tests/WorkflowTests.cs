using System.Text.RegularExpressions;
using Xvma.Cli;

namespace Xvma.Model.Tests;

/// <summary>What the workflow calls is there and takes what it is given: a workflow is run elsewhere, where a mistake in it is found late.</summary>
public sealed partial class WorkflowTests
{
    private static readonly string Root = FindRoot();
    private static readonly string Workflow = File.ReadAllText(Path.Combine(Root, ".github", "workflows", "ci.yml")).ReplaceLineEndings("\n");

    public static TheoryData<string> Calls => [.. CallsOf(Workflow)];

    [Theory]
    [MemberData(nameof(Calls))]
    public void Every_call_of_xvma_is_one_it_takes(string call) => Assert.Empty(ErrorsOf(call));

    [Fact]
    public void A_call_that_xvma_does_not_take_is_noticed()
    {
        Assert.All(CallsOf(Workflow), call => Assert.NotEmpty(ErrorsOf("no-such-command " + call)));
        // Where a command takes any number of files, a word too many is one of them.
        var checks = CallsOf(Workflow).Where(call => call.StartsWith("check", StringComparison.Ordinal)).ToList();
        Assert.True(checks.Count >= 2, "The exploration is in none, or one, of the jobs.");
        Assert.All(checks, call => Assert.NotEmpty(ErrorsOf(call + " --no-such-option")));
    }

    [Fact]
    public void The_two_commands_of_the_README_are_among_them_and_every_project_is_there()
    {
        var readme = File.ReadAllText(Path.Combine(Root, "README.md"));
        foreach (var command in (string[])["dotnet run -c Release --project model/Xvma.Cli -- check", "dotnet test"])
        {
            Assert.Contains(command, readme, StringComparison.Ordinal);
            Assert.Contains(command, Workflow, StringComparison.Ordinal);
        }

        Assert.All(Project().Matches(Workflow), match => Assert.True(Directory.Exists(Path.Combine(Root, match.Groups[1].Value)), match.Value));
    }

    [Fact]
    public void What_a_run_leaves_is_kept_and_shown()
    {
        Assert.Contains("GITHUB_STEP_SUMMARY", Workflow, StringComparison.Ordinal);
        // Each file that is written is written where it is kept.
        var written = CallsOf(Workflow).SelectMany(call => Written().Matches(call)).Select(match => match.Groups[1].Value).ToList();
        Assert.NotEmpty(written);
        Assert.All(written, path => Assert.StartsWith("artifacts/", path, StringComparison.Ordinal));
        Assert.All(Findings().Matches(Workflow), match => Assert.Contains($"sarif_file: {match.Groups[1].Value}\n", Workflow, StringComparison.Ordinal));
        Assert.Matches(@"upload-artifact@v\d+\n(?:.*\n){1,4}?\s+path: artifacts/\n", Workflow);
    }

    [Fact]
    public void It_is_laid_out_as_YAML_asks()
    {
        Assert.DoesNotContain('\t', Workflow);
        var lines = Workflow.Split('\n').Where(line => line.Trim().Length > 0).ToList();
        Assert.All(lines, line => Assert.Equal(0, (line.Length - line.TrimStart().Length) % 2));
        Assert.Equal(["name", "on", "permissions", "env", "jobs"], lines.Where(line => char.IsLetter(line[0])).Select(line => line.Split(':')[0]));
        // A job that waits for another one waits for one that there is.
        var jobs = lines.SkipWhile(line => line != "jobs:").Skip(1).Where(line => Job().IsMatch(line)).Select(line => line.Trim().TrimEnd(':')).ToList();
        Assert.All(Needs().Matches(Workflow), match => Assert.Contains(match.Groups[1].Value, jobs));
    }

    /// <summary>What is wrong with a call, without doing it.</summary>
    private static IReadOnlyList<string> ErrorsOf(string call) =>
    [
        .. XvmaCommand.Root(new(TextWriter.Null, TextWriter.Null, IsInteractive: false, Width: 120))
            .Parse([.. Word().Matches(call).Select(match => match.Value.Trim('"'))]).Errors.Select(error => error.Message),
    ];

    private static IEnumerable<string> CallsOf(string workflow) => Call().Matches(workflow)
        .Select(match => Matrix().Replace(match.Groups[1].Value, "1").Split('|')[0].Trim());

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Spec.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }

    [GeneratedRegex(@"dotnet run -c Release --project model/Xvma\.Cli -- (.+)")]
    private static partial Regex Call();

    [GeneratedRegex(@"\$\{\{ matrix\.\w+ \}\}")]
    private static partial Regex Matrix();

    [GeneratedRegex("\"[^\"]*\"|\\S+")]
    private static partial Regex Word();

    [GeneratedRegex(@"--project (\S+)")]
    private static partial Regex Project();

    [GeneratedRegex(@"--(?:json|sarif|junit|report|certificates|save|coyote-reports) (\S+)")]
    private static partial Regex Written();

    [GeneratedRegex(@"--sarif (\S+)")]
    private static partial Regex Findings();

    [GeneratedRegex(@"^  [a-z-]+:$")]
    private static partial Regex Job();

    [GeneratedRegex(@"^    needs: (\S+)$", RegexOptions.Multiline)]
    private static partial Regex Needs();
}
