namespace Braid;

/// <summary>What a step did: one member for each operation of the seam that an explorer sees.</summary>
/// <remarks>The names are part of the schedule file format; members are added, never renamed.</remarks>
public enum OperationKind : byte
{
    /// <summary>No operation; never recorded.</summary>
    None,

    /// <summary>Read of an integer cell.</summary>
    Load,

    /// <summary>Write of an integer cell.</summary>
    Store,

    /// <summary>Compare-and-exchange of an integer cell; a read when it fails.</summary>
    CompareExchange,

    /// <summary>Exchange of an integer cell.</summary>
    Exchange,

    /// <summary>Addition to an integer cell.</summary>
    Add,

    /// <summary>Bitwise and into an integer cell.</summary>
    And,

    /// <summary>Bitwise or into an integer cell.</summary>
    Or,

    /// <summary>Wait until an integer cell holds another value; a read that can be blocked.</summary>
    SpinWhileEqual,

    /// <summary>Read of a reference cell.</summary>
    LoadReference,

    /// <summary>Write of a reference cell.</summary>
    StoreReference,

    /// <summary>Compare-and-exchange of a reference cell; a read when it fails.</summary>
    CompareExchangeReference,

    /// <summary>Exchange of a reference cell.</summary>
    ExchangeReference,

    /// <summary>Acquisition of a mutex; can be blocked.</summary>
    Enter,

    /// <summary>Attempt to take a mutex; a read when it fails.</summary>
    TryEnter,

    /// <summary>Release of a mutex.</summary>
    Exit,

    /// <summary>Acquisition of a reader-writer lock for reading; can be blocked.</summary>
    EnterRead,

    /// <summary>Attempt to take a reader-writer lock for reading; a read when it fails.</summary>
    TryEnterRead,

    /// <summary>Release of one reader.</summary>
    ExitRead,

    /// <summary>Request for a reader-writer lock for writing: takes it when it is free, else holds new readers back and is followed by <see cref="AwaitWrite"/>.</summary>
    EnterWrite,

    /// <summary>The second half of a request that found the lock taken; can be blocked.</summary>
    AwaitWrite,

    /// <summary>Attempt to take a reader-writer lock for writing; a read when it fails.</summary>
    TryEnterWrite,

    /// <summary>Release of the writer.</summary>
    ExitWrite,

    /// <summary>Taking a ticket of a wait queue; a read.</summary>
    PrepareToWait,

    /// <summary>Sleep until a wake-up after the ticket was taken; a read that can be blocked.</summary>
    Wait,

    /// <summary>Wake-up of a wait queue.</summary>
    WakeAll,

    /// <summary>A nondeterministic choice of the program under test.</summary>
    Choose,

    /// <summary>Hint that the thread cannot make progress alone. No scheduling point.</summary>
    Yield,

    /// <summary>Full fence; waits for the thread's store buffer to be empty. No scheduling point under sequential consistency.</summary>
    Fence,

    /// <summary>Fast half of an asymmetric fence: binds the compiler alone. No scheduling point.</summary>
    FenceLight,

    /// <summary>Slow half of an asymmetric fence, with <see cref="FenceHeavyEnd"/>. No scheduling point under sequential consistency.</summary>
    FenceHeavy,

    /// <summary>Reading of the virtual clock. No scheduling point: time passes only when nobody can move.</summary>
    Now,

    /// <summary>Sleep on the virtual clock; can be blocked.</summary>
    Delay,

    /// <summary>Creation of a shared object. No scheduling point: nobody else knows it yet.</summary>
    Share,

    /// <summary>Reservation of memory. No scheduling point: nobody else knows its address yet.</summary>
    ReserveMemory,

    /// <summary>Release of a reservation.</summary>
    ReleaseMemory,

    /// <summary>Read of 1, 2, 4 or 8 bytes of memory.</summary>
    LoadMemory,

    /// <summary>Write of 1, 2, 4 or 8 bytes of memory.</summary>
    StoreMemory,

    /// <summary>First half of a copy: reads the source.</summary>
    CopyFrom,

    /// <summary>Second half of a copy: writes the destination.</summary>
    CopyTo,

    /// <summary>Filling of a range of memory.</summary>
    FillMemory,

    /// <summary>Atomic addition to memory.</summary>
    FetchAddMemory,

    /// <summary>Atomic exchange of memory.</summary>
    ExchangeMemory,

    /// <summary>Atomic compare-and-exchange of memory; a read when it fails.</summary>
    CompareExchangeMemory,

    /// <summary>Putting a message into an actor's mailbox.</summary>
    Send,

    /// <summary>Taking the oldest message out of the actor's own mailbox; can be blocked.</summary>
    Receive,

    /// <summary>Creation of an actor.</summary>
    CreateActor,

    /// <summary>The oldest store in a thread's buffer reaches memory. A step of the thread's store buffer, not of the thread.</summary>
    Flush,

    /// <summary>End of a heavy fence; waits until the stores that were in any buffer at its beginning have reached memory.</summary>
    FenceHeavyEnd,
}
