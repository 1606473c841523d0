using Braid;
using Xvma.Sync;

namespace BoundedQueues.Tests;

/// <summary>What was wrong with the queues before the one that is right; what does not fail here would say nothing of the one that is right.</summary>
public sealed class TriesTests : IDisposable
{
    private static readonly string Saved = Path.Combine(AppContext.BaseDirectory, "lost-wake-up.json");
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("bounded-queue-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void The_first_try_loses_a_wake_up()
    {
        var failure = Assert.Throws<RequirementException>(() => Require.Exhausted(First, folder: folder.FullName));
        Assert.Contains("Nobody can move: consumer sleeps in arrivals.", failure.Message, StringComparison.Ordinal);
        Require.Reproduced(First, Path.Combine(folder.FullName, "producer-and-consumer.json"));
    }

    [Fact]
    public void The_second_try_is_right_as_long_as_every_store_is_seen_at_once() => Require.Exhausted(Second);

    [Fact]
    public void The_second_try_loses_a_wake_up_when_stores_are_buffered()
    {
        var failure = Assert.Throws<RequirementException>(
            () => Require.Exhausted(Second, new() { MemoryModel = MemoryModel.TotalStoreOrder }, folder.FullName));
        Assert.Contains("added ← 2, buffered", failure.Message, StringComparison.Ordinal);
        Require.Reproduced(Second, Path.Combine(folder.FullName, "producer-and-consumer-tso.json"));
    }

    [Fact]
    public void A_saved_schedule_shows_the_bug_again() =>
        Assert.Equal(FailureKind.LostWakeup, Require.Reproduced(First, Saved).Failure!.Kind);

    [Fact]
    public void A_saved_schedule_of_a_bug_cannot_be_followed_where_the_bug_is_not()
    {
        var other = Assert.Throws<RequirementException>(() => Require.Reproduced(Second, Saved));
        Assert.Contains("diverged", other.Message, StringComparison.Ordinal);
    }

    private static ProducerAndConsumer First() => new(() => new FirstQueue<BraidSync, string>(capacity: 2));

    private static ProducerAndConsumer Second() => new(() => new SecondQueue<BraidSync, string>(capacity: 2));
}
