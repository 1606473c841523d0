using System.Diagnostics;

namespace Xvma.Cli;

/// <summary>Shares the time of one part of a run among its items: what the quick ones leave goes to the slow ones.</summary>
/// <param name="time">All of it.</param>
/// <param name="items">How many items there are.</param>
/// <param name="generosity">Even shares that one item may take: more than one where most need a fraction of theirs.</param>
internal sealed class Budget(TimeSpan time, int items, int generosity)
{
    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(200);

    private readonly Stopwatch clock = Stopwatch.StartNew();
    private int left = items;

    /// <summary>How long the next item may take.</summary>
    public TimeSpan Next()
    {
        var rest = time - clock.Elapsed;
        var share = rest / Math.Max(1, left--) * generosity;
        return share > rest ? Max(rest, Least) : Max(share, Least);
    }

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
