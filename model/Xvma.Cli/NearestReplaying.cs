using Braid;
using Xvma.Model;

namespace Xvma.Cli;

/// <summary><c>xvma replay FILE --nearest</c>: where a schedule can no longer be followed, or no longer fails, looks around it.</summary>
internal static class NearestReplaying
{
    public static int Run(Terminal terminal, ReplayRequest request, SavedRun run, ReplayResult replay, CancellationToken stop)
    {
        var recorded = run.Saved.Schedule;
        terminal.Out.Write(ReplayDisplay.Render(recorded, replay, request.Layout));
        terminal.Out.WriteLine();
        var nearest = Progress.Watch(terminal, "nearest failing schedule", _ => NearestSearch.Find(run.Program, recorded, request.Budget, stop));
        if (nearest.Failure is not { } failure)
        {
            terminal.Out.WriteLine($"no schedule near it fails so: {TextTable.Count(nearest.Runs)} tried (--budget tries more; check looks everywhere)");
            return ExitCode.Diverged;
        }

        var path = request.Save ?? Path.Combine("artifacts", "schedules", $"{Path.GetFileNameWithoutExtension(request.File)}.nearest.json");
        try
        {
            ScheduleFile.Write(path, SavedSchedule.Of(failure, run.Saved.Bounds) with { KnownBug = run.Saved.KnownBug, Machine = run.Scenario.Geometry });
        }
        catch (Exception refused) when (refused is ScheduleFileException or ArgumentException)
        {
            throw new UsageException(refused is ArgumentException ? "--save needs the name of a file" : refused.Message);
        }

        var page = new FailureReport
        {
            Failure = failure,
            IdentityTitle = Invariant.TitleOf(failure.Identity),
            KnownBug = run.Saved.KnownBug,
            Races = Minimiser.FindRace(run.Program, failure),
            ReplayCommand = $"{Check.CommandLine} replay {path}",
        };
        terminal.Out.Write(FailureDisplay.Render(page, request.Layout));
        var how = nearest.Moved == 0 ? "the recorded order, as far as it can be taken" : $"{TextTable.Counted(nearest.Moved, "stretch").Replace("stretchs", "stretches", StringComparison.Ordinal)} of steps earlier than recorded";
        terminal.Out.WriteLine($"nearest   {how}; after {TextTable.Count(nearest.Runs)} schedules; saved as {path}");
        return ExitCode.Diverged;
    }
}
