using Braid;
using Xvma.Sync;

namespace BoundedQueues.Tests;

public sealed class QueueTests
{
    [Fact]
    public void Nothing_is_lost_under_any_schedule() =>
        Require.Exhausted(() => new ProducerAndConsumer(() => new ThirdQueue<BraidSync, string>(capacity: 2)));

    [Fact]
    public void Nothing_is_lost_with_store_buffers_either() => Require.Exhausted(
        () => new ProducerAndConsumer(() => new ThirdQueue<BraidSync, string>(capacity: 2)),
        new() { MemoryModel = MemoryModel.TotalStoreOrder });

    [Fact]
    public void Who_puts_waits_for_room_and_nothing_is_lost() =>
        Require.Exhausted(() => new ProducerAndConsumer(() => new ThirdQueue<BraidSync, string>(capacity: 1)));

    // Fails: it is here to be looked at, and runs only when it is asked for.
    [Fact(Explicit = true)]
    public void The_first_try() =>
        Require.Exhausted(() => new ProducerAndConsumer(() => new FirstQueue<BraidSync, string>(capacity: 2)));
}
