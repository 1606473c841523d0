namespace Xvma;

/// <summary>What a message instruction does to a queue, once translated.</summary>
internal interface IMessageOperation
{
    /// <summary>Does it.</summary>
    /// <param name="memory">Where the queue's first word is.</param>
    /// <param name="room">Bytes from there to the end of its page.</param>
    MessageStatus Perform(long memory, ulong room);
}
