namespace Braid;

/// <summary>The stores of one thread in the order it made them; those from <see cref="Head"/> on have not reached memory yet.</summary>
internal sealed class StoreBuffer(int threads)
{
    private BufferedStore[] stores = new BufferedStore[16];

    /// <summary>How many stores have reached memory: the number of the oldest that has not.</summary>
    public int Head;

    /// <summary>How many stores the thread has made.</summary>
    public int Tail;

    /// <summary>How many of its stores must have reached memory before its pending operation can be performed.</summary>
    public int Needed;

    /// <summary>During a heavy fence: how many stores each thread had made when it began.</summary>
    public readonly int[] Awaited = new int[threads];

    public bool IsEmpty => Head == Tail;

    public ref BufferedStore this[int number] => ref stores[number];

    public void Clear() => Head = Tail = Needed = 0;

    public void Add(in BufferedStore store)
    {
        if (Tail == stores.Length) Array.Resize(ref stores, Tail * 2);
        stores[Tail++] = store;
    }

    /// <summary>Number of the thread's latest store to a cell, whether it has reached memory or not; −1 when there is none.</summary>
    public int LatestTo(int cell)
    {
        for (var number = Tail - 1; number >= 0; number--)
        {
            if (stores[number].Location == cell) return number;
        }

        return -1;
    }

    /// <summary>Number of the thread's latest store to any of these bytes of a block, whether it has reached memory or not; −1 when there is none.</summary>
    public int LatestTo(int block, long address, long bytes)
    {
        for (var number = Tail - 1; number >= 0; number--)
        {
            ref var store = ref stores[number];
            if (store.Location == block && store.Value < address + bytes && address < store.Value + store.Bytes) return number;
        }

        return -1;
    }
}
