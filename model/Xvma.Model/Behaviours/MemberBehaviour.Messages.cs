namespace Xvma.Model;

/// <content>Message queues.</content>
public abstract partial class MemberBehaviour
{
    /// <summary>Sends a message that is one word, again and again.</summary>
    public Sent Send(ExtendedAddress queue, ulong word, int words = 2)
    {
        Calls.Begin($"Send {queue} ← {words} × {word}");
        var message = new ulong[words];
        message.AsSpan().Fill(word);
        var cause = Slot.TrySend(queue, message, out var status);
        return Calls.Return(new Sent(cause, status));
    }

    /// <summary>Receives a message.</summary>
    public Received Receive(ExtendedAddress queue)
    {
        Calls.Begin($"Receive {queue}");
        var into = new ulong[MessageQueue.MostWords];
        var cause = Slot.TryReceive(queue, into, out var words, out var status);
        return Calls.Return(new Received(cause, status, [.. into.AsSpan(0, words)]));
    }

    /// <summary>Lets a queue take no messages.</summary>
    public Sent Stop(ExtendedAddress queue)
    {
        Calls.Begin($"StopQueue {queue}");
        var cause = Slot.TryStopQueue(queue, out var status);
        return Calls.Return(new Sent(cause, status));
    }

    /// <summary>Lets a queue take messages again.</summary>
    public Sent Start(ExtendedAddress queue)
    {
        Calls.Begin($"StartQueue {queue}");
        var cause = Slot.TryStartQueue(queue, out var status);
        return Calls.Return(new Sent(cause, status));
    }
}
