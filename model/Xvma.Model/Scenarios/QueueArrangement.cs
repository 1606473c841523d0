using System.Collections.Immutable;

namespace Xvma.Model;

/// <summary>A message queue of the smallest size, and what its messages must be.</summary>
/// <param name="Receiver">Whose it is.</param>
/// <param name="Address">Where it is, to its receiver.</param>
internal sealed record QueueArrangement(XvmaTask Receiver, ExtendedAddress Address)
{
    /// <summary>Words of a message of two lines.</summary>
    public const int Long = 8;

    /// <summary>Lets a task make a queue at the beginning of memory of its own.</summary>
    public static QueueArrangement Of(XvmaTask receiver, Window memory) => At(receiver, memory.Start);

    /// <summary>Lets a task make a queue at an address.</summary>
    public static QueueArrangement At(XvmaTask receiver, ExtendedAddress address)
    {
        Expect.That(receiver.Gru.CreateQueue(address, MessageQueue.FewestLines) == MessageStatus.Done, "MSG-1", "There is no queue.");
        return new(receiver, address);
    }

    /// <summary>Sends a message while arranging.</summary>
    public QueueArrangement Sent(ulong word, int words = 2)
    {
        var message = new ulong[words];
        message.AsSpan().Fill(word);
        Expect.That(Receiver.Gru.Send(Address, message) == MessageStatus.Done, "MSG-2", $"The message {word} was not sent.");
        return this;
    }

    /// <summary>Receives a message while arranging.</summary>
    public QueueArrangement Received()
    {
        Expect.That(Take() != 0, "MSG-3", "There is no message.");
        return this;
    }

    /// <summary>Receives what is left when all is at rest.</summary>
    public ImmutableArray<ulong> Rest()
    {
        var rest = ImmutableArray.CreateBuilder<ulong>();
        while (Take() is var word and not 0) rest.Add(word);
        return rest.DrainToImmutable();
    }

    /// <summary>The word that a message is made of; a message made of several is torn.</summary>
    public static ulong WordOf(Received received)
    {
        Expect.Done(received.Cause);
        if (received.Status == MessageStatus.Empty) return 0;
        Expect.That(received.Status == MessageStatus.Done, "MSG-3", $"The receive has ended with {received}.");
        return TheWordOf(received.Words.AsSpan());
    }

    /// <summary>These messages have come, in this order or in one that keeps the order of each sender.</summary>
    public static void Came(ImmutableArray<ulong> messages, params ReadOnlySpan<ulong[]> bySender)
    {
        var sent = 0;
        foreach (var own in bySender)
        {
            sent += own.Length;
            Expect.That(messages.Where(own.Contains).SequenceEqual(own), "MSG-2", $"[{string.Join(", ", messages)}] came of one who had sent [{string.Join(", ", own)}].");
        }

        Expect.That(messages.Length == sent, "MSG-2", $"[{string.Join(", ", messages)}] came of {sent} messages.");
    }

    private ulong Take()
    {
        var into = new ulong[MessageQueue.MostWords];
        var status = Receiver.Gru.Receive(Address, into, out var words);
        return WordOf(new(FaultCause.None, status, [.. into.AsSpan(0, words)]));
    }

    /// <summary>The word that a message is made of; a message made of several is torn.</summary>
    public static ulong TheWordOf(ReadOnlySpan<ulong> words)
    {
        Expect.That(words.Length is 2 or Long && words[0] != 0 && !words.ContainsAnyExcept(words[0]), "MSG-4", $"The message [{string.Join(", ", words.ToArray())}] is none that was sent.");
        return words[0];
    }
}
