using System.Diagnostics;
using Microsoft.Coyote.SystematicTesting;

namespace Xvma.Model.Coyote;

/// <summary>Ends a check between two iterations, and counts them.</summary>
/// <remarks>
/// Coyote's own time limit and its <c>Stop</c> leave the running iteration behind on another thread. An iteration's start callback that
/// throws <see cref="TaskCanceledException"/> ends the check in order: nothing is running any more when the engine returns.
/// </remarks>
internal sealed class Budget
{
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly HashSet<int> schedules = [];
    private readonly TestingEngine engine;
    private readonly CoyoteOptions options;
    private readonly IProgress<CoyoteProgress>? progress;
    private readonly CancellationToken stop;

    public Budget(TestingEngine engine, CoyoteOptions options, IProgress<CoyoteProgress>? progress, CancellationToken stop)
    {
        this.engine = engine;
        this.options = options;
        this.progress = progress;
        this.stop = stop;
        engine.RegisterStartIterationCallBack(Begin);
        engine.RegisterEndIterationCallBack(End);
    }

    public uint Iterations { get; private set; }

    public CoyoteStop StoppedBy { get; private set; } = CoyoteStop.Iterations;

    public TimeSpan Elapsed => clock.Elapsed;

    public int CountDistinctSchedules()
    {
        var explored = engine.TestReport.CoverageInfo.ExploredPaths;
        foreach (var path in explored) schedules.Add(path.GetHashCode(StringComparison.Ordinal));
        // Coyote would keep the text of every schedule of the check.
        explored.Clear();
        return schedules.Count;
    }

    private void Begin(uint iteration)
    {
        CountDistinctSchedules();
        if (stop.IsCancellationRequested) Stop(CoyoteStop.Cancelled);
        if (options.MaxTime is { } limit && clock.Elapsed >= limit) Stop(CoyoteStop.Time);
    }

    private void End(uint iteration)
    {
        Iterations = iteration + 1;
        progress?.Report(new(Iterations, clock.Elapsed));
    }

    private void Stop(CoyoteStop reason)
    {
        StoppedBy = reason;
        throw new TaskCanceledException();
    }
}
