using Xvma.Sync;

namespace BoundedQueues;

/// <summary>The second try: publish, and see then whether that was the only item.</summary>
/// <inheritdoc/>
public sealed class SecondQueue<TSync, T>(int capacity) : BoundedQueue<TSync, T>(capacity)
    where TSync : struct, ISync
    where T : class
{
    private protected override void Publish(long number)
    {
        added.Store(number + 1);
        if (taken.Load() == number) arrivals.WakeAll();
    }
}
