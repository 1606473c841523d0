using Braid;
using Xvma.Model;
using Xvma.Spec;

namespace Xvma.Cli;

/// <summary>One run of <c>xvma bugs --pages</c>: a page for each known bug that was asked for, and the list of all that have one.</summary>
internal sealed class KnownBugPages(Terminal terminal, string folder, string schedules, TimeSpan time)
{

    private readonly Specification chapters = Specification.Load();

    /// <summary>Measures and writes; returns the exit code.</summary>
    public int Run(IReadOnlyList<KnownBug> bugs, CancellationToken stop)
    {
        try
        {
            return Write(bugs, stop);
        }
        catch (AggregateException several) when (several.Flatten().InnerExceptions[0] is KnownBugException wrong)
        {
            throw new UsageException(wrong.Message);
        }
    }

    private int Write(IReadOnlyList<KnownBug> bugs, CancellationToken stop)
    {
        var done = 0;
        var recorded = bugs.Select(bug => (Bug: bug, Saved: Read(bug))).ToList();
        var pages = Progress.Watch(terminal, "known bugs", told => recorded
            .AsParallel().AsOrdered().WithDegreeOfParallelism(Environment.ProcessorCount)
            .Select(each =>
            {
                var (bug, saved) = each;
                var page = PageOf(bug, saved, stop);
                told.Report($"{Progress.Bar(Interlocked.Increment(ref done), bugs.Count)} {bug.Name}");
                return page;
            })
            .ToList());
        if (stop.IsCancellationRequested) return ExitCode.Inconclusive;

        foreach (var (bug, text, bounds) in pages)
        {
            Replaying.Write(terminal, Path.Combine(folder, $"{bug.Name}.md"), text);
            terminal.Out.WriteLine($"  {bug.Name,-32} {KnownBugPage.Measured(bounds)}");
        }

        Replaying.Write(terminal, Path.Combine(folder, "README.md"), KnownBugIndex.Of(folder));
        return ExitCode.Ok;
    }

    private SavedSchedule Read(KnownBug bug)
    {
        var read = ScheduleFile.TryRead(Path.Combine(schedules, $"{bug.Name}.json"));
        return read.Saved ?? throw new UsageException($"{read.Message}; --schedules names the folder of the saved schedules, tests/schedules");
    }

    private (KnownBug Bug, string Text, SmallerBounds Bounds) PageOf(KnownBug bug, SavedSchedule saved, CancellationToken stop)
    {
        var bounds = SmallerBounds.Measure(bug, saved.Schedule, time, stop);
        return (bug, KnownBugPage.Of(SavedRun.Of(saved), $"tests/schedules/{bug.Name}.json", bounds, chapters), bounds);
    }
}
