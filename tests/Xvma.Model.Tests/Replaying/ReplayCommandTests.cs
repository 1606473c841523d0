using Braid;
using Xvma.Cli;

namespace Xvma.Model.Tests.Replaying;

/// <summary><c>xvma replay</c> with all that it can be asked for.</summary>
public sealed class ReplayCommandTests : IDisposable
{
    private const string Bug = "uid-change-against-join";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("xvma-replay-");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("sarif", "lost-invalidate")]
    [InlineData("sarif", "detach-without-fence")]
    [InlineData("perfetto", "lost-invalidate")]
    [InlineData("perfetto", "detach-without-fence")]
    [InlineData("mermaid", "lost-invalidate")]
    [InlineData("mermaid", "waits-for-its-own-slot")]
    [InlineData("json", "detach-without-fence")]
    public async Task A_saved_schedule_is_written_in_the_format_asked_for(string format, string bug)
    {
        var path = Path.Combine(folder.FullName, "out", $"it.{format}");
        var (code, output, error) = await Run("", "replay", SavedSchedules.PathOf(bug), "--format", format, "--output", path);

        Assert.Equal((0, ""), (code, output));
        Assert.Contains(path, error, StringComparison.Ordinal);
        var text = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        if (format == "sarif") Formats.Sarif(text);
        if (format == "perfetto") Formats.Perfetto(text);
        if (format == "mermaid") Formats.Mermaid(text);
        if (format is "sarif" or "perfetto" or "json") Assert.Contains("impl/Xvma/", text, StringComparison.Ordinal);
        Assert.DoesNotContain(AppContext.BaseDirectory.Split("tests")[0], text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sarif_result_points_to_the_step_the_scenario_and_the_edited_line_and_quotes_the_clause()
    {
        var (_, text, _) = await Run("", "replay", SavedSchedules.PathOf(Bug), "--format", "sarif");

        Assert.Contains("\"id\": \"INV-5\"", text, StringComparison.Ordinal);
        Assert.Contains("fullDescription", text, StringComparison.Ordinal);
        Assert.Contains("model/Xvma.Model/Scenarios/Catalogue/JoinAgainstChangeOfUid.cs", text, StringComparison.Ordinal);
        Assert.Contains($"known bug: {Bug}", text, StringComparison.Ordinal);
        Assert.Contains("The race that matters is", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_format_columns_can_be_written_to_a_file_too()
    {
        var path = Path.Combine(folder.FullName, "page.txt");
        Assert.Equal(0, (await Run("", "replay", SavedSchedules.PathOf(Bug), "--output", path)).Code);
        Assert.Contains("reproduced exactly", await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stepping_goes_forward_and_backward_and_shows_what_changed()
    {
        var (code, output, _) = await Run("n\n\np\ngoto 16\ncells uid of\n22\n-1\n99\nfly\nh\nq\nnever read\n", "replay", SavedSchedules.PathOf(Bug), "--step");

        Assert.Equal(0, code);
        Assert.Contains("22 steps, reproduced", output, StringComparison.Ordinal);
        Assert.Contains("\n 16  changer: uid of task 2 ← 2000 (was 1000)", output, StringComparison.Ordinal);
        Assert.Contains("     * uid of task 2: 1000 → 2000", output, StringComparison.Ordinal);
        Assert.Contains("     in ChangeUid 2000", output, StringComparison.Ordinal);
        Assert.Contains("     at impl/Xvma/", output, StringComparison.Ordinal);
        Assert.Contains("     * uid of task 2 = 2000", output, StringComparison.Ordinal);
        Assert.Contains("✗ at rest: Task 2 has uid 2000", output, StringComparison.Ordinal);
        Assert.Contains("there is no step -1: 0 is the beginning, 22 the end", output, StringComparison.Ordinal);
        Assert.Contains("there is no step 99", output, StringComparison.Ordinal);
        Assert.Contains("“fly” is no command", output, StringComparison.Ordinal);
        Assert.Equal(2, output.Split("\n  1  ").Length - 1);         // there, and back again
        Assert.DoesNotContain("> ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stepping_ends_with_its_input() =>
        Assert.Equal(0, (await Run("n\nn", "replay", SavedSchedules.PathOf(Bug), "--step")).Code);

    [Fact]
    public async Task A_debugger_is_waited_for_and_stopped_in_the_code_that_performs_the_step()
    {
        var (asked, stopped) = (0, new List<string>());
        var link = new DebuggerLink(() => ++asked > 3, () => stopped.Add(Environment.StackTrace), () => { });
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await XvmaCommand.RunAsync(
            ["replay", SavedSchedules.PathOf(Bug), "--break", "13"], new(output, error, false, 120) { Debugger = link }, TestContext.Current.CancellationToken);

        Assert.Equal(0, code);
        Assert.Contains($"waiting before step 13 for a debugger: attach one to process {Environment.ProcessId}", error.ToString(), StringComparison.Ordinal);
        var stack = Assert.Single(stopped);
        Assert.Contains("ChangeUid", stack.Split("Braid.ReExecution.Activate")[0], StringComparison.Ordinal);
        Assert.True(asked > 3);
    }

    [Theory]
    [InlineData("--break 0", "at least 1")]
    [InlineData("--break 23", "steps 1 to 22")]
    [InlineData("--break soon", "soon")]
    [InlineData("--format html", "none of columns, mermaid, perfetto, sarif, json")]
    [InlineData("--format 1", "none of columns")]
    [InlineData("--step --format sarif", "--step goes with no")]
    [InlineData("--test a.cs --break 1", "--test goes with no")]
    [InlineData("--output x --step", "--output goes with --format")]
    [InlineData("--save x", "--save goes with --nearest")]
    [InlineData("--nearest --budget 0", "at least 1")]
    [InlineData("--format json --output /proc/nothing/here.json", "cannot write")]
    [InlineData("--test /dev/null/a.cs", "cannot write")]
    [InlineData("--format json --output .", "cannot write")]
    public async Task What_cannot_be_asked_for_gets_one_line_and_code_64(string options, string says)
    {
        var (code, output, error) = await Run("", ["replay", SavedSchedules.PathOf(Bug), .. options.Split(' ')]);

        Assert.Equal((64, ""), (code, output));
        Assert.StartsWith("xvma: ", error, StringComparison.Ordinal);
        Assert.Contains(says, error, StringComparison.Ordinal);
        Assert.Single(error.TrimEnd().Split('\n'));
    }

    [Theory]
    [InlineData("no such scenario", Bug)]
    [InlineData("join against change of uid", "no such bug")]
    public async Task A_schedule_of_what_there_is_not_gets_one_line_and_code_64(string scenario, string bug)
    {
        var path = Path.Combine(folder.FullName, "of nothing.json");
        var saved = ScheduleFile.TryRead(SavedSchedules.PathOf(Bug)).Saved!;
        ScheduleFile.Write(path, saved with { KnownBug = bug, Schedule = saved.Schedule with { Scenario = scenario } });

        var (code, _, error) = await Run("", "replay", path, "--step");

        Assert.Equal(64, code);
        Assert.Contains("which there is not", error, StringComparison.Ordinal);
        Assert.Single(error.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task The_test_in_the_repository_is_what_the_command_writes()
    {
        var kept = Path.Combine(Path.GetDirectoryName(Here())!, "UidChangeAgainstJoinReplay.cs");
        var path = Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1" ? kept : Path.Combine(folder.FullName, Path.GetFileName(kept));
        Assert.Equal(0, (await Run("", "replay", SavedSchedules.PathOf(Bug), "--test", path)).Code);

        Assert.Equal((await File.ReadAllTextAsync(kept, TestContext.Current.CancellationToken)).ReplaceLineEndings("\n"), await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_nearest_failing_schedule_is_found_saved_and_replays()
    {
        // As if the code had changed under it: one operation of many is recorded that nobody performs.
        var saved = ScheduleFile.TryRead(SavedSchedules.PathOf(Bug)).Saved!;
        var decisions = saved.Schedule.Decisions.ToList();
        decisions.Insert(5, decisions[3] with { Kind = OperationKind.Add });
        var (old, near) = (Path.Combine(folder.FullName, "old.json"), Path.Combine(folder.FullName, "near.json"));
        ScheduleFile.Write(old, saved with { Schedule = saved.Schedule with { Decisions = decisions } });

        var plain = await Run("", "replay", old);
        var (code, output, _) = await Run("", "replay", old, "--nearest", "--save", near);

        Assert.Equal(21, plain.Code);
        Assert.Contains("--nearest", plain.Output, StringComparison.Ordinal);
        Assert.Equal(21, code);
        Assert.Contains("diverged at step", output, StringComparison.Ordinal);
        Assert.Contains($"saved as {near}", output, StringComparison.Ordinal);
        Assert.Equal(0, (await Run("", "replay", near)).Code);
        Assert.Equal(64, (await Run("", "replay", old, "--nearest", "--save", Path.Combine(old, "below.json"))).Code);
    }

    [Fact]
    public async Task A_check_is_written_as_junit_and_sarif()
    {
        var (junit, sarif) = (Path.Combine(folder.FullName, "check.xml"), Path.Combine(folder.FullName, "check.sarif"));
        var (code, _, _) = await Run(
            "", "check", "--scenario", "root is refused", "--engine", "braid", "--save", folder.FullName, "--junit", junit, "--sarif", sarif);
        var refused = await Run("", "check", "--scenario", "root is refused", "--bug", "root-exempt", "--engine", "braid", "--save", folder.FullName, "--junit", Path.Combine(junit, "x"));

        Assert.Equal(0, code);
        Formats.Junit(await File.ReadAllTextAsync(junit, TestContext.Current.CancellationToken));
        Formats.Sarif(await File.ReadAllTextAsync(sarif, TestContext.Current.CancellationToken));
        Assert.Equal(64, refused.Code);
        Assert.Single(refused.Error.TrimEnd().Split('\n'), line => line.StartsWith("xvma: ", StringComparison.Ordinal));
    }

    private static string Here([System.Runtime.CompilerServices.CallerFilePath] string file = "") => file;

    private static async Task<(int Code, string Output, string Error)> Run(string input, params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var terminal = new Terminal(output, error, IsInteractive: false, Width: 120) { In = new StringReader(input) };
        var code = await XvmaCommand.RunAsync(args, terminal, TestContext.Current.CancellationToken);
        return (code, output.ToString(), error.ToString());
    }
}
