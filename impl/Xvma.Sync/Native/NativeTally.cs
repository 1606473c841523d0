namespace Xvma.Sync;

/// <summary>
/// Counters with a row for each thread, so that counting is a plain addition to a cache line of one's own: no locked instruction, and no access that
/// Microsoft Coyote would schedule at.
/// </summary>
/// <remarks>
/// Rows go by the runtime's thread number. A number is given again after its thread has ended, and the next thread goes on with the row: one writer at any
/// time, and no more rows than threads there were at once.
/// </remarks>
internal sealed class NativeTally(int counters)
{
    /// <summary>Threads with a row of their own; those with higher numbers, which hardly any process has, share one.</summary>
    private const int Rows = 1024;

    /// <summary>Two cache lines, in counters: neighbours in the heap, and the processor's prefetching of pairs, stay apart.</summary>
    private const int Padding = 16;

    private readonly long[]?[] rows = new long[]?[Rows];
    private readonly long[] common = new long[counters];

    // Not Interlocked: Coyote would schedule at that, and only where the process happens to have that many threads, so no run would repeat.
    private readonly Lock gate = new();

    public void Count(int counter)
    {
        var thread = Environment.CurrentManagedThreadId;
        if ((uint)thread < Rows) (rows[thread] ?? Add(thread))[Padding + counter]++;
        else CountTogether(counter);
    }

    public long Read(int counter)
    {
        long sum;
        lock (gate) sum = common[counter];
        foreach (var row in rows)
        {
            if (row is not null) sum += Volatile.Read(ref row[Padding + counter]);
        }

        return sum;
    }

    private void CountTogether(int counter)
    {
        lock (gate) common[counter]++;
    }

    /// <summary>Only the thread of that number comes here, so a plain store publishes the row.</summary>
    private long[] Add(int thread) => rows[thread] = new long[Padding + counters + Padding];
}
