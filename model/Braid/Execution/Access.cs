namespace Braid;

/// <summary>How a step touches its location, as far as the order of two steps is concerned.</summary>
internal enum Access : byte
{
    /// <summary>Touches nothing that others see.</summary>
    Local,

    /// <summary>Sees a value that the thread itself has written and nobody else can see yet.</summary>
    Forwarded,

    /// <summary>Sees the value and leaves it.</summary>
    Read,

    /// <summary>Sees who else holds a reader-writer lock and leaves it: a failed attempt to write.</summary>
    Inspect,

    /// <summary>Enters or leaves a reader-writer lock as a reader: readers do not see each other.</summary>
    Share,

    /// <summary>Appends to a mailbox.</summary>
    Send,

    /// <summary>Takes the oldest message, which the sending of that message precedes; other sendings are invisible to it.</summary>
    Receive,

    /// <summary>Changes the value.</summary>
    Write,
}
