namespace Braid;

/// <summary>In which order the stores of one thread can be seen by others.</summary>
public enum MemoryModel
{
    /// <summary>Every store is in memory at once: an execution is an interleaving.</summary>
    SequentialConsistency,

    /// <summary>
    /// Total store order, as x86 processors grant it (Owens, Sarkar, Sewell: "A better x86 memory model: x86-TSO", TPHOLs 2009): plain stores go
    /// through a first-in-first-out buffer of their thread, which alone sees them until they reach memory, each by a step of its own.
    /// Atomic operations, locks, wait queues, messages, sequentially consistent stores and full fences wait until the buffer is empty.
    /// </summary>
    TotalStoreOrder,
}
