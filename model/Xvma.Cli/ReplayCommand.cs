using System.CommandLine;
using Braid;
using Xvma.Model;
using Xvma.Model.Coyote;

namespace Xvma.Cli;

/// <summary><c>xvma replay FILE</c>: runs one recorded schedule again, shows it, and says whether it ended as recorded.</summary>
internal static class ReplayCommand
{
    public static Command Create(Terminal terminal)
    {
        var file = new Argument<string>("FILE") { Description = "A schedule saved by check, of either engine." };
        var full = new Option<bool>("--full") { Description = "Show every step." };
        var ascii = new Option<bool>("--ascii") { Description = "Show it in plain characters." };
        var coyote = new CoyoteReplayArguments();
        var command = new Command("replay", "Replays a saved schedule and shows it.") { file, full, ascii };
        coyote.AddTo(command);
        command.SetAction(parsed =>
        {
            var layout = new DisplayOptions
            {
                Width = terminal.Width,
                Detail = parsed.GetValue(full) ? DisplayDetail.Full : DisplayDetail.Brief,
                Characters = parsed.GetValue(ascii) ? DisplayCharacters.Ascii : DisplayCharacters.Unicode,
            };
            return Replay(terminal, parsed.GetRequiredValue(file), layout, coyote.Read(parsed));
        });
        return command;
    }

    private static int Replay(Terminal terminal, string path, DisplayOptions layout, CoyoteReplaySettings coyote)
    {
        if (IsOfCoyote(path)) return new CoyoteReplaying(terminal, path, coyote, layout).Run();
        coyote.RefuseFor(path);
        var read = ScheduleFile.TryRead(path);
        if (read.Saved is not { } saved) throw new UsageException(read.Message);
        if (!ScenarioCatalogue.TryFind(saved.Schedule.Scenario, out _))
            throw new UsageException($"{path} is a schedule of the scenario “{saved.Schedule.Scenario}”, which there is not");

        var replay = saved.KnownBug is null ? BraidChecker.Replay(saved.Schedule) : new KnownBugChecker().Replay(Find(saved.KnownBug, path), saved.Schedule);
        Show(terminal, saved, replay, layout);
        return replay.Outcome == ReplayOutcome.Reproduced ? ExitCode.Ok : ExitCode.Diverged;
    }

    private static KnownBug Find(string name, string path) => KnownBug.TryFind(name, out var bug)
        ? bug
        : throw new UsageException($"{path} was recorded with the known bug “{name}”, which there is not");

    private static void Show(Terminal terminal, SavedSchedule saved, ReplayResult replay, DisplayOptions layout)
    {
        if (replay.Failure is { } failure)
        {
            var page = new FailureReport { Failure = failure, IdentityTitle = Invariant.TitleOf(failure.Identity), KnownBug = saved.KnownBug };
            terminal.Out.WriteLine(FailureDisplay.Render(page, layout));
        }
        terminal.Out.Write(ReplayDisplay.Render(saved.Schedule, replay, layout));
    }

    private static bool IsOfCoyote(string path)
    {
        try
        {
            using var reader = new StreamReader(path);
            return reader.ReadLine()?.StartsWith("xvma coyote trace", StringComparison.Ordinal) ?? false;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            // Whatever is wrong with it, the reader of schedules says it in a sentence.
            return false;
        }
    }
}
