namespace Xvma;

/// <summary>What a message instruction that is complete has come to. Anything but <see cref="Done"/> has changed nothing.</summary>
public enum MessageStatus
{
    /// <summary>The message was sent or received whole, or the queue was made, stopped or started.</summary>
    Done,

    /// <summary>The queue has no room for a message of this size until more has been received (MSG-5).</summary>
    Full,

    /// <summary>The message whose turn it is has not been sent whole yet, or there is none (MSG-3).</summary>
    Empty,

    /// <summary>A negative acknowledgement: the receiver does not take messages now; the sender may try again (MSG-7).</summary>
    Nacked,

    /// <summary>The queue runs past the end of the page that its head is in (MSG-1).</summary>
    PageOverflow,

    /// <summary>There is no queue at the address, or one whose own words somebody has written over (MSG-8).</summary>
    NotAQueue,
}
