namespace Xvma;

// The message instructions (chapter 16).
public abstract partial class Gru
{
    /// <summary>Makes an empty message queue of memory that the task may write (MSG-1); what was there before is gone.</summary>
    /// <param name="queue">Its first byte, a multiple of <see cref="MessageQueue.LineBytes"/>; all of it is in one page.</param>
    /// <param name="lines">Lines of each of its halves, from <see cref="MessageQueue.FewestLines"/> to <see cref="MessageQueue.MostLines"/>.</param>
    /// <param name="status">Done, or <see cref="MessageStatus.PageOverflow"/>.</param>
    public FaultCause TryCreateQueue(ExtendedAddress queue, int lines, out MessageStatus status)
    {
        status = default;
        if (lines is < MessageQueue.FewestLines or > MessageQueue.MostLines) return FaultCause.BadLength;
        return IsLine(queue) ? CreateQueue(queue, lines, out status) : FaultCause.Unaligned;
    }

    /// <summary>mesq: sends a message by one instruction, whole or not at all (MSG-2, MSG-4). Any number of slots send to one queue.</summary>
    /// <param name="queue">The queue, at an address of this task that it may write.</param>
    /// <param name="message">From 1 to <see cref="MessageQueue.MostWords"/> words; up to 7 take one line, more take two.</param>
    /// <param name="status">
    /// Done, <see cref="MessageStatus.Full"/>, <see cref="MessageStatus.Nacked"/>, <see cref="MessageStatus.PageOverflow"/> or
    /// <see cref="MessageStatus.NotAQueue"/>.
    /// </param>
    public FaultCause TrySend(ExtendedAddress queue, ReadOnlySpan<ulong> message, out MessageStatus status)
    {
        status = default;
        if (message.Length is < 1 or > MessageQueue.MostWords) return FaultCause.BadLength;
        return IsLine(queue) ? SendMessage(queue, message, out status) : FaultCause.Unaligned;
    }

    /// <summary>Receives the next message of a queue and gives its lines back (MSG-3). One slot at a time receives from a queue.</summary>
    /// <param name="queue">The queue, at an address of this task that it may write.</param>
    /// <param name="message">Where it is put; room for <see cref="MessageQueue.MostWords"/> words.</param>
    /// <param name="words">How many words it has; 0 when there was none.</param>
    /// <param name="status">
    /// Done, <see cref="MessageStatus.Empty"/>, <see cref="MessageStatus.PageOverflow"/> or <see cref="MessageStatus.NotAQueue"/>.
    /// </param>
    public FaultCause TryReceive(ExtendedAddress queue, Span<ulong> message, out int words, out MessageStatus status)
    {
        (words, status) = (0, default);
        if (message.Length < MessageQueue.MostWords) return FaultCause.BadLength;
        return IsLine(queue) ? ReceiveMessage(queue, message, out words, out status) : FaultCause.Unaligned;
    }

    /// <summary>From here on the queue takes no messages: who sends gets <see cref="MessageStatus.Nacked"/> (MSG-7). What has been taken stays to be received.</summary>
    /// <param name="queue">The queue, at an address of this task that it may write.</param>
    /// <param name="status">Done, <see cref="MessageStatus.PageOverflow"/> or <see cref="MessageStatus.NotAQueue"/>.</param>
    public FaultCause TryStopQueue(ExtendedAddress queue, out MessageStatus status) => SetStop(queue, isStopped: true, out status);

    /// <summary>From here on the queue takes messages again (MSG-7).</summary>
    /// <inheritdoc cref="TryStopQueue"/>
    public FaultCause TryStartQueue(ExtendedAddress queue, out MessageStatus status) => SetStop(queue, isStopped: false, out status);

    /// <inheritdoc cref="TryCreateQueue"/>
    /// <exception cref="GruException">The instruction ended in an exception.</exception>
    public MessageStatus CreateQueue(ExtendedAddress queue, int lines) => Status(TryCreateQueue(queue, lines, out var status), status, queue);

    /// <inheritdoc cref="TrySend"/>
    /// <exception cref="GruException">The instruction ended in an exception; nothing was sent.</exception>
    public MessageStatus Send(ExtendedAddress queue, ReadOnlySpan<ulong> message) => Status(TrySend(queue, message, out var status), status, queue);

    /// <inheritdoc cref="TryReceive"/>
    /// <exception cref="GruException">The instruction ended in an exception; nothing was received.</exception>
    public MessageStatus Receive(ExtendedAddress queue, Span<ulong> message, out int words) =>
        Status(TryReceive(queue, message, out words, out var status), status, queue);

    internal abstract FaultCause CreateQueue(ExtendedAddress queue, int lines, out MessageStatus status);

    internal abstract FaultCause SendMessage(ExtendedAddress queue, ReadOnlySpan<ulong> message, out MessageStatus status);

    internal abstract FaultCause ReceiveMessage(ExtendedAddress queue, Span<ulong> message, out int words, out MessageStatus status);

    internal abstract FaultCause StopQueue(ExtendedAddress queue, bool isStopped, out MessageStatus status);

    private FaultCause SetStop(ExtendedAddress queue, bool isStopped, out MessageStatus status)
    {
        status = default;
        return IsLine(queue) ? StopQueue(queue, isStopped, out status) : FaultCause.Unaligned;
    }

    private static bool IsLine(ExtendedAddress queue) => queue.Value % MessageQueue.LineBytes == 0;

    private static MessageStatus Status(FaultCause cause, MessageStatus status, ExtendedAddress queue)
    {
        if (cause != FaultCause.None) Throw(cause, queue);
        return status;
    }
}
