namespace Braid;

/// <summary>What somebody is about to do in an execution that is driven from outside: plain facts, from which others may draw their conclusions.</summary>
public readonly record struct PendingMove
{
    /// <summary>
    /// Who: a thread or actor by index; or the store buffer of thread t, which is number t + <see cref="Stepper.Threads"/>.
    /// </summary>
    public required int Mover { get; init; }

    /// <summary>Whether it can be done now; otherwise something must happen first.</summary>
    public required bool CanMove { get; init; }

    /// <summary>The operation.</summary>
    public required OperationKind Kind { get; init; }

    /// <summary>Number of the cell, lock, queue, mailbox or block of memory it is done to; 0 for none. The same in every execution.</summary>
    public required int Location { get; init; }

    /// <summary>First 8-byte word of the block it touches; 0 for what is no memory.</summary>
    public required long FirstWord { get; init; }

    /// <summary>One past the last word it touches; 1 for what is no memory.</summary>
    public required long EndWord { get; init; }

    /// <summary>Whether it would succeed in the present state: false for an attempt at a lock that is taken, or a comparison that fails.</summary>
    public required bool Succeeds { get; init; }

    /// <summary>For a <see cref="OperationKind.Send"/> or <see cref="OperationKind.Receive"/>: which message of the mailbox, from 0.</summary>
    public required long Message { get; init; }

    /// <summary>Whether it is a store that goes to the thread's store buffer and not to memory.</summary>
    public required bool EntersBuffer { get; init; }

    /// <summary>How many of the thread's stores must have reached memory first.</summary>
    public required int StoresAwaited { get; init; }
}
