using System.Text;

namespace Braid.Tests.Schedules;

/// <summary>Every way in which a file can be no schedule has its own name, and none of them throws.</summary>
public sealed class BadScheduleFileTests
{
    private static readonly string Good = Encoding.UTF8.GetString(ScheduleContent.Write(Samples.Small));

    [Fact]
    public void A_missing_file_or_folder_is_not_found()
    {
        using var folder = new TemporaryFolder();
        Refused(ScheduleProblem.NotFound, ScheduleFile.TryRead(folder["none.json"]), "none.json", "does not exist");
        Refused(ScheduleProblem.NotFound, ScheduleFile.TryRead(folder["no/such/folder.json"]), "does not exist");
    }

    [Fact]
    public void A_folder_and_an_impossible_name_are_unreadable()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["folder"]);
        Refused(ScheduleProblem.Unreadable, ScheduleFile.TryRead(folder["folder"]), "folder");
        Refused(ScheduleProblem.Unreadable, ScheduleFile.TryRead(""));
        Refused(ScheduleProblem.Unreadable, ScheduleFile.TryRead("\0"));
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData(" \n", "is empty")]
    [InlineData("{", "cut off: it ends at line 1, byte 2")]
    [InlineData("{\n  \"format\": \"xvma-sch", "cut off: it ends at line 2, byte 22")]
    [InlineData("hello", "line 1, byte 1")]
    [InlineData("{\n  \"format\": ]", "line 2, byte 13")]
    [InlineData("{} {}", "line 1, byte 4")]
    public void What_is_not_json_is_said_with_its_position(string text, string position) => Refused(ScheduleProblem.NotJson, Parse(text), position);

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("3")]
    [InlineData("\"xvma-schedule\"")]
    [InlineData("null")]
    [InlineData("{\"format\": 5}")]
    [InlineData("{\"format\": null, \"version\": 1}")]
    [InlineData("{\"format\": \"trace-events\", \"version\": 1}")]
    public void Json_of_something_else_is_foreign(string text) => Refused(ScheduleProblem.ForeignFormat, Parse(text), "not a schedule");

    [Theory]
    [InlineData("3")]
    [InlineData("99999999999999")]
    [InlineData("2.5")]
    public void A_later_version_is_called_newer_whatever_else_it_holds(string version) => Refused(
        ScheduleProblem.NewerVersion, Parse($"{{\"format\": \"xvma-schedule\", \"version\": {version}, \"novel\": {{\"a\": [1]}}}}"), $"version {version}", "up to 2");

    [Theory]
    [InlineData("0 Load range-active of space 2", "1 Load range-active of space 2")]
    [InlineData("\"maxSteps\": 500", "\"maxSteps\": 501")]
    [InlineData("\"scenario\"", "\"szenario\"")]
    [InlineData("\n}\n", "\n}")]
    [InlineData("  \"version\": 2,\n", "")]
    [InlineData("  1   x → 0", "  1   x → 1")]
    public void An_altered_file_does_not_match_its_checksum(string from, string to)
    {
        Assert.Contains(from, Good, StringComparison.Ordinal);
        Refused(ScheduleProblem.Altered, Parse(Good.Replace(from, to, StringComparison.Ordinal)), "checksum");
    }

    [Theory]
    [InlineData("\"0 Load range-active of space 2\"", "\"9 Load range-active of space 2\"", "decision 1, ", "of thread 9, but there are only 2")]
    [InlineData("\"0 Load range-active of space 2\"", "\"0 Lead range-active of space 2\"", "decision 1, ", "not a thread's index")]
    [InlineData("\"0 Load range-active of space 2\"", "\"-1 Load x\"", "decision 1, ", "not a thread's index")]
    [InlineData("\"0 Load range-active of space 2\"", "\"0 3 x\"", "decision 1, ", "not a thread's index")]
    [InlineData("\"0 Load range-active of space 2\"", "\"0 Load=4 x\"", "decision 1, ", "not a thread's index")]
    [InlineData("\"1 Choose=2 victim\"", "\"1 Choose victim\"", "decision 2, ", "not a thread's index")]
    [InlineData("\"0 Delay\"", "null", "null")]
    [InlineData("\"0 Delay\"", "7", "decisions")]
    [InlineData("\"kind\": \"Safety\"", "\"kind\": \"Danger\"", "'Danger'")]
    [InlineData("\"kind\": \"Safety\"", "\"kind\": \"0\"", "'0'")]
    [InlineData("\"version\": 2", "\"version\": 0", "version 0")]
    [InlineData("\"version\": 2", "\"version\": \"one\"", "version")]
    [InlineData("\"maxSteps\": 500", "\"maxSteps\": 0", "step bound")]
    [InlineData("\"scenario\": \"fault against unmap\"", "\"scenario\": \"\"", "scenario")]
    [InlineData("\"scenario\": \"fault against unmap\"", "\"scenario\": null", "scenario")]
    [InlineData("  \"engine\": \"Braid 0.1.0\",\n", "", "engine")]
    [InlineData("\"knownBug\"", "\"unknown\"", "unknown")]
    [InlineData("\"knownBug\"", "\"scenario\"", "scenario")]
    [InlineData("\"reader (task 1)\"", "\"\\ud800\"", "threads")]
    public void What_was_sealed_and_makes_no_sense_is_malformed(string from, string to, params string[] says)
    {
        Assert.Contains(from, Good, StringComparison.Ordinal);
        Refused(ScheduleProblem.Malformed, Parse(Resealed(Good.Replace(from, to, StringComparison.Ordinal))), says);
    }

    // Negative control of the test above: sealing again by itself breaks nothing.
    [Fact]
    public void What_was_sealed_again_unchanged_is_still_a_schedule() => Assert.Equal(Good, Resealed(Good));

    private static string Resealed(string text)
    {
        var open = text[..text.IndexOf(",\n  \"checksum\"", StringComparison.Ordinal)] + "\n}";
        return Encoding.UTF8.GetString(ScheduleSeal.Seal(Encoding.UTF8.GetBytes(open)));
    }

    private static ScheduleReadResult Parse(string text) => ScheduleFile.TryParse("some.json", Encoding.UTF8.GetBytes(text));

    private static void Refused(ScheduleProblem problem, ScheduleReadResult read, params string[] says)
    {
        Assert.False(read.IsOk);
        Assert.Null(read.Saved);
        Assert.True(problem == read.Problem, $"expected {problem}, got {read.Problem}: {read.Message}");
        Assert.All(says, part => Assert.Contains(part, read.Message, StringComparison.Ordinal));
    }
}
