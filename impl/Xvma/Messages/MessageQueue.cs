namespace Xvma;

/// <summary>The measures of a message queue: memory of its receiver, which others send to by one instruction (chapter 16).</summary>
/// <remarks>
/// A queue is two lines of its own, head and receiver's turn, and then two halves of as many lines each. Senders fill one half; when it has
/// no more room, they turn to the other, if that has been received empty.
/// </remarks>
public static class MessageQueue
{
    /// <summary>Bytes of a line. A queue begins at a multiple of it.</summary>
    public const int LineBytes = 64;

    /// <summary>Words of 8 bytes that a message has at most: two lines without the first word, which says that it is there.</summary>
    public const int MostWords = 15;

    /// <summary>Lines of a half at least: those of the longest message.</summary>
    public const int FewestLines = 2;

    /// <summary>Lines of a half at most.</summary>
    public const int MostLines = 16_384;

    /// <summary>Bytes of memory of a queue. All of them must be in one page.</summary>
    /// <param name="lines">Of each half.</param>
    public static ulong BytesOf(int lines) => ((ulong)lines * 2 + 2) * LineBytes;

    /// <summary>Lines that a message takes: 1 or 2.</summary>
    /// <param name="words">Its length in words of 8 bytes, from 1 to <see cref="MostWords"/>.</param>
    public static int LinesOf(int words) => words < LineBytes / sizeof(ulong) ? 1 : 2;
}
