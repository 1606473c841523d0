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
        var command = new Command("replay", "Replays a saved schedule and shows it.") { file, full, ascii };
        command.SetAction(parsed =>
        {
            var layout = new DisplayOptions
            {
                Width = terminal.Width,
                Detail = parsed.GetValue(full) ? DisplayDetail.Full : DisplayDetail.Brief,
                Characters = parsed.GetValue(ascii) ? DisplayCharacters.Ascii : DisplayCharacters.Unicode,
            };
            return Replay(terminal, parsed.GetRequiredValue(file), layout);
        });
        return command;
    }

    private static int Replay(Terminal terminal, string path, DisplayOptions layout)
    {
        if (IsOfCoyote(path)) return CoyoteReplaying.Replay(terminal, path);
        var read = ScheduleFile.TryRead(path);
        if (read.Saved is not { } saved) throw new UsageException(read.Message);
        var run = Open(saved, path);
        var replay = run.Replay();
        Show(terminal, run, replay, layout);
        return replay.Outcome == ReplayOutcome.Reproduced ? ExitCode.Ok : ExitCode.Diverged;
    }

    private static SavedRun Open(SavedSchedule saved, string path)
    {
        try
        {
            return SavedRun.Of(saved);
        }
        catch (KnownBugException wrong)
        {
            throw new UsageException($"{path} cannot be replayed: {wrong.Message}");
        }
    }

    private static void Show(Terminal terminal, SavedRun run, ReplayResult replay, DisplayOptions layout)
    {
        if (replay.Failure is { } failure)
        {
            var page = new FailureReport
            {
                Failure = failure,
                IdentityTitle = Invariant.TitleOf(failure.Identity),
                KnownBug = run.Saved.KnownBug,
                Races = Minimiser.FindRace(run.Program, failure),
            };
            terminal.Out.WriteLine(FailureDisplay.Render(page, layout));
        }
        terminal.Out.Write(ReplayDisplay.Render(run.Saved.Schedule, replay, layout));
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
