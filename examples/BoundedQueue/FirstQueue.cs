using Xvma.Sync;

namespace BoundedQueues;

/// <summary>The first try: who takes sleeps only when the queue is empty, so see whether it is, and publish.</summary>
/// <inheritdoc/>
public sealed class FirstQueue<TSync, T>(int capacity) : BoundedQueue<TSync, T>(capacity)
    where TSync : struct, ISync
    where T : class
{
    private protected override void Publish(long number)
    {
        var isEmpty = taken.Load() == number;
        added.Store(number + 1);
        if (isEmpty) arrivals.WakeAll();
    }
}
