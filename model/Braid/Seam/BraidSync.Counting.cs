using Xvma.Sync;

namespace Braid;

public readonly partial struct BraidSync
{
    /// <inheritdoc/>
    public static object CreateTally(int counters, CellName name) => Execution.Current.CreateTally(counters, in name);

    /// <inheritdoc/>
    public static void Count(object tally, int counter) => Execution.Current.Count(tally, counter);

    /// <inheritdoc/>
    public static long ReadTally(object tally, int counter) => Execution.Current.ReadTally(tally, counter);
}
