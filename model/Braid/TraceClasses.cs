namespace Braid;

/// <summary>Tells executions of a program apart by their traces: those that differ only in the order of independent steps are one.</summary>
/// <remarks>For comparing explorers: what another one has run can be counted against the exact number of an exhaustive search.</remarks>
public sealed class TraceClasses : IDisposable
{
    private const int MaxSteps = 10_000;

    private readonly Worker worker;
    private readonly TraceHash hash = new();
    private readonly HashSet<ulong> seen = [];

    /// <summary>None seen yet.</summary>
    /// <param name="program">Makes an instance of the program, whose stores take effect at once.</param>
    public TraceClasses(Func<Program> program)
    {
        ArgumentNullException.ThrowIfNull(program);
        worker = new(program, Backend.ReExecution, MemoryModel.SequentialConsistency, 0);
    }

    /// <summary>How many different ones were seen.</summary>
    public int Count => seen.Count;

    /// <summary>Runs the program by these decisions as far as they can be taken, and on to its end.</summary>
    /// <returns>Whether the trace is a new one.</returns>
    public bool Add(IReadOnlyList<Decision> decisions)
    {
        ArgumentNullException.ThrowIfNull(decisions);
        ulong trace = 0;
        worker.Post(run =>
        {
            run.Configure(new Follower(decisions, ReplayMode.Guided), MaxSteps, continueAfterFailure: false, hash: hash);
            run.RunSchedule();
            trace = hash.Of(run);
        });
        worker.Wait();
        return seen.Add(trace);
    }

    /// <inheritdoc/>
    public void Dispose() => worker.Dispose();
}
