using System.Text.Json;
using Xvma.Cli;
using static Xvma.Model.Tests.TheCommand;

namespace Xvma.Model.Tests;

public sealed class CliTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("xvma-cli-");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("chek")]
    [InlineData("check --nonsense")]
    [InlineData("check --scenario nobody")]
    [InlineData("check --bug nobody")]
    [InlineData("check --engine tlc")]
    [InlineData("check --engine 1")]
    [InlineData("")]
    [InlineData("check --time 0")]
    [InlineData("check --time -3")]
    [InlineData("check --time soon")]
    [InlineData("check --time NaN")]
    [InlineData("check --schedules 0")]
    [InlineData("check --schedules 99999999999999999999")]
    [InlineData("check --workers -1")]
    [InlineData("check --preemptions -1")]
    [InlineData("check --workers 1000")]
    [InlineData("check --seed -1")]
    [InlineData("check --strategy luck")]
    [InlineData("check --strategy pct:0")]
    [InlineData("check --strategy pct:")]
    [InlineData("check --strategy portfolio:3")]
    [InlineData("check --strategy fair --memory tso")]
    [InlineData("check --strategy fair --preemptions 2")]
    [InlineData("check --total 0 --scenario late-join --memory sc")]
    [InlineData("check --max-memory 0")]
    [InlineData("check --max-memory much")]
    [InlineData("check --json /dev/null/report.json")]
    [InlineData("check --junit .")]
    [InlineData("check --sarif /dev/null/findings.sarif")]
    [InlineData("check --certificates /dev/null")]
    [InlineData("check --save /dev/null/schedules")]
    [InlineData("check --shard 1/2 --report /dev/null/report")]
    [InlineData("check --checkpoint .")]
    [InlineData("merge --certificate here one.json")]
    [InlineData("check --total 100")]
    [InlineData("check --total 100 --memory sc")]
    [InlineData("check --time")]
    [InlineData("replay")]
    [InlineData("replay nowhere.json")]
    [InlineData("replay one.json two.json")]
    [InlineData("replay .")]
    public async Task A_wrong_command_line_gets_one_line_and_code_64(string line)
    {
        var (code, output, error) = await Run(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(64, code);
        Assert.StartsWith("xvma: ", error, StringComparison.Ordinal);
        Assert.Single(error.TrimEnd().Split('\n'));
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
        Assert.Empty(output);
    }

    [Fact]
    public async Task What_could_not_be_searched_to_its_end_is_sampled_for_a_moment()
    {
        var (code, output, _) = await Run(
            "check", "--scenario", "two faults against unmap", "--engine", "braid", "--memory", "sc", "--time", "1", "--save", folder.FullName);

        Assert.Equal(20, code);
        Assert.Matches(@"inconclusive: budget \((≤ \d+ % ± \d+ seen|[\d,]+ more sampled)\)", output);
        Assert.Contains("seen after 1, 2, 4, … and all", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_that_keeps_more_than_it_may_says_what_to_do()
    {
        string[] search = ["check", "--scenario", "two faults against unmap", "--engine", "braid", "--memory", "sc", "--no-oracle", "--schedules", "4000", "--save", folder.FullName];
        var (code, output, _) = await Run([.. search, "--max-memory", "1"]);
        var (_, enough, _) = await Run([.. search, "--max-memory", "8192"]);

        Assert.Equal(20, code);
        Assert.Contains("inconclusive: memory bound reached", output, StringComparison.Ordinal);
        Assert.Contains("memory bound reached: 1 MiB; search with more --max-memory, one part at a time with --shard i/n", output, StringComparison.Ordinal);
        Assert.Contains("inconclusive: budget", enough, StringComparison.Ordinal);
        Assert.DoesNotContain("memory bound", enough, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("hello")]
    [InlineData("{\"format\":\"something-else\",\"version\":1}")]
    [InlineData("{\"format\":\"xvma-schedule\",\"version\":99}")]
    [InlineData("xvma coyote trace 1\nrubbish")]
    [InlineData("xvma coyote trace 99\nrubbish")]
    public async Task A_file_that_is_no_schedule_gets_one_line_and_code_64(string content)
    {
        var path = Path.Combine(folder.FullName, "some file.json");
        await File.WriteAllTextAsync(path, content, TestContext.Current.CancellationToken);

        var (code, _, error) = await Run("replay", path);

        Assert.Equal(64, code);
        Assert.Contains("some file.json", error, StringComparison.Ordinal);
        Assert.Single(error.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task A_saved_schedule_replays_and_shows_its_columns()
    {
        var (code, output, _) = await Run("replay", SavedSchedules.PathOf("lost-invalidate"));

        Assert.Equal(0, code);
        Assert.Contains("reader", output, StringComparison.Ordinal);
        Assert.Contains("Unmap 0x8000_0000_0000_0000", output, StringComparison.Ordinal);
        Assert.Contains("reproduced", output, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_check_of_one_scenario_ends_with_verdict_bounds_counts_and_seed()
    {
        var report = Path.Combine(folder.FullName, "report.json");

        var (code, output, _) = await Run(
            "check", "--scenario", "root is refused", "--engine", "braid", "--seed", "7", "--json", report, "--save", folder.FullName);

        Assert.Equal(0, code);
        Assert.Contains("exhausted", output, StringComparison.Ordinal);
        Assert.Contains("1 scenario: 1 exhausted, 0 inconclusive, 0 bugs", output, StringComparison.Ordinal);
        Assert.Contains("1 of 1 known bugs found", output, StringComparison.Ordinal);
        Assert.Contains("seed 7", output, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(report, TestContext.Current.CancellationToken));
        Assert.Equal("exhausted", json.RootElement.GetProperty("scenarios")[0].GetProperty("verdict").GetString());
        Assert.True(json.RootElement.GetProperty("knownBugs")[0].GetProperty("isFound").GetBoolean());
    }

    [Fact]
    public async Task A_budget_that_is_spent_is_inconclusive_and_not_a_pass()
    {
        var (code, output, _) = await Run(
            "check", "--scenario", "two joins and a leave", "--engine", "braid", "--schedules", "3", "--save", folder.FullName);

        Assert.Equal(20, code);
        Assert.Contains("inconclusive", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sampling_says_which_share_it_has_seen_and_how_that_grew()
    {
        var report = Path.Combine(folder.FullName, "report.json");

        var (code, output, _) = await Run(
            "check", "--scenario", "two joins and a leave", "--engine", "braid", "--memory", "sc", "--strategy", "portfolio", "--schedules", "100",
            "--json", report, "--save", folder.FullName);

        Assert.Equal(20, code);
        Assert.Matches(@"inconclusive: budget \(≤ \d+ % ± \d+ seen\)", output);
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(report, TestContext.Current.CancellationToken));
        var sampled = json.RootElement.GetProperty("scenarios")[0].GetProperty("sampled");
        Assert.Equal(("portfolio", 100), (sampled.GetProperty("strategy").GetString(), sampled.GetProperty("schedules").GetInt32()));
        Assert.Equal([1, 2, 4, 8, 16, 32, 64, 100], sampled.GetProperty("curve").EnumerateArray().Select(point => point.GetProperty("schedules").GetInt32()));
        Assert.True(sampled.GetProperty("atLeast").GetProperty("low").GetDouble() >= sampled.GetProperty("traces").GetInt32());
    }

    [Fact]
    public async Task Fair_schedules_are_drawn_without_the_bound_that_a_scenario_sets_itself()
    {
        var (code, output, _) = await Run(
            "check", "--scenario", "asid wrap against kill", "--engine", "braid", "--strategy", "fair", "--schedules", "20", "--save", folder.FullName);

        Assert.Equal(20, code);
        Assert.Contains("inconclusive", output, StringComparison.Ordinal);
        Assert.DoesNotContain("preemptions", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_total_is_told_the_share_is_exact()
    {
        var (code, output, _) = await Run(
            "check", "--scenario", "two joins and a leave", "--engine", "braid", "--memory", "sc", "--strategy", "pos", "--schedules", "200", "--total", "18",
            "--save", folder.FullName);

        Assert.Equal(20, code);
        Assert.Matches(@"inconclusive: budget \(\d+(\.\d)? % of 18 seen\)", output);
    }

    [Fact]
    public async Task A_bug_at_the_far_end_of_a_systematic_search_is_found_by_sampling_and_said_to_be()
    {
        var (code, output, _) = await Run("check", "--bug", "kept-asid-reused", "--engine", "braid", "--save", folder.FullName);

        Assert.Equal(0, code);
        Assert.Matches(@"kept-asid-reused +[\d,]+ portfolio ", output);
    }

    [Fact]
    public async Task An_interrupt_ends_a_check_as_inconclusive()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        var (code, output, _) = await RunUntil(stop.Token, "check", "--engine", "braid", "--save", folder.FullName);

        Assert.Equal(20, code);
        Assert.Contains("interrupted", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_known_bug_asked_for_is_shown_with_the_line_that_replays_it()
    {
        var (code, output, _) = await Run("check", "--bug", "lost-invalidate", "--engine", "braid", "--save", folder.FullName);

        Assert.Equal(0, code);
        Assert.Contains("known bug: lost-invalidate", output, StringComparison.Ordinal);
        Assert.Contains($"replay {Path.Combine(folder.FullName, "lost-invalidate.json")}", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_that_cannot_be_written_is_said_in_one_line_before_anything_is_run()
    {
        var file = Path.Combine(folder.FullName, "a file");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);
        string[] check = ["check", "--scenario", "root is refused", "--engine", "braid", "--save", folder.FullName, "--json"];

        var (code, output, error) = await Run([.. check, Path.Combine(file, "report.json")]);
        var (made, _, _) = await Run([.. check, Path.Combine(folder.FullName, "new", "report.json")]);

        Assert.Equal((64, ""), (code, output));
        Assert.Single(error.TrimEnd().Split('\n'));
        Assert.EndsWith("nothing was run", error.TrimEnd(), StringComparison.Ordinal);
        Assert.Equal(0, made);
        Assert.True(File.Exists(Path.Combine(folder.FullName, "new", "report.json")));
    }

    [Theory]
    [InlineData("braid")]
    [InlineData("coyote")]
    public async Task A_folder_that_takes_no_schedules_is_said_in_one_line(string engine)
    {
        var file = Path.Combine(folder.FullName, "a file");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);

        var (code, _, error) = await Run("check", "--bug", "root-exempt", "--engine", engine, "--save", Path.Combine(file, "schedules"));

        Assert.Equal(64, code);
        Assert.Single(error.TrimEnd().Split('\n'), line => line.StartsWith("xvma: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_Coyote_found_replays_as_well()
    {
        var (found, _, _) = await Run("check", "--bug", "root-exempt", "--engine", "coyote", "--save", folder.FullName);
        var (code, output, _) = await Run("replay", Path.Combine(folder.FullName, "root-exempt.coyote.txt"));

        Assert.Equal(0, found);
        Assert.Equal(0, code);
        Assert.EndsWith("reproduced", output.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scenarios_and_bugs_are_listed()
    {
        var (_, scenarios, _) = await Run("scenarios");
        var (_, bugs, _) = await Run("bugs");

        Assert.All(ScenarioCatalogue.All, scenario => Assert.Contains(scenario.Name, scenarios, StringComparison.Ordinal));
        Assert.All(KnownBug.All, bug => Assert.Contains(bug.Name, bugs, StringComparison.Ordinal));
    }
}
