namespace Braid;

/// <summary>In which order the stores of one thread can be seen by others.</summary>
public enum MemoryModel
{
    /// <summary>Every store is in memory at once: an execution is an interleaving.</summary>
    SequentialConsistency,

    /// <summary>
    /// Total store order, as x86 processors grant it (Owens, Sarkar, Sewell: "A better x86 memory model: x86-TSO", TPHOLs 2009): plain stores go
    /// through a first-in-first-out buffer of their thread, which alone sees them until they reach memory, each by a step of its own.
    /// Atomic operations, mutexes, messages, sequentially consistent stores and full fences wait until the buffer is empty.
    /// </summary>
    /// <remarks>
    /// <para>
    /// It is also what .NET's memory model grants a program over these cells on Arm's processors, which are multi-copy atomic: every load acquires
    /// and every store releases, so that no two operations of a thread change places but a store and a later load.
    /// (Pulte, Flur, Deacon, French, Sarkar, Sewell: "Simplifying ARM concurrency", POPL 2018; the tests enumerate the executions of that model.)
    /// </para>
    /// <para>
    /// Reader-writer locks and wait queues are made of a monitor. That is a full fence on x86, but in .NET's memory model it acquires when it is
    /// entered and releases when it is left; so it is explored, which allows more than x86 does.
    /// </para>
    /// </remarks>
    TotalStoreOrder,
}
