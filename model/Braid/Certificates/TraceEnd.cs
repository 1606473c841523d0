namespace Braid;

/// <summary>How an execution ended. The numbers are part of what is hashed of it.</summary>
public enum TraceEnd : byte
{
    /// <summary>All threads have ended, and nothing is wrong.</summary>
    Ended,

    /// <summary>Nobody can move any more, those who spin for what nobody changes among them.</summary>
    Deadlock,

    /// <summary>Something was wrong on the way or at rest.</summary>
    Failed,

    /// <summary>It was cut off before its end: too many steps, or code that does not repeat. It is no complete execution.</summary>
    CutOff,

    /// <summary>Whoever drove it was not interested in the rest.</summary>
    Stopped,
}
