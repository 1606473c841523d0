using System.Collections.Immutable;

namespace Xvma.Model;

// Queues: two in the shared page, and one in each page of a task's own.
internal sealed partial class PairGround
{
    private const ulong QueueOffset = 4096;
    private const ulong FullOffset = 8192;

    private readonly Dictionary<ExtendedAddress, ulong[]> arranged = [];
    private bool hasOwnQueues;

    /// <summary>A queue with a message in it and a line left in the half that is sent to: the next message but one turns it, and so does a long one.</summary>
    public ExtendedAddress Queue => Target + QueueOffset;

    /// <summary>A full queue: with the next message received one of its halves is free again.</summary>
    public ExtendedAddress FullQueue => Target + FullOffset;

    /// <summary>The queue in the partner's page, where the task has attached it.</summary>
    public ExtendedAddress AttachedQueue(XvmaTask task) => Attached(task).Start + QueueOffset;

    /// <summary>Sends a message that says who has sent it.</summary>
    public static PairMessage Send(ExtendedAddress queue, XvmaTask task, Gru slot, int words = 2)
    {
        var word = (10 * (ulong)task.Id) + (slot == task.Gru ? 0UL : 1UL);
        Span<ulong> message = stackalloc ulong[words];
        message.Fill(word);
        var sent = new Sent(slot.TrySend(queue, message, out var status), status);
        return new(queue, sent is { Cause: FaultCause.None, Status: MessageStatus.Done } ? word : 0, [], $"{sent}");
    }

    /// <summary>Receives a message.</summary>
    public static PairMessage Receive(ExtendedAddress queue, Gru slot)
    {
        var into = new ulong[MessageQueue.MostWords];
        var cause = slot.TryReceive(queue, into, out var words, out var status);
        var received = new Received(cause, status, [.. into.AsSpan(0, words)]);
        return new(queue, 0, received.Words, $"{received}");
    }

    /// <summary>Makes the queues in the shared page, and pushes the page out of the TLB again.</summary>
    public void MakeQueues()
    {
        if (arranged.Count > 0) return;
        _ = QueueArrangement.At(First, Queue).Sent(1);
        _ = QueueArrangement.At(First, FullQueue).Sent(2, QueueArrangement.Long).Sent(3).Sent(4);
        (arranged[Queue], arranged[FullQueue]) = ([1], [2, 3, 4]);
        FillTlb();
    }

    /// <summary>Makes a queue in the page that each task who acts has shown its partner.</summary>
    public void MakeOwnQueues()
    {
        Attach();
        if (hasOwnQueues) return;
        hasOwnQueues = true;
        foreach (var task in acting) _ = QueueArrangement.At(task, Own(task).Start + QueueOffset);
        FillTlb();
    }

    /// <summary>
    /// What was in the shared queues or has been sent has been received or is there to be received, once and as it was sent (MSG-2, MSG-4), and
    /// a queue received empty has room for one more, which comes (MSG-5). Where the first member does not reach the page any more, there is nothing to be said.
    /// </summary>
    public void CheckMessages(params ReadOnlySpan<PairMessage> told)
    {
        foreach (var (queue, there) in arranged)
        {
            ulong[][] sent = [there, .. from one in told.ToArray() where one.Queue == queue && one.Sent != 0 select (ulong[])[one.Sent]];
            var came = told.ToArray().Where(one => one.Queue == queue && one.Received.Length > 0).Select(one => QueueArrangement.TheWordOf(one.Received.AsSpan())).ToList();
            if (!TryDrain(queue, came)) continue;
            QueueArrangement.Came([.. came], sent);
            Expect.That(First.Gru.TryStartQueue(queue, out _) == FaultCause.None, "MSG-7", "A queue at rest cannot be started.");
            _ = new QueueArrangement(First, queue).Sent(9).Received();
        }
    }

    private bool TryDrain(ExtendedAddress queue, List<ulong> came)
    {
        Span<ulong> into = stackalloc ulong[MessageQueue.MostWords];
        while (First.Gru.TryReceive(queue, into, out var words, out var status) == FaultCause.None)
        {
            if (status == MessageStatus.Empty) return true;
            Expect.That(status == MessageStatus.Done, "MSG-8", $"At rest a receive has ended with {status}.");
            came.Add(QueueArrangement.TheWordOf(into[..words]));
        }

        return false;
    }
}
