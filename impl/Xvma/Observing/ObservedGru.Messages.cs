namespace Xvma.Observing;

// To the specification a message is a write of the queue's page: what a receive gives back it writes, too.
internal sealed partial class ObservedGru<TSync>
{
    internal override FaultCause CreateQueue(ExtendedAddress queue, int lines, out MessageStatus status)
    {
        Tell(Operation.Store, queue);
        return End(Operation.Store, slot.CreateQueue(queue, lines, out status));
    }

    internal override FaultCause SendMessage(ExtendedAddress queue, ReadOnlySpan<ulong> message, out MessageStatus status)
    {
        Tell(Operation.Store, queue);
        return End(Operation.Store, slot.SendMessage(queue, message, out status));
    }

    internal override FaultCause ReceiveMessage(ExtendedAddress queue, Span<ulong> message, out int words, out MessageStatus status)
    {
        Tell(Operation.Store, queue);
        return End(Operation.Store, slot.ReceiveMessage(queue, message, out words, out status));
    }

    internal override FaultCause StopQueue(ExtendedAddress queue, bool isStopped, out MessageStatus status)
    {
        Tell(Operation.Store, queue);
        return End(Operation.Store, slot.StopQueue(queue, isStopped, out status));
    }
}
