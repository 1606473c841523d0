namespace Braid;

/// <summary>Looks for the schedule of a failure that is least to follow: fewest preemptions, then fewest switches, then fewest steps.</summary>
/// <remarks>
/// The schedule is made smaller piece by piece; then all schedules with fewer preemptions than that are tried, none first, to find one or
/// to know that there is none. Everything is counted in executions, so the same failure always becomes the same page.
/// </remarks>
public static class Minimiser
{
    private const int MaxStepsPerBound = 10_000_000;         // so that a failure of ten thousand steps does not take twenty thousand runs of them

    // Leaving out and joining ends where no single change is better; other beginnings end elsewhere.
    private const ulong OtherSeeds = 4;
    private const long SchedulesPerSeed = 64;

    /// <summary>Minimises.</summary>
    /// <param name="program">Makes an instance of the program that failed.</param>
    /// <param name="failure">How it failed.</param>
    /// <param name="options">How much work it may be; everything at its default when null.</param>
    /// <param name="stop">Ends the work early, with what has been reached.</param>
    public static Minimised Run(Func<Program> program, Failure failure, MinimiserOptions? options = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(program);
        ArgumentNullException.ThrowIfNull(failure);
        options ??= new();
        using var runs = new AdvisedRuns(program, MemoryModels.Parse(failure.Schedule.MemoryModel), failure.Schedule.MaxSteps);
        if (failure is { Kind: FailureKind.Liveness, IsAtRest: false, Schedule.Liveness: { } liveness }) return Lasso(program, runs, failure, liveness, options, stop);
        var found = runs.Run(failure.Schedule.Decisions);
        var report = new MinimisingReport { Before = found.Size, After = found.Size, Runs = 1, IsReproduced = found.FailsAs(failure) };
        if (!report.IsReproduced) return new(failure, report, null);

        var shrinker = new Shrinker(runs.Run, failure, options.MaxRuns, stop);
        var best = shrinker.Shrink(found);
        var (fewer, proven, searched) = FewerPreemptions(program, failure, best.Preemptions, options, stop);
        if (fewer is not null && runs.Run(fewer.Schedule.Decisions) is var other && other.FailsAs(failure) && other.Size < best.Size)
            best = shrinker.Shrink(other);

        var again = Explorer.Replay(program, failure.Schedule with { Decisions = best.Taken });
        if (again.Failure is not { } same || !best.FailsAs(same)) return new(failure, report with { IsReproduced = false }, null);
        var small = same with { FoundAfter = failure.FoundAfter };
        return new(
            small,
            report with
            {
                After = best.Size,
                Runs = 1 + searched + shrinker.Runs,
                IsComplete = !shrinker.IsSpent,
                HasFewestPreemptions = best.Preemptions <= proven,
            },
            Races(program, runs, small, best));
    }

    // What goes round for ever has no last race to turn round, and its whole length says nothing: what is made small is the way to the loop and one round.
    private static Minimised Lasso(
        Func<Program> program, AdvisedRuns runs, Failure failure, LivenessOptions liveness, MinimiserOptions options, CancellationToken stop)
    {
        var decisions = failure.Schedule.Decisions;
        var size = new ScheduleSize(0, Blocks.Switches(decisions), decisions.Count);
        var found = runs.RunRound(decisions, liveness);
        var report = new MinimisingReport { Before = found?.Size ?? size, After = found?.Size ?? size, Runs = 1, IsReproduced = found?.FailsAs(failure) == true };
        if (!report.IsReproduced) return new(failure, report, null);

        var shrinker = new LassoShrinker(
            (stem, round) => runs.RunRound([.. stem, .. Enumerable.Repeat(round, liveness.Rounds + 2).SelectMany(each => each)], liveness), failure, options.MaxRuns, stop);
        var best = shrinker.Shrink(found!);
        var searched = 0L;
        for (var seed = 1UL; seed <= OtherSeeds && options.MaxSchedulesPerBound > 0 && !stop.IsCancellationRequested; seed++)
        {
            var result = Explorer.Run(
                program,
                new() { Strategy = Strategy.FairWalk, Seed = seed, Liveness = liveness, MaxSchedules = Math.Min(options.MaxSchedulesPerBound, SchedulesPerSeed), MaxStepsPerSchedule = failure.Schedule.MaxSteps, Workers = 1 },
                stop: stop);
            searched += result.Schedules;
            if (result.Failure is not { } other || runs.RunRound(other.Schedule.Decisions, liveness) is not { } another || !another.FailsAs(failure)) continue;
            another = shrinker.Shrink(another);
            if (another.Size < best.Size) best = another;
        }

        var again = Explorer.Replay(program, failure.Schedule with { Decisions = best.Taken });
        if (again.Failure is not { } same || !best.FailsAs(same)) return new(failure, report with { IsReproduced = false }, null);
        return new(
            same with { FoundAfter = failure.FoundAfter },
            report with { After = best.Size, Runs = 1 + searched + shrinker.Runs, IsComplete = !shrinker.IsSpent },
            null);
    }

    /// <summary>Looks for the one race of a failing execution whose reversal makes it end well, without making it smaller.</summary>
    /// <param name="program">Makes an instance of the program that failed.</param>
    /// <param name="failure">How it failed, with its trace.</param>
    /// <returns>What was found; null when the failure does not come again, or is that there is no end: its cycle tells that.</returns>
    public static RaceSearch? FindRace(Func<Program> program, Failure failure)
    {
        ArgumentNullException.ThrowIfNull(program);
        ArgumentNullException.ThrowIfNull(failure);
        using var runs = new AdvisedRuns(program, MemoryModels.Parse(failure.Schedule.MemoryModel), failure.Schedule.MaxSteps);
        var again = runs.Run(failure.Schedule.Decisions);
        return again.FailsAs(failure) && again.Taken.Count == failure.Schedule.Decisions.Count ? Races(program, runs, failure, again) : null;
    }

    private static RaceSearch? Races(Func<Program> program, AdvisedRuns runs, Failure failure, Attempt failing)
    {
        // What does not end is told by its cycle; turning its thousands of steps round one by one would tell less.
        if (failure.Kind == FailureKind.NonTermination) return null;
        var (search, otherwise) = new RaceProbe(runs.Run).Find(failure.Trace, failing, Beyond.Of(program, failure, failing));
        if (search.Decisive is not { } race || otherwise is null) return search;
        var well = Explorer.Replay(program, failure.Schedule with { Decisions = otherwise, FailureKind = null, FailureIdentity = null });
        return search with { Decisive = race with { Otherwise = well.Trace } };
    }

    // Proven is the number of preemptions that the failure certainly needs: with fewer, all schedules have been run.
    private static (Failure? Fewer, int Proven, long Runs) FewerPreemptions(
        Func<Program> program, Failure failure, int preemptions, MinimiserOptions options, CancellationToken stop)
    {
        var (proven, runs) = (0, 0L);
        var budget = Math.Min(options.MaxSchedulesPerBound, Math.Max(1, MaxStepsPerBound / Math.Max(1, failure.Schedule.Decisions.Count)));
        for (var bound = 0; bound < preemptions && options.MaxSchedulesPerBound > 0 && !stop.IsCancellationRequested; bound++)
        {
            var result = Explorer.Run(
                program,
                new() { PreemptionBound = bound, MaxSchedules = budget, MaxStepsPerSchedule = failure.Schedule.MaxSteps, MemoryModel = MemoryModels.Parse(failure.Schedule.MemoryModel), Workers = 1 },
                stop: stop);
            runs += result.Schedules;
            if (result.Failure is { } other && (other.Kind, other.Identity) == (failure.Kind, failure.Identity)) return (other, proven, runs);
            // Another failure ended the search, or the budget did: what lies behind has not been seen, and with more preemptions there is only more.
            if (result.Verdict != Verdict.Exhausted) break;
            proven = bound + 1;
        }
        return (null, proven, runs);
    }
}
