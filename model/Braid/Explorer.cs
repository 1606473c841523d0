namespace Braid;

/// <summary>Runs a program under many schedules, or under one again.</summary>
public static class Explorer
{
    /// <summary>Explores schedules until all are covered, one fails, or the budget is spent.</summary>
    /// <param name="program">
    /// Makes an instance of the program; called once a worker, and once more to write a failure down; on threads of the operating system, once a schedule.
    /// </param>
    /// <param name="options">What to try, and how long; everything at its default when null.</param>
    /// <param name="progress">Told now and then how far the exploration is.</param>
    /// <param name="stop">Ends the exploration early.</param>
    /// <exception cref="ArgumentException">A sampling strategy without a budget, or a number out of its range.</exception>
    public static ExplorationResult Run(
        Func<Program> program,
        ExplorerOptions? options = null,
        IProgress<ExplorationProgress>? progress = null,
        CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(program);
        options ??= new();
        Check(options);
        var budget = new Budget(options, stop);
        using var pool = new WorkerPool(program, options);
        if (!options.Strategy.IsSampling)
        {
            if (options.IsIterative)
            {
                var iterative = new IterativeSearch(options, pool, budget, progress);
                iterative.Run();
                return ResultOf(program, options, budget, iterative.Total, iterative.IsExhausted) with { TracesByPreemptions = iterative.Traces };
            }

            if (options.Strategy == Strategy.Exhaustive && options.PreemptionBound is null)
            {
                var optimal = new WakeupSearch(options, pool, budget, progress);
                optimal.Run();
                return ResultOf(program, options, budget, optimal.Total, optimal.IsExhausted);
            }

            var search = new TreeSearch(options, pool, budget, progress);
            search.Run();
            return ResultOf(program, options, budget, search.Total, search.IsExhausted);
        }

        if (options.Strategy == Strategy.FairWalk)
        {
            var fair = new FairSearch(options with { Liveness = options.Liveness ?? new() }, pool, budget, progress);
            fair.Run();
            return ResultOf(program, options, budget, fair.Total, isExhausted: false);
        }

        var sampling = new Sampling(options, pool, budget, progress);
        sampling.Run();
        var result = ResultOf(program, options, budget, sampling.Total, isExhausted: false);
        if (sampling.Discoveries is not { } seen) return result;
        return result with { DistinctTraces = seen.Distinct, Coverage = seen.Summarise(options.KnownTotal), Discoveries = seen };
    }

    /// <summary>Runs one schedule again.</summary>
    /// <param name="program">Makes an instance of the program.</param>
    /// <param name="schedule">The schedule, of this program.</param>
    /// <param name="options">How; exactly and with a trace when null.</param>
    /// <returns>Whether it is reproduced, or at which step and why it is not, and the trace.</returns>
    public static ReplayResult Replay(Func<Program> program, Schedule schedule, ReplayOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(program);
        ArgumentNullException.ThrowIfNull(schedule);
        return Replayer.Replay(program, schedule, options ?? new());
    }

    private static void Check(ExplorerOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxStepsPerSchedule, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfNegative(options.Workers, nameof(options));
        if (options.MaxSchedules is { } most) ArgumentOutOfRangeException.ThrowIfLessThan(most, 1, nameof(options));
        if (options.MaxMemory is { } bytes) ArgumentOutOfRangeException.ThrowIfLessThan(bytes, 1, nameof(options));
        if (options.LoopRounds != 0) ArgumentOutOfRangeException.ThrowIfLessThan(options.LoopRounds, 2, nameof(options));
        if (options.PreemptionBound is { } bound) ArgumentOutOfRangeException.ThrowIfNegative(bound, nameof(options));
        if (options.KnownTotal is { } total) ArgumentOutOfRangeException.ThrowIfLessThan(total, 1, nameof(options));
        if (options.IsIterative && options.Strategy.IsSampling)
            throw new ArgumentException($"The strategy {options.Strategy} draws schedules: a bound is raised step by step in an exhaustive search only.", nameof(options));
        if (options.Strategy.IsSampling && options.MaxSchedules is null && options.MaxTime is null)
            throw new ArgumentException($"The strategy {options.Strategy} has no end of its own: give a budget.", nameof(options));
        if (options.Strategy == Strategy.FairWalk) CheckFairWalk(options);
    }

    private static void CheckFairWalk(ExplorerOptions options)
    {
        if (options.MemoryModel != MemoryModel.SequentialConsistency)
            throw new ArgumentException($"The strategy {options.Strategy} knows sequential consistency only.", nameof(options));
        if (options.PreemptionBound is not null)
            throw new ArgumentException($"The strategy {options.Strategy} takes no preemption bound: fair schedules that do not end have no last preemption.", nameof(options));
        if (options.Liveness is not { } liveness) return;
        ArgumentOutOfRangeException.ThrowIfLessThan(liveness.Rounds, 3, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(liveness.Temperature, 1, nameof(options));
    }

    internal static ExplorationResult ResultOf(Func<Program> program, ExplorerOptions options, Budget budget, Tally tally, bool isExhausted)
    {
        var elapsed = budget.Elapsed;
        var failure = tally.FirstFailure is null ? null : FailureOf(program, options, tally);
        return new()
        {
            Verdict = failure is not null ? Verdict.Bug : isExhausted ? Verdict.Exhausted : Verdict.Inconclusive,
            Schedules = tally.Schedules,
            Traces = tally.Traces,
            Blocked = tally.Blocked,
            Failures = tally.Failures,
            LoopsHalted = tally.LoopsHalted,
            Steps = tally.Steps,
            DistinctTraces = tally.Hashes?.Count,
            Covered = tally.Covered?.Coverage,
            IsMemoryBoundReached = failure is null && !isExhausted && budget.Memory.IsExceeded,
            Elapsed = elapsed,
            Bounds = BoundsOf(options, tally),
            Failure = failure,
            Hashes = tally.Hashes,
        };
    }

    private static string BoundsOf(ExplorerOptions options, Tally tally)
    {
        var waits = tally.LoopsHalted > 0 ? $", loops gone round {options.LoopRounds} times taken for waiting" : "";
        var preemptions = options.PreemptionBound is { } bound ? $", at most {bound} preemptions" : "";
        var loops = options.Strategy == Strategy.FairWalk ? $", {LivenessText.Format(options.Liveness ?? new())}" : "";
        return $"{options.MemoryModel.Abbreviation()}, at most {options.MaxStepsPerSchedule} steps a schedule{preemptions}{loops}{waits}";
    }

    private static Failure FailureOf(Func<Program> program, ExplorerOptions options, Tally tally)
    {
        var failed = tally.FirstFailure!;
        var instance = program();
        var schedule = new Schedule
        {
            Scenario = instance.Name,
            Engine = Replayer.Engine,
            MemoryModel = options.MemoryModel.Abbreviation(),
            Threads = [],
            Decisions = failed.Decisions,
            MaxSteps = options.MaxStepsPerSchedule,
            IsObserved = options.MemoryModel == MemoryModel.SequentialConsistency && instance.Observer is not null,
            Liveness = options.Strategy == Strategy.FairWalk ? options.Liveness ?? new() : null,
            FailureKind = failed.Defect.Kind,
            FailureIdentity = failed.Defect.Identity,
        };
        var again = Replayer.Replay(program, schedule, new() { Mode = ReplayMode.Exact, Backend = options.Backend ?? Backend.ReExecution });
        return new()
        {
            Kind = failed.Defect.Kind,
            Identity = failed.Defect.Identity,
            Message = failed.Defect.Message,
            IsAtRest = failed.Defect.IsAtRest,
            IsUnfair = failed.Defect.IsUnfair,
            Schedule = again.Taken with { FailureKind = failed.Defect.Kind, FailureIdentity = failed.Defect.Identity },
            Trace = again.Trace,
            FoundAfter = tally.FirstFailureAfter,
        };
    }
}
