namespace Braid;

/// <summary>How logical threads are run. Both take the same decisions to the same trace.</summary>
public enum Backend
{
    /// <summary>All on one operating-system thread; a thread is continued by executing it again from its log. Fast; for code that keeps the one rule.</summary>
    ReExecution,

    /// <summary>
    /// Nothing is executed again, and each thread takes its steps itself: a thread that is suspended in the middle keeps an operating-system thread, of which one moves at a time. For code
    /// with shared state outside of cells, but not in thread-statics: threads that do not overlap share one of the operating system.
    /// </summary>
    OsThreads,
}
