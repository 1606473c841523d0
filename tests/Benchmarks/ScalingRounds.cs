using System.Diagnostics;

namespace Benchmarks;

/// <summary>Short measurements: many sizes are measured, and the law of growth counts, not the last nanosecond.</summary>
internal static class ScalingRounds
{
    private const int Rounds = 31;

    private static readonly TimeSpan WarmUp = TimeSpan.FromMilliseconds(400);

    /// <returns>Nanoseconds an operation, the median of the rounds.</returns>
    public static double Median(int operations, Action body)
    {
        for (var started = Stopwatch.StartNew(); started.Elapsed < WarmUp;) body();
        return LibraryRounds.Median([.. Enumerable.Range(0, Rounds).Select(_ => LibraryRounds.Nanoseconds(body) / operations)]);
    }
}
