namespace Xvma.Sync;

public partial interface ISync
{
    /// <summary>
    /// Returns once <paramref name="condition"/> holds, asking it again and again. For waits on more than one cell, or for more than a change, that short
    /// sections of other running threads end; everything else waits on a queue.
    /// </summary>
    /// <param name="state">What the condition needs; passed so that the delegate can be static.</param>
    /// <param name="condition">
    /// Reads cells; may change something (take a lock by an attempt) only when it then returns true. While it returns false it leaves no trace, neither
    /// in cells nor in local variables: an explorer then need not try what happens when it is asked twice about the same values.
    /// </param>
    static abstract void SpinUntil<TState>(TState state, Func<TState, bool> condition);

    /// <summary>Creates a mutual-exclusion lock, not recursive by contract. Not a scheduling point.</summary>
    static abstract object CreateMutex(CellName name);

    /// <summary>Returns once the calling thread holds the lock.</summary>
    static abstract void Enter(object mutex);

    /// <summary>Takes the lock if nobody holds it; never waits.</summary>
    static abstract bool TryEnter(object mutex);

    /// <summary>Releases the lock; only its holder may.</summary>
    static abstract void Exit(object mutex);

    /// <summary>Creates a lock that many readers or one writer hold, not recursive by contract. Not a scheduling point.</summary>
    static abstract object CreateReaderWriterLock(CellName name);

    /// <summary>Returns once the calling thread holds the lock for reading.</summary>
    static abstract void EnterRead(object readerWriterLock);

    /// <summary>Takes the lock for reading if no writer holds it; never waits.</summary>
    static abstract bool TryEnterRead(object readerWriterLock);

    /// <summary>Releases one reader.</summary>
    static abstract void ExitRead(object readerWriterLock);

    /// <summary>Returns once the calling thread holds the lock for writing.</summary>
    static abstract void EnterWrite(object readerWriterLock);

    /// <summary>Takes the lock for writing if nobody holds it; never waits.</summary>
    static abstract bool TryEnterWrite(object readerWriterLock);

    /// <summary>Releases the writer.</summary>
    static abstract void ExitWrite(object readerWriterLock);

    /// <summary>Creates a queue of waiting threads. Not a scheduling point.</summary>
    static abstract object CreateWaitQueue(CellName name);

    /// <summary>The first half of a wait: any wake-up from here on ends the wait that is given the returned ticket.</summary>
    static abstract long PrepareToWait(object waitQueue);

    /// <summary>Returns once <see cref="WakeAll"/> has been called since the ticket was taken; at once if it already has.</summary>
    static abstract void Wait(object waitQueue, long ticket);

    /// <summary>Ends every wait whose ticket was taken before.</summary>
    static abstract void WakeAll(object waitQueue);
}
