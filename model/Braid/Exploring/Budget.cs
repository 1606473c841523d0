using System.Diagnostics;

namespace Braid;

/// <summary>When to stop although there is more to do.</summary>
internal sealed class Budget(ExplorerOptions options, CancellationToken stop)
{
    private long start = Stopwatch.GetTimestamp();

    /// <summary>What is kept, against what may be.</summary>
    public MemoryBound Memory { get; private init; } = new(options.MaxMemory);

    public long MaxSchedules { get; private init; } = options.MaxSchedules ?? long.MaxValue;

    /// <summary>The same with another number of schedules.</summary>
    public Budget WithAtMost(long schedules) => new(options, stop) { start = start, MaxSchedules = schedules, Memory = Memory };

    public TimeSpan Elapsed => Stopwatch.GetElapsedTime(start);

    /// <summary>Whether time is up or somebody asked to stop.</summary>
    public bool IsUp => stop.IsCancellationRequested || (options.MaxTime is { } most && Elapsed >= most);
}
