namespace Xvma.Tests.Messages;

/// <summary>What is asked of a queue. A message is one word, again and again; no two messages are the same.</summary>
internal readonly record struct QueueCall(QueueVerb Verb, ulong Word = 0, int Words = 0)
{
    public override string ToString() => Verb switch
    {
        QueueVerb.Take => $"Send {Words} × {Word}",
        QueueVerb.FillUp or QueueVerb.Publish => $"{Verb} {Word}",
        _ => $"{Verb}",
    };

    /// <summary>Makes the call, a send or a receive as a whole.</summary>
    public QueueAnswer Perform(Gru gru, ExtendedAddress queue)
    {
        var into = new ulong[MessageQueue.MostWords];
        MessageStatus status;
        switch (Verb)
        {
            case QueueVerb.Take:
                into.AsSpan(0, Words).Fill(Word);
                return new(gru.Send(queue, into.AsSpan(0, Words)), 0);
            case QueueVerb.Receive:
                status = gru.Receive(queue, into, out var words);
                if (words > 0 && into.AsSpan(0, words).ContainsAnyExcept(into[0])) throw new InvalidOperationException("The message is torn.");
                return new(status, words == 0 ? 0 : (into[0] << 8) | (uint)words);
            case QueueVerb.Stop:
                return gru.TryStopQueue(queue, out status) == FaultCause.None ? new(status, 0) : default;
            default:
                return gru.TryStartQueue(queue, out status) == FaultCause.None ? new(status, 0) : default;
        }
    }
}
