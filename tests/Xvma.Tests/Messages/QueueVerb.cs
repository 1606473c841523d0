namespace Xvma.Tests.Messages;

internal enum QueueVerb
{
    /// <summary>The first instant of a send: it takes its lines, or is told why not.</summary>
    Take,

    /// <summary>The second: the line that was left over has been filled up.</summary>
    FillUp,

    /// <summary>The last: the message is whole.</summary>
    Publish,

    /// <summary>The first instant of a receive: it passes over a line that has been filled up.</summary>
    PassOver,

    /// <summary>The second: the message is received, or there is none.</summary>
    Receive,

    Stop,
    Start,
}
