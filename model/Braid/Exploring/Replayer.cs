namespace Braid;

/// <summary>Runs one schedule again, writing it down.</summary>
internal static class Replayer
{
    /// <summary>Name and version of this explorer, for schedules.</summary>
    public static string Engine { get; } = $"Braid {typeof(Replayer).Assembly.GetName().Version!.ToString(3)}";

    public static ReplayResult Replay(Func<Program> program, Schedule schedule, ReplayOptions options)
    {
        ReplayResult? result = null;
        using var worker = new Worker(program, options.Backend, MemoryModels.Parse(schedule.MemoryModel), 0);
        worker.Post(run => result = Replay(run, schedule, options));
        worker.Wait();
        return result!;
    }

    private static ReplayResult Replay(Execution run, Schedule schedule, ReplayOptions options)
    {
        var follower = new Follower(schedule.Decisions, options.Mode);
        var recorder = options.RecordTrace ? new Recorder() : null;
        run.Configure(follower, schedule.MaxSteps, continueAfterFailure: false);
        run.Record(recorder);
        run.WatchLoops(schedule.Liveness);
        run.RunSchedule();

        IReadOnlyList<string> names = [.. run.Names];
        var trace = recorder?.TraceOf(names) ?? new Trace { Threads = names, Steps = [], Events = [] };
        var defect = follower.DivergedAt is null ? run.Defect : null;
        var taken = schedule with
        {
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
        };
    }

    private static (ReplayOutcome Outcome, string? Explanation) Judge(Schedule schedule, Follower follower, Defect? defect, ReplayMode mode)
    {
        if (follower.DivergedAt is { } at) return (ReplayOutcome.Diverged, $"At decision {at + 1}: {follower.Explanation}.");
        var recorded = schedule.FailureKind is { } kind ? $"{kind} {schedule.FailureIdentity}" : "no failure";
        var met = defect is null ? "no failure" : $"{defect.Kind} {defect.Identity}";
        if (recorded != met) return (ReplayOutcome.EndedDifferently, $"The schedule is recorded to end in {recorded}; it ended in {met}.");
        if (mode == ReplayMode.Exact && !follower.IsComplete) return (ReplayOutcome.EndedDifferently, "The execution ended before the recorded decisions did.");
        return (ReplayOutcome.Reproduced, null);
    }
}
