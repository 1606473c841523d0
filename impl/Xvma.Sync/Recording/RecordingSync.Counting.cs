namespace Xvma.Sync;

public readonly partial struct RecordingSync
{
    /// <inheritdoc/>
    public static object CreateTally(int counters, CellName name) => NativeSync.CreateTally(counters, name);

    /// <inheritdoc/>
    public static void Count(object tally, int counter) => NativeSync.Count(tally, counter);

    /// <inheritdoc/>
    public static long ReadTally(object tally, int counter) => NativeSync.ReadTally(tally, counter);
}
