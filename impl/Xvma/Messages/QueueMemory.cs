using Xvma.Sync;

namespace Xvma;

/// <summary>A queue's words in memory, reached through one translation that stays for as long as this is used.</summary>
/// <remarks>
/// Line 0: the head, then what it is a queue of. Line 1: the receiver's turn. Then the lines of both halves; the first word of each is its mark: 0 while
/// nothing whole begins there, else the message's words.
/// </remarks>
internal readonly struct QueueMemory<TSync>
    where TSync : struct, ISync
{
    /// <summary>The mark of a line that a message of two did not fit in.</summary>
    public const int Pad = MessageQueue.MostWords + 1;

    private const int Word = sizeof(ulong);
    private const ulong Kind = 0x4D45_5351UL << 32;

    private readonly long memory;

    private QueueMemory(long memory, int lines) => (this.memory, Lines) = (memory, lines);

    /// <summary>Lines of a half.</summary>
    public int Lines { get; }

    /// <summary>Makes an empty queue where there may be anything.</summary>
    public static MessageStatus Create(long memory, ulong room, int lines)
    {
        if (MessageQueue.BytesOf(lines) > room) return MessageStatus.PageOverflow;
        SharedMemory<TSync>.Fill(memory, (long)MessageQueue.BytesOf(lines), 0);
        SharedMemory<TSync>.Store(memory, Word, QueueHead.Of(lines).Word);
        SharedMemory<TSync>.Store(memory + Word, Word, Kind | (uint)lines); // last: before this nobody takes it for one
        return MessageStatus.Done;
    }

    /// <summary>The queue that is there.</summary>
    /// <param name="memory">Where its first word is.</param>
    /// <param name="room">Bytes from there to the end of the page.</param>
    /// <param name="queue">It.</param>
    public static MessageStatus Open(long memory, ulong room, out QueueMemory<TSync> queue)
    {
        var kind = SharedMemory<TSync>.Load(memory + Word, Word);
        queue = new(memory, (int)(uint)kind);
        if (kind >> 32 != Kind >> 32 || queue.Lines is < MessageQueue.FewestLines or > MessageQueue.MostLines) return MessageStatus.NotAQueue;
        return MessageQueue.BytesOf(queue.Lines) > room ? MessageStatus.PageOverflow : MessageStatus.Done;
    }

    public QueueHead LoadHead() => new(SharedMemory<TSync>.Load(memory, Word));

    public bool TryChangeHead(QueueHead from, QueueHead to) =>
        SharedMemory<TSync>.CompareExchange(memory, Word, to.Word, from.Word) == from.Word;

    /// <summary>Lets senders turn to a half that has been received empty.</summary>
    public void Free(int half)
    {
        QueueHead now;
        do now = LoadHead();
        while (!TryChangeHead(now, now.Freed(half)));
    }

    public void SetStop(bool isStopped)
    {
        QueueHead now;
        do now = LoadHead();
        while (!TryChangeHead(now, now.WithStop(isStopped)));
    }

    public ulong LoadTurn() => SharedMemory<TSync>.Load(memory + MessageQueue.LineBytes, Word);

    public void StoreTurn(int line) => SharedMemory<TSync>.Store(memory + MessageQueue.LineBytes, Word, (ulong)line);

    public ulong LoadMark(int line) => SharedMemory<TSync>.Load(At(line), Word);

    public void StoreMark(int line, int mark) => SharedMemory<TSync>.Store(At(line), Word, (ulong)mark);

    /// <summary>Writes a message, but not its mark.</summary>
    public void Write(int line, ReadOnlySpan<ulong> message)
    {
        var at = At(line);
        foreach (var word in message) SharedMemory<TSync>.Store(at += Word, Word, word);
    }

    public void Read(int line, Span<ulong> message)
    {
        var at = At(line);
        foreach (ref var word in message) word = SharedMemory<TSync>.Load(at += Word, Word);
    }

    private long At(int line) => memory + ((line + 2) * MessageQueue.LineBytes);
}
