using Braid;
using Xvma.Model;

namespace Xvma.Cli;

/// <summary>One run of <c>xvma replay</c>.</summary>
internal sealed class Replaying(Terminal terminal, ReplayRequest request)
{
    /// <summary>Replays, shows or writes what was asked for, and returns the exit code.</summary>
    public int Run(CancellationToken stop)
    {
        if (request.File.Length == 0) throw new UsageException("a schedule to replay needs the name of its file");
        if (Directory.Exists(request.File)) throw new UsageException($"'{request.File}' is a folder; give one of the schedules in it");
        if (IsOfCoyote(request.File)) return OfCoyote();
        request.Coyote.RefuseFor(request.File);
        var read = ScheduleFile.TryRead(request.File);
        if (read.Saved is not { } saved) throw new UsageException(read.Message);
        if (request.BreakAt is { } step && step > saved.Schedule.Decisions.Count)
            throw new UsageException($"--break {step}: the schedule has steps 1 to {saved.Schedule.Decisions.Count}");
        if (request.Test is { } test) return WriteTest(saved, test);

        var run = Open(saved);
        var replay = run.Replay(Options(stop));
        if (replay.Outcome != ReplayOutcome.Reproduced && request.IsNearest) return NearestReplaying.Run(terminal, request, run, replay, stop);
        if (request.IsStepped) new ReplayStepper(terminal, replay).Run();
        else if (request.Format == ReplayFormat.Columns && request.Output is null) terminal.Out.Write(Page(run, replay));
        else Put(Projected(run, replay));
        return replay.Outcome == ReplayOutcome.Reproduced ? ExitCode.Ok : ExitCode.Diverged;
    }

    private int OfCoyote()
    {
        if (request is { Format: ReplayFormat.Columns, Output: null, IsStepped: false, BreakAt: null, Test: null, IsNearest: false }) return new CoyoteReplaying(terminal, request.File, request.Coyote, request.Layout).Run();
        throw new UsageException($"{request.File} is a trace of Microsoft Coyote: it can be replayed, but only schedules of Braid can be stepped through, exported or searched around");
    }

    private ReplayOptions Options(CancellationToken stop)
    {
        var options = new ReplayOptions { Mode = ReplayMode.Adapted, RecordSources = request.IsStepped || request.Format is not (ReplayFormat.Columns or ReplayFormat.Mermaid) };
        if (request.BreakAt is not { } step) return options;
        return options with
        {
            StopAtStep = step,
            Stop = () =>
            {
                if (!terminal.Debugger.IsAttached()) terminal.Error.WriteLine($"  waiting before step {step} for a debugger: attach one to process {Environment.ProcessId}");
                terminal.Debugger.Await(stop);
                terminal.Debugger.Break();
            },
        };
    }

    private SavedRun Open(SavedSchedule saved)
    {
        try
        {
            return SavedRun.Of(saved);
        }
        catch (KnownBugException wrong)
        {
            throw new UsageException($"{request.File} cannot be replayed: {wrong.Message}");
        }
    }

    private string Page(SavedRun run, ReplayResult replay)
    {
        var page = "";
        if (replay.Failure is { } failure)
        {
            var report = new FailureReport
            {
                Failure = failure,
                IdentityTitle = Invariant.TitleOf(failure.Identity),
                KnownBug = run.Saved.KnownBug,
                Races = Minimiser.FindRace(run.Program, failure),
            };
            page = FailureDisplay.Render(report, request.Layout) + "\n";
        }
        return page + ReplayDisplay.Render(run.Saved.Schedule, replay, request.Layout)
            + (replay.Outcome == ReplayOutcome.Reproduced ? "" : "replay it with --nearest to look for the nearest schedule that fails so\n");
    }

    private string Projected(SavedRun run, ReplayResult replay)
    {
        if (request.Format == ReplayFormat.Columns) return Page(run, replay);
        var exported = ReplayExports.Of(run, replay, request.File);
        return request.Format switch
        {
            ReplayFormat.Mermaid => MermaidExport.Of(exported, request.Layout.Detail),
            ReplayFormat.Perfetto => PerfettoExport.Of(exported),
            ReplayFormat.Sarif => SarifExport.Of(exported, ReplayExports.RuleOf(replay.Failure?.Identity ?? run.Saved.Schedule.FailureIdentity ?? "no failure")),
            _ => TraceJsonExport.Of(exported),
        };
    }

    private void Put(string text)
    {
        if (request.Output is null) terminal.Exact.Write(text);
        else Write(terminal, request.Output, text);
    }

    private int WriteTest(SavedSchedule saved, string path)
    {
        var name = ReplayTestSource.NameOf(Path.GetFileNameWithoutExtension(path));
        Write(terminal, path, ReplayTestSource.Of(saved, name, "Xvma.Replays", "SavedRun.Of(saved).Program", "Xvma.Model"));
        return ExitCode.Ok;
    }

    /// <summary>Writes a file and says so.</summary>
    internal static void Write(Terminal terminal, string path, string text)
    {
        try
        {
            ExportFile.Write(path, text);
        }
        catch (Exception refused) when (refused is ScheduleFileException or ArgumentException)
        {
            throw new UsageException(refused is ArgumentException ? "a file to write to needs a name" : refused.Message);
        }
        terminal.Error.WriteLine($"  written: {path}");
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
