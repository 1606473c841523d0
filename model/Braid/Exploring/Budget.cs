using System.Diagnostics;

namespace Braid;

/// <summary>When to stop although there is more to do.</summary>
internal sealed class Budget(ExplorerOptions options, CancellationToken stop)
{
    private readonly long start = Stopwatch.GetTimestamp();

    public long MaxSchedules { get; } = options.MaxSchedules ?? long.MaxValue;

    public TimeSpan Elapsed => Stopwatch.GetElapsedTime(start);

    /// <summary>Whether time is up or somebody asked to stop.</summary>
    public bool IsUp => stop.IsCancellationRequested || (options.MaxTime is { } most && Elapsed >= most);
}
