namespace Braid;

/// <summary>Runs one schedule again, writing it down.</summary>
internal static class Replayer
{
    /// <summary>Name and version of this explorer, for schedules.</summary>
    public static string Engine { get; } = $"Braid {typeof(Replayer).Assembly.GetName().Version!.ToString(3)}";

    private const int MaxReadings = 64;

    public static ReplayResult Replay(Func<Program> program, Schedule schedule, ReplayOptions options)
    {
        ReplayResult? result = null;
        using var worker = new Worker(program, options.Backend, MemoryModels.Parse(schedule.MemoryModel), 0);
        worker.Post(run => result = Replay(run, schedule, options));
        worker.Wait();
        return result!;
    }

    // Where an edit can be read in two ways, the ways are tried in turn; the first is that recorded operations are gone.
    private static ReplayResult Replay(Execution run, Schedule schedule, ReplayOptions options)
    {
        ReplayResult? first = null;
        Queue<bool[]> scripts = new([[]]);
        for (var tries = 0; tries < MaxReadings && scripts.TryDequeue(out var script); tries++)
        {
            var follower = new Follower(schedule, options.Mode, script);
            var result = Replay(run, schedule, options, follower);
            if (result.Outcome == ReplayOutcome.Reproduced) return result;
            first ??= result;
            for (var ambiguity = script.Length; ambiguity < follower.Ambiguities; ambiguity++)
                scripts.Enqueue([.. script, .. new bool[ambiguity - script.Length], true]);
        }
        return first!;
    }

    private static ReplayResult Replay(Execution run, Schedule schedule, ReplayOptions options, Follower follower)
    {
        var recorder = options.RecordTrace ? new Recorder(options.RecordSources) : null;
        run.Configure(follower, schedule.MaxSteps, continueAfterFailure: false);
        run.Record(recorder);
        run.StopBefore(options.StopAtStep - 1, options.StopAtStep > 0 ? options.Stop : null);
        run.WatchLoops(schedule.Liveness);
        run.RunSchedule();
        follower.Finish(run);

        IReadOnlyList<string> names = [.. run.Names];
        var trace = recorder?.TraceOf(names) ?? new Trace { Threads = names, Steps = [], Events = [] };
        var defect = follower.DivergedAt is null ? run.Defect : null;
        var taken = schedule with
        {
            FormatVersion = Schedule.CurrentFormatVersion,
            Threads = names,
            Decisions = run.DecisionsOf(trace),
            FailureKind = defect?.Kind,
            FailureIdentity = defect?.Identity,
        };
        var failure = defect is null ? null : new Failure
        {
            Kind = defect.Kind,
            Identity = defect.Identity,
            Message = defect.Message,
            IsAtRest = defect.IsAtRest,
            IsUnfair = defect.IsUnfair,
            Schedule = taken,
            Trace = trace,
            FoundAfter = 0,
        };
        var (outcome, explanation) = Judge(schedule, follower, defect, options.Mode);
        return new()
        {
            Outcome = outcome,
            Taken = taken,
            Trace = trace,
            Failure = failure,
            DivergedAt = follower.DivergedAt,
            Explanation = explanation,
            Adaptations = [.. follower.Adaptations],
        };
    }

    private static (ReplayOutcome Outcome, string? Explanation) Judge(Schedule schedule, Follower follower, Defect? defect, ReplayMode mode)
    {
        if (follower.DivergedAt is { } at) return (ReplayOutcome.Diverged, $"At decision {at + 1}: {follower.Explanation}.");
        var recorded = schedule.FailureKind is { } kind ? $"{kind} {schedule.FailureIdentity}" : "no failure";
        var met = defect is null ? "no failure" : $"{defect.Kind} {defect.Identity}";
        if (recorded != met) return (ReplayOutcome.EndedDifferently, $"The schedule is recorded to end in {recorded}; it ended in {met}.");
        if (mode != ReplayMode.Guided && !follower.IsComplete) return (ReplayOutcome.EndedDifferently, "The execution ended before the recorded decisions did.");
        return (ReplayOutcome.Reproduced, null);
    }
}
