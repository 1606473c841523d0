namespace Braid;

/// <summary>What kinds of operation have in common, as far as a reader of a trace cares.</summary>
internal static class OperationKinds
{
    /// <summary>Whether a step of this kind, done by a thread, leaves it holding a lock.</summary>
    public static bool Acquires(StepRecord step) => step.Kind switch
    {
        OperationKind.Enter or OperationKind.EnterRead or OperationKind.AwaitWrite => true,
        // A request that met the lock taken says so in its result; then the second half takes it.
        OperationKind.EnterWrite => step.Result.Length == 0,
        OperationKind.TryEnter or OperationKind.TryEnterRead or OperationKind.TryEnterWrite => step.IsWrite,
        _ => false,
    };

    /// <summary>Whether the operation lets go of a lock.</summary>
    public static bool Releases(OperationKind kind) => kind is OperationKind.Exit or OperationKind.ExitRead or OperationKind.ExitWrite;

    /// <summary>Whether the operation is about a lock.</summary>
    public static bool IsLock(OperationKind kind) => kind is >= OperationKind.Enter and <= OperationKind.ExitWrite;

    /// <summary>Whether the operation is about a wait queue.</summary>
    public static bool IsQueue(OperationKind kind) => kind is OperationKind.PrepareToWait or OperationKind.Wait or OperationKind.WakeAll;

    /// <summary>Whether the operation is a fence.</summary>
    public static bool IsFence(OperationKind kind) =>
        kind is OperationKind.Fence or OperationKind.FenceLight or OperationKind.FenceHeavy or OperationKind.FenceHeavyEnd;

    /// <summary>Whether the operation reads or writes data: cells, memory, mailboxes.</summary>
    public static bool IsData(OperationKind kind) =>
        kind is >= OperationKind.Load and <= OperationKind.ExchangeReference
            or >= OperationKind.ReleaseMemory and <= OperationKind.CompareExchangeMemory
            or OperationKind.Flush;

    /// <summary>Whether the operation writes without looking at what it overwrites.</summary>
    public static bool IsBlindWrite(OperationKind kind) =>
        kind is OperationKind.Store or OperationKind.StoreReference or OperationKind.StoreMemory
            or OperationKind.CopyTo or OperationKind.FillMemory or OperationKind.ReleaseMemory or OperationKind.Flush;

    /// <summary>Whether the step is a store that entered its thread's buffer: nobody else sees it before it reaches memory.</summary>
    public static bool IsBufferedStore(StepRecord step) =>
        step.IsBuffered && (IsBlindWrite(step.Kind) || Releases(step.Kind) || step.Kind == OperationKind.WakeAll);
}
