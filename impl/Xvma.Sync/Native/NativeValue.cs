namespace Xvma.Sync;

/// <summary>A value of several words behind a sequence number (a sequence lock: Lameter, <c>seqlock</c> of Linux).</summary>
/// <remarks>
/// The number is odd while a writer is at the value, and no number comes twice: 2^62 changes take longer than any machine lives.
/// <list type="number">
/// <item>A writer makes it odd by a compare-and-exchange (full fence: the value is written after it), writes the value, and makes it even again behind a
/// write barrier, which pairs with the reader's acquire.</item>
/// <item>A reader reads the number (acquire), the value, a read barrier, and the number again: when it is the same and even, no writer was at the value between.
/// The read barrier pairs with the full fence of the next writer's exchange.</item>
/// </list>
/// Each operation has one access that Microsoft Coyote schedules at, the first; so under Coyote it is one step.
/// </remarks>
internal struct NativeValue<T>
    where T : struct
{
    private long sequence;
    private bool exists;
    private T value;

    public Seen<T> Load()
    {
        while (true)
        {
            var before = Volatile.Read(ref sequence);
            if ((before & 1) != 0)
            {
                NativeSync.SpinWhileEqual(ref sequence, before);
                continue;
            }

            var found = exists ? value : default(T?);
            Volatile.ReadBarrier();
            if (sequence == before) return new(found, before, null);
        }
    }

    public void Store(T? next)
    {
        Write(Begin(), next);
    }

    /// <summary>Refused when the value is, or is about to be, of another version.</summary>
    public bool TryChange(long since, T? next)
    {
        if (Interlocked.CompareExchange(ref sequence, since + 1, since) != since) return false;
        Write(since, next);
        return true;
    }

    public T? Take()
    {
        var since = Begin();
        var found = exists ? value : default(T?);
        Write(since, null);
        return found;
    }

    /// <summary>Waits for its turn to write; returns the number before.</summary>
    private long Begin()
    {
        var expected = sequence & ~1L; // a guess: if it is old, the exchange says so
        while (true)
        {
            var seen = Interlocked.CompareExchange(ref sequence, expected + 1, expected);
            if (seen == expected) return seen;
            if ((seen & 1) != 0) NativeSync.SpinWhileEqual(ref sequence, seen);
            expected = (seen + 1) & ~1L;
        }
    }

    private void Write(long since, T? next)
    {
        exists = next.HasValue;
        value = next.GetValueOrDefault();
        Volatile.WriteBarrier();
        sequence = since + 2;
    }
}
