using System.Diagnostics;

namespace Xvma.Cli;

/// <summary>Shares the time of one part of a run among its items: most take next to nothing, so one may take half of what is left.</summary>
/// <param name="time">All of it.</param>
internal sealed class Budget(TimeSpan time)
{
    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(500);

    private readonly Stopwatch clock = Stopwatch.StartNew();

    /// <summary>How long the next item may take.</summary>
    public TimeSpan Next()
    {
        var half = (time - clock.Elapsed) / 2;
        return half > Least ? half : Least;
    }
}
