using Braid;

namespace Xvma.Model;

/// <remarks>
/// A message is two words in turn: which thread has sent it, its number there and its length, and then its length alone, which looks like the mark of a line. So a torn
/// one shows, and one that comes twice or was never sent. Of all queues in one space one thread is the receiver, and makes queues where there are none; anybody sends.
/// </remarks>
internal sealed partial class SoakWorker
{
    private const int QueueLines = 3;
    private const int LengthBits = 4;
    private const int NumberBits = 56;

    private ulong sent;

    private void StepOfMessages(SoakKind kind, SoakQueue queue)
    {
        if (kind == SoakKind.Send) Send(queue.Task, queue.Address);
        else if (kind == SoakKind.Receive) Receive(queue);
        else StopOrStart(queue.Task, queue.Address);
    }

    private void Send(XvmaTask task, ExtendedAddress queue)
    {
        if (SlotOf(task) is not { } slot) return;
        Span<ulong> message = stackalloc ulong[MessageQueue.MostWords];
        message = message[..random.Next(1, MessageQueue.MostWords + 1)];
        var word = (((ulong)(uint)number + 1) << NumberBits) | (++sent << LengthBits) | (uint)message.Length;
        for (var i = 0; i < message.Length; i++) message[i] = WordAt(i, word);
        Count(slot.TrySend(queue, message, out var status), status);
    }

    private void Receive(SoakQueue from)
    {
        var (task, queue, isShared) = (from.Task, from.Address, from.IsShared);
        if (number != (isShared ? 0 : (int)(task.Id % threads)) || SlotOf(task) is not { } slot) return;
        Span<ulong> into = stackalloc ulong[MessageQueue.MostWords];
        var cause = slot.TryReceive(queue, into, out var words, out var status);
        Count(cause, status);
        if (cause != FaultCause.None) return;
        if (status == MessageStatus.NotAQueue) Create(slot, from);
        else if (status == MessageStatus.Done) Check(task, queue, into[..words]);
        else if (status != MessageStatus.Empty) throw new Violation("MSG-3", $"{task} has received {status} at {queue}.");
    }

    // Another queue can come to this address, by a move or with another group: it is not made again under its senders.
    private void Create(Gru slot, SoakQueue queue) => pool.MakeQueue(() =>
    {
        Span<ulong> into = stackalloc ulong[MessageQueue.MostWords];
        if (slot.TryReceive(queue.Address, into, out _, out var status) != FaultCause.None || status != MessageStatus.NotAQueue) return;
        Count(slot.TryCreateQueue(queue.Address, QueueLines, out status), status);
        pool.NoteQueue(random.Next(), queue);
    });

    private void Check(XvmaTask task, ExtendedAddress queue, ReadOnlySpan<ulong> message)
    {
        var word = message[0];
        var isWhole = word >> NumberBits is not 0 && message.Length == LengthIn(word);
        for (var i = 0; i < message.Length; i++) isWhole &= message[i] == WordAt(i, word);
        if (!isWhole)
            throw new Violation("MSG-4", $"{task} has received [{string.Join(", ", message.ToArray())}] at {queue}, which nobody has sent.");
        if (!pool.IsFirst(word)) throw new Violation("MSG-2", $"{task} has received {word} at {queue}, which had been received before.");
        Received++;
    }

    // Mostly one that somebody made lately, else senders and receivers would rarely mean the same.
    private SoakQueue QueueOf(XvmaTask task, bool isShared) =>
        random.Next(8) > 0 && pool.QueueAt(random.Next()) is { } known && known.Task.State != TaskState.Dead
            ? known
            : new(task, ((isShared ? mappedShared : mapped.TryGetValue(task, out var own) ? own : null) ?? Place(task, isShared)) + QueuePart, isShared);

    private void StopOrStart(XvmaTask task, ExtendedAddress queue)
    {
        if (SlotOf(task) is not { } slot) return;
        var isStop = random.Next(3) == 0;
        Count(isStop ? slot.TryStopQueue(queue, out var status) : slot.TryStartQueue(queue, out status), status);
    }

    private static int LengthIn(ulong word) => (int)(word & ((1UL << LengthBits) - 1));

    private static ulong WordAt(int index, ulong word) => index % 2 == 0 ? word : (ulong)(uint)LengthIn(word);

    private void Count(FaultCause cause, MessageStatus status) => Done += cause == FaultCause.None && status == MessageStatus.Done ? 1 : 0;
}
