namespace Braid;

/// <summary>What was done at each step of a search's path, to see that a prefix that is repeated is the same one.</summary>
internal sealed class RepeatedPath
{
    private long[] keys = new long[64];
    private int known;

    /// <summary>From this depth on the path is a new one.</summary>
    public void Forget(int depth) => known = Math.Min(known, depth);

    /// <summary>A move that was made before must still be the same one; ends the schedule if it is not.</summary>
    public void Expect(Execution run, int depth, int thread)
    {
        ref var operation = ref run.Pending[thread];
        var key = LogEntry.KeyOf(operation.Kind, operation.Location);
        if (depth < known)
        {
            if (keys[depth] != key) run.Unrepeatable(thread, keys[depth]);
            return;
        }

        if (depth >= keys.Length) Array.Resize(ref keys, Math.Max(keys.Length * 2, depth + 1));
        keys[depth] = key;
        known = depth + 1;
    }
}
