namespace Braid;

/// <summary>Looks at the first schedules that are drawn, for which way of going on with a suspended thread is the cheaper one. Thread-safe.</summary>
/// <remarks>
/// To execute a thread again costs what the thread is long, at each switch to it; a hand-over between threads of the operating system always costs the same.
/// What the first schedules are does not depend on the workers, so neither does the choice; and both ways lead to the same schedules.
/// </remarks>
internal sealed class BackendChoice
{
    /// <summary>As many operations executed again cost what a hand-over does (measured: <c>tests/Benchmarks -- braid</c>, long threads).</summary>
    public const int OperationsAHandOver = 1_250;

    /// <summary>Up to so many operations executed again for each step, switches are a small part of the cost.</summary>
    private const int FewSwitches = 10;

    private readonly Lock guard = new();
    private long steps;
    private long switches;
    private long again;

    /// <summary>What the schedules seen so far would have: <see cref="Backend.OsThreads"/> where hand-overs are cheaper, and more than a small part of the cost.</summary>
    public Backend Backend => again > OperationsAHandOver * switches && again > FewSwitches * steps ? Backend.OsThreads : Backend.ReExecution;

    /// <summary>Looks at the schedule just run.</summary>
    public void Note(Execution run)
    {
        var movers = run.DecisionThreads;
        Span<int> lengths = stackalloc int[Stage.MaxThreads];
        foreach (var mover in movers) lengths[mover]++;
        var (last, changes, repeated) = (-1, 0, 0L);
        foreach (var mover in movers)
        {
            if (mover == last || run.ThreadOf(mover) != mover) continue; // a store buffer moves without its thread
            changes++;
            repeated += lengths[mover];
            last = mover;
        }

        lock (guard)
        {
            steps += movers.Length;
            switches += changes;
            again += repeated;
        }
    }
}
