namespace Tenet.Explore;

/// <summary>What the workers of one search share.</summary>
internal sealed class SearchState(CompiledSystem system, StateSpace space, long memory, CancellationToken stop) : IDisposable
{
    private long nextNumber;
    private long states;
    private int isOutOfMemory;

    public CompiledSystem System => system;

    public StateSpace Space => space;

    public CancellationToken Stop => stop;

    /// <summary>Workers read while they use the table; who lets it grow writes.</summary>
    public ReaderWriterLockSlim Gate { get; } = new();

    /// <summary>For each watched formula the number of a state that shows it; -1: none yet.</summary>
    public long[] Shown { get; } = [.. Enumerable.Repeat(-1L, system.Watched.Length)];

    /// <summary>Distinct states.</summary>
    public long States => Volatile.Read(ref states);

    /// <summary>The first number that was never handed out.</summary>
    public long NextNumber
    {
        get => Volatile.Read(ref nextNumber);
        set => Volatile.Write(ref nextNumber, value);
    }

    public bool IsOutOfMemory => Volatile.Read(ref isOutOfMemory) != 0;

    public bool IsStopping => IsOutOfMemory || stop.IsCancellationRequested;

    public void Count(long more) => Interlocked.Add(ref states, more);

    /// <summary>A block of numbers with room for their states; false when memory is used up.</summary>
    public bool TryReserve(uint count, out uint start)
    {
        start = 0;
        var first = Interlocked.Add(ref nextNumber, count) - count;
        if (first + count > StateSpace.MostStates) return Refuse();
        while (!space.HasRoom(first + count))
        {
            if (space.Bytes + space.SegmentBytes > memory) return Refuse();
            space.MakeRoom(first + count);
        }

        start = (uint)first;
        return true;
    }

    /// <summary>Lets the table grow until so many more states fit in; false when memory is used up.</summary>
    public bool TryFit(long more)
    {
        // At 11 of 16 slots taken, a probe for a new state sees 5 to 6 slots, nearly always in one line of the cache.
        bool IsFull() => (States + more) * 16 > 11L << space.TableBits;
        if (!IsFull()) return true;
        Gate.EnterWriteLock();
        try
        {
            while (IsFull())
            {
                if (space.Bytes + space.BytesToGrow > memory || space.TableBits == 32) return Refuse();
                space.Grow();
            }
        }
        finally
        {
            Gate.ExitWriteLock();
        }

        return true;
    }

    public void Dispose() => Gate.Dispose();

    private bool Refuse()
    {
        Volatile.Write(ref isOutOfMemory, 1);
        return false;
    }
}
