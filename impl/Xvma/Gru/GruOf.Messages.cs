namespace Xvma;

// The message instructions (chapter 16).
internal sealed partial class GruOf<TSync>
{
    internal override FaultCause CreateQueue(ExtendedAddress queue, int lines, out MessageStatus status) =>
        RunMessage(queue, new MessageOperations<TSync>.Create(lines), out _, out status);

    internal override FaultCause SendMessage(ExtendedAddress queue, ReadOnlySpan<ulong> message, out MessageStatus status) =>
        RunMessage(queue, new MessageOperations<TSync>.Send(message), out _, out status);

    internal override FaultCause ReceiveMessage(ExtendedAddress queue, Span<ulong> message, out int words, out MessageStatus status)
    {
        var cause = RunMessage(queue, new MessageOperations<TSync>.Receive(message), out var done, out status);
        words = done.Words;
        return cause;
    }

    internal override FaultCause StopQueue(ExtendedAddress queue, bool isStopped, out MessageStatus status) =>
        RunMessage(queue, new MessageOperations<TSync>.SetStop(isStopped), out _, out status);

    private FaultCause RunMessage<TOperation>(ExtendedAddress queue, TOperation operation, out TOperation done, out MessageStatus status)
        where TOperation : struct, IMessageOperation, allows ref struct
    {
        var pieces = new MessagePieces<TSync, TOperation>(queue.Value, operation);
        var cause = Run(ref pieces, ref queue);
        done = pieces.Operation;
        status = pieces.Status;
        return cause;
    }
}
