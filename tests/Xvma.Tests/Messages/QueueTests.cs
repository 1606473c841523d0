using Xvma.Tests.Support;

namespace Xvma.Tests.Messages;

/// <summary>What the message instructions answer, one after the other.</summary>
public sealed class QueueTests : IDisposable
{
    private readonly Machine machine = Machine.Create();
    private readonly XvmaTask task;
    private readonly ExtendedAddress queue;

    public QueueTests()
    {
        task = machine.StartTask(uid: 7);
        queue = task.MapPrivate(3 * 4096, PageSize.Of4K).Start;
    }

    public static TheoryData<int> Lengths => [.. Enumerable.Range(1, MessageQueue.MostWords)];

    private Gru Gru => task.Gru;

    public void Dispose()
    {
        task.Dispose();
        Holds.Nothing(machine);
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    [Trait("Clause", "MSG-2")]
    [Trait("Clause", "MSG-3")]
    public void A_message_of_any_length_comes_as_it_was_sent(int words)
    {
        Gru.CreateQueue(queue, 4);
        for (var round = 0UL; round < 40; round++)
        {
            var message = Enumerable.Range(1, words).Select(word => (round << 32) + (ulong)word).ToArray();
            Assert.Equal(MessageStatus.Done, Gru.Send(queue, message));
            Comes(message);
        }

        Assert.Null(Receive());
    }

    [Fact]
    [Trait("Clause", "MSG-2")]
    public void Words_that_look_like_marks_are_words()
    {
        Gru.CreateQueue(queue, 2);
        foreach (var word in new ulong[] { 0, 1, 15, 16, 17, ulong.MaxValue })
        {
            var message = Enumerable.Repeat(word, MessageQueue.MostWords).ToArray();
            Gru.Send(queue, message);
            Gru.Send(queue, message.AsSpan(0, 3));
            Comes(message);
            Comes(message[..3]);
            Gru.Send(queue, message.AsSpan(0, 1));
            Comes(message[..1]);
            Assert.Null(Receive());
        }
    }

    [Fact]
    public void A_message_allocates_nothing()
    {
        Gru.CreateQueue(queue, 4);
        var into = new ulong[MessageQueue.MostWords];
        var message = new ulong[9];
        Round();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < 100; round++) Round();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Round()
        {
            Gru.TrySend(queue, message, out _);
            Gru.TryReceive(queue, into, out _, out _);
        }
    }

    [Fact]
    [Trait("Clause", "MSG-5")]
    [Trait("Clause", "MSG-6")]
    public void A_queue_is_full_until_all_of_a_half_has_been_received()
    {
        Gru.CreateQueue(queue, 3);
        for (var sent = 1UL; sent <= 6; sent++) Assert.Equal(MessageStatus.Done, Send(sent));
        Assert.Equal(MessageStatus.Full, Send(7));
        for (var received = 1UL; received <= 2; received++)
        {
            Comes(received);
            Assert.Equal(MessageStatus.Full, Send(7));
        }

        Comes(3UL);
        Assert.Equal(MessageStatus.Done, Send(7));
        Comes(4UL);
        Comes(5UL);
        Comes(6UL);
        Comes(7UL);
        Assert.Null(Receive());
    }

    [Fact]
    [Trait("Clause", "MSG-6")]
    public void A_long_message_does_not_go_over_the_end_of_a_half_and_a_short_one_goes_before_it()
    {
        Gru.CreateQueue(queue, 3);
        Assert.Equal(MessageStatus.Done, Send(1, words: 8));
        Assert.Equal(MessageStatus.Done, Send(2, words: 8));
        Assert.Equal(MessageStatus.Full, Send(3, words: 8));
        Assert.Equal(MessageStatus.Done, Send(4));
        Assert.Equal(MessageStatus.Full, Send(5));

        Assert.Equal(8, Receive()!.Length);
        Assert.Equal(MessageStatus.Full, Send(3, words: 8));

        // The line that was left over is passed with the message behind it, and with that the first half is free.
        Assert.Equal(8, Receive()!.Length);
        Assert.Equal(MessageStatus.Done, Send(3, words: 8));
        Comes(4UL);
        Assert.Equal(3UL, Receive()![7]);
    }

    [Fact]
    [Trait("Clause", "MSG-7")]
    public void A_stopped_queue_takes_nothing_and_keeps_what_it_has()
    {
        Gru.CreateQueue(queue, 2);
        Send(1);
        Assert.Equal((FaultCause.None, MessageStatus.Done), (Gru.TryStopQueue(queue, out var status), status));
        Assert.Equal(MessageStatus.Nacked, Send(2));
        Comes(1UL);
        Assert.Equal((FaultCause.None, MessageStatus.Done), (Gru.TryStopQueue(queue, out status), status));
        Assert.Null(Receive());
        Assert.Equal((FaultCause.None, MessageStatus.Done), (Gru.TryStartQueue(queue, out status), status));
        Assert.Equal(MessageStatus.Done, Send(3));
        Comes(3UL);
    }

    [Fact]
    [Trait("Clause", "MSG-1")]
    public void A_queue_of_any_size_is_in_one_page()
    {
        Assert.Equal(MessageStatus.PageOverflow, Gru.CreateQueue(queue, 32));
        Assert.Equal(MessageStatus.PageOverflow, Gru.CreateQueue(queue + 64, 31));
        Assert.Equal(MessageStatus.PageOverflow, Gru.CreateQueue(queue + 4032, 2));
        Assert.Equal(MessageStatus.Done, Gru.CreateQueue(queue, 31));
        Assert.Equal(MessageStatus.Done, Gru.CreateQueue(queue + 4096 + 3712, 2));

        var large = task.MapPrivate(8UL << 20, new PageSize(23)).Start;
        Assert.Equal(MessageStatus.Done, Gru.CreateQueue(large, MessageQueue.MostLines));
        for (var sent = 1UL; sent <= 2 * MessageQueue.MostLines; sent++) Assert.Equal(MessageStatus.Done, Gru.Send(large, [sent]));
        Assert.Equal(MessageStatus.Full, Gru.Send(large, [0]));
        var into = new ulong[MessageQueue.MostWords];
        for (var sent = 1UL; sent <= 2 * MessageQueue.MostLines; sent++)
        {
            Assert.Equal(MessageStatus.Done, Gru.Receive(large, into, out _));
            Assert.Equal(sent, into[0]);
        }
    }

    [Fact]
    [Trait("Clause", "MSG-1")]
    public void A_queue_made_again_is_empty()
    {
        Gru.CreateQueue(queue, 2);
        Send(1, words: 15);
        Gru.TryStopQueue(queue, out _);
        Assert.Equal(MessageStatus.Done, Gru.CreateQueue(queue, 3));
        Assert.Null(Receive());
        Assert.Equal(MessageStatus.Done, Send(2));
        Comes(2UL);
        Assert.Null(Receive());
    }

    [Fact]
    [Trait("Clause", "INS-2")]
    [Trait("Clause", "MSG-1")]
    public void A_message_or_a_half_of_another_length_ends_in_an_exception()
    {
        Gru.CreateQueue(queue, 2);
        Assert.Equal(FaultCause.BadLength, Gru.TrySend(queue, [], out _));
        Assert.Equal(FaultCause.BadLength, Gru.TrySend(queue, new ulong[MessageQueue.MostWords + 1], out _));
        Assert.Equal(FaultCause.BadLength, Gru.TryReceive(queue, new ulong[MessageQueue.MostWords - 1], out _, out _));
        Assert.Equal(FaultCause.BadLength, Gru.TryCreateQueue(queue, MessageQueue.FewestLines - 1, out _));
        Assert.Equal(FaultCause.BadLength, Gru.TryCreateQueue(queue, MessageQueue.MostLines + 1, out _));
    }

    [Fact]
    [Trait("Clause", "MSG-1")]
    [Trait("Clause", "MSG-8")]
    public void An_instruction_that_cannot_be_completed_ends_in_an_exception_and_has_sent_and_received_nothing()
    {
        var into = new ulong[MessageQueue.MostWords];
        foreach (var (at, cause) in new[] { (queue + 32, FaultCause.Unaligned), (queue + (3 * 4096), FaultCause.NotMapped), (new ExtendedAddress(64), FaultCause.ProcessorAddress) })
        {
            Assert.Equal(cause, Gru.TryCreateQueue(at, 2, out _));
            Assert.Equal(cause, Gru.TrySend(at, [1], out _));
            Assert.Equal(cause, Gru.TryReceive(at, into, out _, out _));
            Assert.Equal(cause, Gru.TryStopQueue(at, out _));
            Assert.Equal(cause, Gru.TryStartQueue(at, out _));
        }

        Gru.CreateQueue(queue, 2);
        Send(1);
        task.Protect(new(queue, 4096), Rights.Read);
        Assert.Equal(FaultCause.NotPermitted, Assert.Throws<GruException>(() => Send(2)).Cause);
        Assert.Equal(FaultCause.NotPermitted, Gru.TryReceive(queue, into, out var words, out _));
        Assert.Equal(0, words);
        task.Protect(new(queue, 4096), Rights.ReadWrite);
        Comes(1UL);
        Assert.Null(Receive());
    }

    [Fact]
    [Trait("Clause", "MSG-8")]
    public void What_is_no_queue_or_has_been_written_over_is_told_and_left_as_it_is()
    {
        var into = new ulong[MessageQueue.MostWords];
        AllSay(MessageStatus.NotAQueue);

        // Head beyond its half, a limit that is none, a size that is none.
        foreach (var (word, bad) in new (ulong, ulong)[] { (0, 3), (0, 1UL << 16), (0, (4UL << 16) | 1), (8, (0x4D45_5351UL << 32) | 1), (8, (0x4D45_5351UL << 32) | 16_385), (8, 2) })
        {
            Gru.CreateQueue(queue, 2);
            Gru.Store(queue + word, bad);
            Assert.Equal(MessageStatus.NotAQueue, Gru.Send(queue, [1]));
            Assert.Equal(bad, Gru.Load<ulong>(queue + word));
        }

        // A turn that is none, a mark that is none, and a long message that would go over the end of its half.
        foreach (var (word, bad) in new (ulong, ulong)[] { (64, 4), (128, 17), (128, ulong.MaxValue) })
        {
            Gru.CreateQueue(queue, 2);
            Gru.Store(queue + word, bad);
            Assert.Equal(MessageStatus.NotAQueue, Gru.Receive(queue, into, out _));
            Assert.Equal(bad, Gru.Load<ulong>(queue + word));
        }

        Gru.CreateQueue(queue, 2);
        Gru.Store(queue + 64, 1UL);
        Gru.Store(queue + 192, 8UL);
        Assert.Equal(MessageStatus.NotAQueue, Gru.Receive(queue, into, out _));

        // One that says it is larger than the rest of its page.
        Gru.CreateQueue(queue + 2048, 2);
        Gru.Store(queue + 2056, (0x4D45_5351UL << 32) | 16UL);
        Assert.Equal(MessageStatus.PageOverflow, Gru.Send(queue + 2048, [1]));
        Assert.Equal(MessageStatus.PageOverflow, Gru.Receive(queue + 2048, into, out _));

        void AllSay(MessageStatus expected)
        {
            Assert.Equal(expected, Gru.Send(queue, [1]));
            Assert.Equal(expected, Gru.Receive(queue, into, out _));
            Assert.Equal((FaultCause.None, expected), (Gru.TryStopQueue(queue, out var status), status));
            Assert.Equal((FaultCause.None, expected), (Gru.TryStartQueue(queue, out status), status));
        }
    }

    [Fact]
    [Trait("Clause", "MSG-2")]
    [Trait("Clause", "XPM-4")]
    public void A_queue_is_sent_to_through_an_attachment_that_may_be_written_until_its_segment_is_removed()
    {
        Gru.CreateQueue(queue, 2);
        var segment = task.MakeSegment(new(queue, 4096));
        using var other = machine.StartTask(uid: 7);
        var permit = other.Get(segment);
        var attached = other.AttachPrivate(permit, 0, 4096, PageSize.Of4K).Start;
        var readable = other.AttachPrivate(other.Get(segment, Rights.Read), 0, 4096, PageSize.Of4K).Start;

        Assert.Equal(MessageStatus.Done, other.Gru.Send(attached, [5]));
        Assert.Equal(FaultCause.NotPermitted, other.Gru.TrySend(readable, [6], out _));
        Comes(5UL);
        task.RemoveSegment(segment);
        Assert.Equal(FaultCause.NotMapped, other.Gru.TrySend(attached, [7], out _));
        Assert.Null(Receive());
    }

    [Fact]
    [Trait("Clause", "MSG-8")]
    [Trait("Clause", "PAR-2")]
    public void A_queue_in_a_failed_partition_is_sent_to_by_nobody()
    {
        var fabric = Machine.Create(new() { Partitions = 2 });
        var (near, far) = (fabric.StartTask(uid: 7, 0), fabric.StartTask(uid: 7, 1));
        near.Join(far.CreateSharedXmm());
        var there = far.MapShared(4096, PageSize.Of4K).Start;
        far.Gru.CreateQueue(there, 2);
        Assert.Equal(MessageStatus.Done, near.Gru.Send(there, [1]));
        fabric.FailPartition(1);
        Assert.Equal(FaultCause.PartitionFailed, near.Gru.TrySend(there, [2], out _));
        Assert.Equal(FaultCause.PartitionFailed, near.Gru.TryReceive(there, new ulong[MessageQueue.MostWords], out _, out _));
        Assert.Equal(FaultCause.PartitionFailed, near.Gru.TryCreateQueue(there, 2, out _));
        near.Dispose();
        Holds.Nothing(fabric);
    }

    private MessageStatus Send(ulong word, int words = 1)
    {
        var message = new ulong[words];
        message.AsSpan().Fill(word);
        return Gru.Send(queue, message);
    }

    private void Comes(params ulong[] expected) => Assert.Equal(expected, Receive() ?? []);

    private ulong[]? Receive()
    {
        var into = new ulong[MessageQueue.MostWords];
        return Gru.Receive(queue, into, out var words) == MessageStatus.Done ? into[..words] : null;
    }
}
