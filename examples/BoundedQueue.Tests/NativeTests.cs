using Xvma.Sync;

namespace BoundedQueues.Tests;

public sealed class NativeTests
{
    [Fact]
    public void The_same_queue_between_two_real_threads()
    {
        var queue = new ThirdQueue<NativeSync, string>(capacity: 16);
        var producer = new Thread(() =>
        {
            for (var i = 0; i < 100_000; i++) queue.Put($"{i}");
        });
        producer.Start();
        for (var i = 0; i < 100_000; i++) Assert.Equal($"{i}", queue.Take());
        producer.Join();
    }
}
