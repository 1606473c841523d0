using System.Diagnostics;

namespace Xvma.Cli;

/// <summary>Shares the time of one part of a run among its items: what the quick ones leave goes to the slow ones.</summary>
internal sealed class Budget(TimeSpan time, int items)
{
    // An item may take several even shares: most need a fraction of theirs.
    private const int Generosity = 4;

    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(200);

    private readonly Stopwatch clock = Stopwatch.StartNew();
    private int left = items;

    /// <summary>How long the next item may take.</summary>
    public TimeSpan Next()
    {
        var rest = time - clock.Elapsed;
        var share = rest / Math.Max(1, left--) * Generosity;
        return share > rest ? Max(rest, Least) : Max(share, Least);
    }

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
