using Xvma;

namespace RankJob;

/// <content>Rendezvous: who has something says so by a message, and who wants it copies it itself.</content>
public sealed partial class Rank
{
    private const ulong Offer = 1;
    private const ulong Taken = 2;

    private readonly List<Message> early = [];

    /// <summary>Offers memory to a rank and returns when that has taken it.</summary>
    /// <param name="to">Who is to take it.</param>
    /// <param name="offset">Where it is in one's own memory.</param>
    /// <param name="bytes">How much; at least 1.</param>
    /// <exception cref="RankLostException">That rank, or this one, has ended.</exception>
    public void Send(int to, ulong offset, ulong bytes)
    {
        Post(to, new(Offer, Number, offset, bytes));
        Await(Taken, to);
    }

    /// <summary>Takes the memory that a rank offers, by one copy.</summary>
    /// <param name="from">Who offers it.</param>
    /// <param name="into">Where it goes in one's own memory.</param>
    /// <returns>How many bytes it was.</returns>
    /// <exception cref="RankLostException">That rank, or this one, has ended.</exception>
    public ulong Receive(int from, ulong into)
    {
        var offer = Await(Offer, from);
        Get(from, offer.Offset, into, offer.Bytes);
        Post(from, new(Taken, Number, 0, 0));
        return offer.Bytes;
    }

    /// <summary>Sends and receives at once, so that ranks may do so in a ring.</summary>
    /// <returns>How many bytes were received.</returns>
    /// <exception cref="RankLostException">One of the ranks has ended.</exception>
    public ulong SendReceive(int to, ulong offset, ulong bytes, int from, ulong into)
    {
        Post(to, new(Offer, Number, offset, bytes));
        var received = Receive(from, into);
        Await(Taken, to);
        return received;
    }

    /// <summary>Puts a message into a rank's queue. While that is full, it takes in what has come for itself: the other may be waiting, too.</summary>
    private void Post(int to, Message message)
    {
        for (var wait = new Waiting(this); ; wait.Once())
        {
            Done(to, Gru.TrySend(Place(to, Layout.Queue), [message.Kind, (ulong)message.From, message.Offset, message.Bytes], out var status));
            if (status == MessageStatus.Done) return;
            while (TryTakeIn()) { }
        }
    }

    private Message Await(ulong kind, int from)
    {
        for (var wait = new Waiting(this); ; wait.Once())
        {
            while (TryTakeIn()) { }
            var found = early.FindIndex(message => message.Kind == kind && message.From == from);
            if (found < 0) continue;
            var message = early[found];
            early.RemoveAt(found);
            return message;
        }
    }

    private bool TryTakeIn()
    {
        var words = (stackalloc ulong[MessageQueue.MostWords]);
        Done(Number, Gru.TryReceive(Place(Number, Layout.Queue), words, out var count, out _));
        if (count > 0) early.Add(new(words[0], (int)words[1], words[2], words[3]));
        return count > 0;
    }

    private readonly record struct Message(ulong Kind, int From, ulong Offset, ulong Bytes);
}
