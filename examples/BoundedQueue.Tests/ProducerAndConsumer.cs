using Braid;
using Xvma.Sync;

namespace BoundedQueues.Tests;

/// <summary>One thread puts two items, another takes both and must see them in order.</summary>
internal sealed class ProducerAndConsumer(Func<BoundedQueue<BraidSync, string>> create) : Program
{
    public override string Name => "producer and consumer";

    public override void Arrange(Stage stage)
    {
        var queue = create();
        stage.Thread("producer", () =>
        {
            queue.Put("a");
            queue.Put("b");
        });
        stage.Thread("consumer", () =>
        {
            var (first, second) = (queue.Take(), queue.Take());
            if ((first, second) != ("a", "b")) throw new Violation("ORDER", $"took {first} and {second}");
        });
    }
}
