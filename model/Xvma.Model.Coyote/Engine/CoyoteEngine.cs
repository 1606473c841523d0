using Microsoft.Coyote;
using Microsoft.Coyote.Logging;
using Microsoft.Coyote.SystematicTesting;

namespace Xvma.Model.Coyote;

/// <summary>
/// Runs scenarios over the production instantiation, as Coyote has rewritten it, under Coyote's testing engine. One check at a time in a
/// process: parts of Coyote are static.
/// </summary>
public static partial class CoyoteEngine
{
    private static readonly Lock OneAtATime = new();

    /// <summary>The engine and its version, as traces name it.</summary>
    public static string Version { get; } = $"Microsoft.Coyote {typeof(TestingEngine).Assembly.GetName().Version?.ToString(3)}";

    /// <summary>Samples schedules of a scenario until a bug is found or the budget is spent.</summary>
    /// <param name="subject">What to check.</param>
    /// <param name="options">How, and for how long.</param>
    /// <param name="progress">Told after each iteration, on the thread that runs it; keep it short.</param>
    /// <param name="stop">Ends the check after the iteration under way.</param>
    /// <exception cref="ArgumentException">The scenario or its catalog does not exist.</exception>
    /// <exception cref="IOException">What was covered cannot be written.</exception>
    public static CoyoteResult Check(
        CoyoteSubject subject, CoyoteOptions options, IProgress<CoyoteProgress>? progress = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfZero(options.MaxIterations);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxStepsPerIteration, 10u);
        lock (OneAtATime)
        {
            var order = options.Ordered is null ? null : new SeamOrderLog();
            using var engine = TestingEngine.Create(Configure(options), subject.Assemblies.Bind(subject, show: null, order is null ? null : order.Note));
            using var log = new CollectingLogger();
            engine.SetLogger(log);
            var budget = new Budget(engine, options, progress, stop);
            if (order is not null) engine.RegisterEndIterationCallBack(_ => options.Ordered!(order.Take()));
            engine.Run();
            return Summarize(subject, options, engine, budget);
        }
    }

    private static CoyoteResult Summarize(CoyoteSubject subject, CoyoteOptions options, TestingEngine engine, Budget budget)
    {
        var report = engine.TestReport;
        var failure = report.NumOfFoundBugs > 0 ? FailureText.Parse(report.BugReports.First()) : null;
        return new()
        {
            Verdict = failure is null ? CoyoteVerdict.NoBugWithinBudget : CoyoteVerdict.Bug,
            StoppedBy = failure is null ? budget.StoppedBy : CoyoteStop.Bug,
            Iterations = budget.Iterations,
            DistinctSchedules = budget.CountDistinctSchedules(),
            CutOff = report.MaxFairStepsHitInFairTests + report.MaxUnfairStepsHitInUnfairTests,
            Steps = (long)report.TotalExploredFairSteps + report.TotalExploredUnfairSteps,
            Elapsed = budget.Elapsed,
            Seed = options.Seed,
            Strategy = options.Strategy,
            Report = engine.GetReport(),
            Coverage = options.Coverage is { } place ? place.Emit(engine.TryEmitCoverageReports) : [],
            Uncontrolled = [.. report.UncontrolledInvocations.Order(StringComparer.Ordinal)],
            Failure = failure,
            Trace = failure is null ? null : new(subject.Scenario, subject.KnownBug, Version, failure, engine.ReproducibleTrace),
        };
    }

    private static Configuration Configure(CoyoteOptions options) => Quiet(options.HangTimeout)
        .WithTestingIterations(options.MaxIterations)
        .WithRandomGeneratorSeed(options.Seed)
        .WithLivenessTemperatureThreshold(options.LivenessTemperature ?? options.MaxStepsPerIteration / 2)
        .WithMaxSchedulingSteps(options.MaxStepsPerIteration / 10, options.MaxStepsPerIteration)
        .WithPartialOrderSamplingEnabled(options.IsPartialOrderSampled)
        .WithActivityCoverageReported(options.Coverage is not null)
        .With(options.Strategy, options.StrategyValue);

    /// <summary>What holds for checks and replays: every atomic and volatile access and every lock is a scheduling point; nothing is sent anywhere.</summary>
    private static Configuration Quiet(TimeSpan hangTimeout) => Configuration.Create()
        .WithTelemetryEnabled(false)
        .WithConsoleLoggingEnabled(false)
        .WithTraceAnalysisEnabled(false)
        .WithAtomicOperationRaceCheckingEnabled()
        .WithVolatileOperationRaceCheckingEnabled()
        .WithLockAccessRaceCheckingEnabled()
        .WithPotentialDeadlocksReportedAsBugs()
        .WithDeadlockTimeout((uint)hangTimeout.TotalMilliseconds);
}
