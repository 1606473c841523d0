using Xvma.Sync;

namespace BoundedQueues;

/// <summary>A queue between one thread that puts and one that takes, with room for so many items; each waits for the other when it must.</summary>
/// <param name="capacity">Items it has room for, at least 1.</param>
public abstract class BoundedQueue<TSync, T>(int capacity)
    where TSync : struct, ISync
    where T : class
{
    private readonly AtomicRefArray<TSync, T> items = new(capacity, "items");
    private readonly WaitQueue<TSync> room = new("room");
    private protected readonly WaitQueue<TSync> arrivals = new("arrivals");
    private protected AtomicInt64<TSync> added = new(0, "added");   // how many, ever; only the thread that puts changes it
    private protected AtomicInt64<TSync> taken = new(0, "taken");   // how many, ever; only the thread that takes changes it

    /// <summary>Puts an item behind the others, once there is room.</summary>
    public void Put(T item)
    {
        room.WaitUntil(this, static queue => queue.added.Load() - queue.taken.Load() < queue.items.Length);
        var number = added.Load();
        items.Store((int)(number % items.Length), item);
        Publish(number);
    }

    /// <summary>Takes the first item, once there is one.</summary>
    public T Take()
    {
        arrivals.WaitUntil(this, static queue => queue.taken.Load() < queue.added.Load());
        var number = taken.Load();
        var item = items.Exchange((int)(number % items.Length), null)!;
        taken.StoreSequential(number + 1);   // in memory before the next look at what was added
        room.WakeAll();
        return item;
    }

    /// <summary>Makes item <paramref name="number"/> visible, and wakes who takes, if that may be asleep: a wake-up costs more than all the rest.</summary>
    private protected abstract void Publish(long number);
}
