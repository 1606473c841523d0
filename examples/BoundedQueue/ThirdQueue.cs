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
        // The store leaves the buffer before the load. Pairs with the wake-up in Take, which is a fence between its store and the next look.
        added.StoreSequential(number + 1);
        if (taken.Load() == number) arrivals.WakeAll();
    }
}
