namespace Xvma;

/// <summary>What the others do about a partition that has failed (PAR-3).</summary>
internal static class PartitionFailure<TSync>
    where TSync : struct, Sync.ISync
{
    /// <summary>
    /// Ends its tasks as killed ones, each by its own teardown, which takes back what others have borrowed of it; then gives up the permits that
    /// others have for what they exported, as far as nothing is attached with them. No lock is held from one task to the next.
    /// </summary>
    public static void TearDown(MachineParts<TSync> parts, PartitionLife<TSync> life)
    {
        foreach (var task in life.Residents) _ = task.TryExit();
        foreach (var task in parts.Tasks.Entries.Values) task.ReleaseLostPermits();
    }
}
