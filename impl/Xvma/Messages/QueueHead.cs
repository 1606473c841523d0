namespace Xvma;

/// <summary>
/// A queue's first word: the next line to send to, where its half ends, which halves may be turned to, and whether messages are taken.
/// </summary>
/// <remarks>
/// The hardware keeps the halves' states ("hstatus") in words of their own, and a sender turns in three steps: it takes the state, moves the head,
/// and a third sends. One that dies in between leaves the queue full for ever. In one word, a turn is one change, and part of the instruction.
/// </remarks>
/// <param name="Word">As it is in memory.</param>
internal readonly record struct QueueHead(ulong Word)
{
    private const int LimitShift = 16;
    private const int FreeShift = 32;
    private const ulong Stopped = 1UL << 34;

    /// <summary>The line that the next message begins at.</summary>
    public int Next => (ushort)Word;

    /// <summary>The line after the last one of its half.</summary>
    public int Limit => (ushort)(Word >> LimitShift);

    /// <summary>Whether the receiver takes no messages now.</summary>
    public bool IsStopped => (Word & Stopped) != 0;

    /// <summary>Of a new queue: the first half is being sent to, the second is free.</summary>
    public static QueueHead Of(int lines) => new QueueHead((ulong)(uint)lines << LimitShift).Freed(1);

    /// <summary>Whether it can be the head of a queue with halves of this size: memory is anybody's to write.</summary>
    public bool IsOf(int lines) => (Limit == lines || Limit == 2 * lines) && Next <= Limit && Next >= Limit - lines;

    public QueueHead Freed(int half) => new(Word | (1UL << (FreeShift + half)));

    public QueueHead WithStop(bool isStopped) => new(isStopped ? Word | Stopped : Word & ~Stopped);

    /// <summary>The head after a message, and where the message goes: on in this half, or to the other one if that is free.</summary>
    /// <param name="count">Lines of the message.</param>
    /// <param name="lines">Lines of a half.</param>
    /// <param name="slot">Its first line.</param>
    /// <param name="after">The head after it.</param>
    public bool TryTake(int count, int lines, out int slot, out QueueHead after)
    {
        slot = Next;
        after = new(Word + (uint)count);
        if (Next + count <= Limit) return true;
        var other = Limit == lines ? 1 : 0;
        var free = 1UL << (FreeShift + other);
        if ((Word & free) == 0) return false;
        slot = other * lines;
        var kept = Word >> FreeShift << FreeShift;
        after = new((kept & ~free) | ((ulong)(uint)(slot + lines) << LimitShift) | (uint)(slot + count));
        return true;
    }
}
