using Braid;
using Xvma.Cli;
using static Xvma.Model.Tests.TheCommand;

namespace Xvma.Model.Tests;

/// <summary>The pages of docs/known-bugs, and the command that writes them.</summary>
public sealed class KnownBugPageTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("xvma-known-bugs-");

    public static TheoryData<string> Bugs => [.. KnownBug.All.Select(bug => bug.Name)];

    private static string Repository => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(SavedSchedules.PathOf("x"))!, "..", ".."));

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(Bugs))]
    public void A_known_bug_has_a_page_that_says_what_the_bug_says(string name)
    {
        Assert.True(KnownBug.TryFind(name, out var bug));
        var page = File.ReadAllText(Path.Combine(Repository, "docs", "known-bugs", $"{name}.md"));
        var index = File.ReadAllText(Path.Combine(Repository, "docs", "known-bugs", "README.md"));

        Assert.Contains($"[{name}]({name}.md) | {bug.Happened}", index, StringComparison.Ordinal);
        Assert.All([bug.Happened, bug.Original, bug.Needs, "Measured: "], text => Assert.Contains(text, page, StringComparison.Ordinal));
        Assert.All(bug.Edits, edit => Assert.Contains(string.Concat(edit.Before.Select(line => $"- {line}\n").Concat(edit.After.Select(line => $"+ {line}\n"))), page, StringComparison.Ordinal));
        Assert.All(bug.Breaks, clause => Assert.Contains($"- [{clause}](../../spec/", page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_page_is_written_and_says_what_smaller_searches_come_to()
    {
        var (code, output, _) = await Write("seen-on-the-wrong-chiplet");

        Assert.Equal(0, code);
        Assert.Equal(File.ReadAllText(Path.Combine(Repository, "docs", "known-bugs", "seen-on-the-wrong-chiplet.md")), File.ReadAllText(Path.Combine(folder.FullName, "seen-on-the-wrong-chiplet.md")));
        Assert.Matches("Measured: without preemption all [0-9]+ schedules pass; with at most one preemption all [0-9,]+ schedules pass; with at most 2 it fails", output);
    }

    [Fact]
    public async Task Pages_written_one_at_a_time_come_to_one_list()
    {
        var all = await File.ReadAllLinesAsync(Path.Combine(Repository, "docs", "known-bugs", "README.md"), TestContext.Current.CancellationToken);
        string[] first = ["root-exempt", "id-reuse"];

        Assert.Equal(0, (await Write(first)).Code);
        Assert.Equal(Rows(all, first), Listed());

        Assert.Equal(0, (await Write("flush-without-fence")).Code);
        Assert.Equal(Rows(all, [.. first, "flush-without-fence"]), Listed());

        string[] Listed() => File.ReadAllLines(Path.Combine(folder.FullName, "README.md"));
        static string[] Rows(string[] lines, string[] names) => [.. lines.Where(line => !line.StartsWith("| [", StringComparison.Ordinal) || names.Any(name => line.StartsWith($"| [{name}]", StringComparison.Ordinal)))];
    }

    [Fact]
    public void The_list_of_all_pages_is_what_the_pages_say()
    {
        var docs = Path.Combine(Repository, "docs", "known-bugs");

        Assert.Equal(KnownBugIndex.Of(docs), File.ReadAllText(Path.Combine(docs, "README.md")));
    }

    [Theory]
    [InlineData("a store buffer", new long[] { }, null, 4_711L)]
    [InlineData("0", new long[] { }, 0, null)]
    [InlineData("1", new long[] { 2 }, 1, null)]
    [InlineData("2", new long[] { 2, 1_106 }, 2, null)]
    [InlineData("12", new long[] { 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13 }, 12, null)]
    [InlineData("not known", new long[] { }, null, null)]
    [InlineData("more than 0", new long[] { 2 }, null, null)]
    [InlineData("more than 2", new long[] { 2, 30, 400 }, null, null)]
    public void What_a_bug_needs_is_read_from_what_its_page_says(string needed, long[] passing, int? preemptions, long? inOrder)
    {
        var said = KnownBugPage.Measured(new(passing, preemptions, inOrder));

        Assert.Equal(needed, KnownBugIndex.NeededIn($"# A bug\n\nNeeds something.\n\n{said}\n"));
    }

    [Fact]
    public async Task A_page_that_does_not_say_what_was_measured_is_named_with_what_writes_it_again()
    {
        var spoilt = Path.Combine(folder.FullName, "id-reuse.md");
        await File.WriteAllTextAsync(spoilt, "# id-reuse\n\nBy hand.\n", TestContext.Current.CancellationToken);

        var (code, _, error) = await Write("root-exempt");

        Assert.Equal(64, code);
        Assert.Contains($"{spoilt} does not say what was measured; write it again: xvma bugs id-reuse --pages {folder.FullName}", error, StringComparison.Ordinal);
    }

    private Task<(int Code, string Output, string Error)> Write(params string[] names) =>
        Run(["bugs", .. names, "--pages", folder.FullName, "--schedules", Path.GetDirectoryName(SavedSchedules.PathOf("x"))!]);

    [Fact]
    public void A_bound_that_hides_nothing_is_told_from_one_that_the_time_cut_off()
    {
        Assert.True(KnownBug.TryFind("unmap-without-recall", out var bug));
        var schedule = ScheduleFile.TryRead(SavedSchedules.PathOf(bug.Name)).Saved!.Schedule;
        using var over = new CancellationTokenSource();
        over.Cancel();

        var whole = SmallerBounds.Measure(bug, schedule, TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        var cut = SmallerBounds.Measure(bug, schedule, TimeSpan.FromMinutes(1), over.Token);

        Assert.Equal((0, null), (whole.Preemptions, cut.Preemptions));
        Assert.Empty(whole.Passing);
        Assert.Contains("fails without preemption", KnownBugPage.Measured(whole), StringComparison.Ordinal);
        Assert.Contains("more schedules than the time allowed for", KnownBugPage.Measured(cut), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no known bug is called “nothing”", "nothing")]
    [InlineData("--schedules names the folder of the saved schedules", "lost-invalidate", "--pages", "pages", "--schedules", "/nowhere")]
    [InlineData("--time must be more than 0", "lost-invalidate", "--pages", "pages", "--time", "0")]
    public async Task What_makes_no_sense_gets_a_line_and_code_64(string said, params string[] arguments)
    {
        var (code, _, error) = await Run(["bugs", .. arguments]);

        Assert.Equal(64, code);
        Assert.Contains(said, error, StringComparison.Ordinal);
        Assert.Single(error.TrimEnd().Split('\n'));
    }
}
