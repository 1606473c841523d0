using Xvma.Sync;

namespace BoundedQueues;

/// <summary>The third: publish so that everybody sees it, and see then whether that was the only item.</summary>
/// <inheritdoc/>
public sealed class ThirdQueue<TSync, T>(int capacity) : BoundedQueue<TSync, T>(capacity)
    where TSync : struct, ISync
    where T : class
{
    private protected override void Publish(long number)
    {
        // The store is in memory before the load. Pairs with the sequential store in Take: one of the two sees what the other stored.
        added.StoreSequential(number + 1);
        if (taken.Load() == number) arrivals.WakeAll();
    }
}
