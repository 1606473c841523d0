using Braid;
using Xvma.Cli;

namespace Xvma.Model.Tests.Replaying;

/// <summary>One saved schedule in every format, and every format held to what its readers ask.</summary>
public sealed class ExportTests
{
    private static readonly SavedSchedule Saved = Read();

    private static readonly SarifRule Rule = new("COUNT", "increments add up", "After n increments the counter is n.");

    [Fact]
    public void The_saved_schedule_still_replays() => Assert.Equal(ReplayOutcome.Reproduced, Run().Result.Outcome);

    [Fact]
    public void Columns() => Golden.Matches(
        FailureDisplay.Render(new() { Failure = Run().Result.Failure!, Races = Run().Races }, new() { Detail = DisplayDetail.Full }), "lost-update.columns.txt");

    [Fact]
    public void Mermaid()
    {
        var text = MermaidExport.Of(Run(), DisplayDetail.Full);
        Golden.Matches(text, "lost-update.mermaid");
        Formats.Mermaid(text);
        Assert.ThrowsAny<Exception>(() => Formats.Mermaid(text.Replace("#59;", ";", StringComparison.Ordinal)));
        Assert.ThrowsAny<Exception>(() => Formats.Mermaid(text.Replace("participant T1 as", "participant T7 as", StringComparison.Ordinal)));
    }

    [Fact]
    public void Perfetto()
    {
        var text = PerfettoExport.Of(Run());
        Golden.Matches(text, "lost-update.perfetto.json");
        Formats.Perfetto(text);
        Assert.ThrowsAny<Exception>(() => Formats.Perfetto(text.Replace("\"ph\": \"f\"", "\"ph\": \"s\"", StringComparison.Ordinal)));
        Assert.ThrowsAny<Exception>(() => Formats.Perfetto(text.Replace("\"ts\": 0,", "\"ts\": 900,", StringComparison.Ordinal)));
    }

    [Fact]
    public void Sarif()
    {
        var text = SarifExport.Of(Run(), Rule);
        Golden.Matches(text, "lost-update.sarif");
        Formats.Sarif(text);
        Assert.ThrowsAny<Exception>(() => Formats.Sarif(text.Replace("\"threadFlows\"", "\"threadflows\"", StringComparison.Ordinal)));
        Assert.ThrowsAny<Exception>(() => Formats.Sarif(text.Replace("\"executionOrder\": 2", "\"executionOrder\": 1", StringComparison.Ordinal)));
    }

    [Fact]
    public void Json() => Golden.Matches(TraceJsonExport.Of(Run()), "lost-update.trace.json");

    [Fact]
    public void States_are_followed_forward()
    {
        var timeline = new StateTimeline(Run().Result.Trace);
        Assert.Contains(("counter", "0"), timeline.StateAt(0));
        Assert.Contains(("counter", "1"), timeline.StateAt(timeline.Steps));
        Assert.Contains(timeline.StateAt(1), cell => cell.Value.StartsWith("held by", StringComparison.Ordinal));
        Assert.DoesNotContain(timeline.StateAt(timeline.Steps), cell => cell.Value.StartsWith("held by", StringComparison.Ordinal));
        Assert.Throws<ArgumentOutOfRangeException>(() => timeline.StateAt(timeline.Steps + 1));
    }

    [Fact]
    public void A_check_is_junit_and_what_is_inconclusive_is_no_pass()
    {
        ScenarioRow[] rows =
        [
            new("a & b", "Braid", 5, 5, "exhausted", "SC", 0.1, 0), new("c", "Braid", 7, null, "inconclusive", "SC", 1, 20),
            new("d", "Braid", 7, null, "bug", "SC", 1, 12, "d.json"), new("a & b", "Coyote", 5, null, "inconclusive", "random", 0.1, 0),
        ];
        KnownBugRow[] bugs =
        [
            new("seen", "c", new(true, 1, false), null, "INV-1", "seen.json"), new("missed", "c", new(false, 9, true), null, null, null), new("open", "c", new(false, 9, false), null, null, null),
        ];
        var text = JunitReport.Of(rows, bugs, ["never"], new Dictionary<string, string> { ["d.json"] = "the page\u0001" });
        Golden.Matches(text, "check.junit.xml");
        Formats.Junit(text);
        Assert.ThrowsAny<Exception>(() => Formats.Junit(text.Replace("skipped=\"1\"", "skipped=\"0\"", StringComparison.Ordinal)));

        var log = SarifExport.Of(CheckFindings.Of(rows, bugs, new Dictionary<string, FoundFailure>()));
        Formats.Sarif(log);
        Assert.Equal(2, log.Split("\"kind\": \"fail\"").Length - 1);
        Assert.Equal(2, log.Split("\"kind\": \"open\"").Length - 1);
        Assert.Equal(1, log.Split("\"kind\": \"pass\"").Length - 1);
    }

    private static ExportedRun Run()
    {
        Func<Braid.Program> program = () => new LostUpdate();
        var replay = Explorer.Replay(program, Saved.Schedule);
        return new(Saved, replay) { Path = "lost-update.json", Races = Minimiser.FindRace(program, replay.Failure!), Related = [(new("model/some file.cs", 7, "LostUpdate"), "scenario: lost update")] };
    }

    // Kept, so that all formats are projections of one file; recorded once.
    private static SavedSchedule Read()
    {
        var path = Path.Combine(Here(), "lost-update.json");
        if (!File.Exists(path) && Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            Func<Braid.Program> program = () => new LostUpdate();
            var found = Explorer.Run(program, new() { Workers = 1 });
            ScheduleFile.Write(path, SavedSchedule.Of(Minimiser.Run(program, found.Failure!).Failure, found.Bounds));
        }
        var read = ScheduleFile.TryRead(path);
        return read.Saved ?? throw new InvalidOperationException(read.Message);
    }

    private static string Here([System.Runtime.CompilerServices.CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
