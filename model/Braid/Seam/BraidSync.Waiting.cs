using Xvma.Sync;

namespace Braid;

public readonly partial struct BraidSync
{
    /// <inheritdoc/>
    public static object CreateMutex(CellName name) => Execution.Current.NewWaitable(new(name, -1));

    /// <inheritdoc/>
    public static void Enter(object mutex) => Execution.Current.Waitable(OperationKind.Enter, mutex);

    /// <inheritdoc/>
    public static bool TryEnter(object mutex) => Execution.Current.Waitable(OperationKind.TryEnter, mutex) != 0;

    /// <inheritdoc/>
    public static void Exit(object mutex) => Execution.Current.Waitable(OperationKind.Exit, mutex);

    /// <inheritdoc/>
    public static object CreateReaderWriterLock(CellName name) => Execution.Current.NewWaitable(new(name, -1));

    /// <inheritdoc/>
    public static void EnterRead(object readerWriterLock) => Execution.Current.Waitable(OperationKind.EnterRead, readerWriterLock);

    /// <inheritdoc/>
    public static bool TryEnterRead(object readerWriterLock) => Execution.Current.Waitable(OperationKind.TryEnterRead, readerWriterLock) != 0;

    /// <inheritdoc/>
    public static void ExitRead(object readerWriterLock) => Execution.Current.Waitable(OperationKind.ExitRead, readerWriterLock);

    /// <inheritdoc/>
    /// <remarks>Two steps when the lock is taken: asking for it holds new readers back, as in production, before it is granted.</remarks>
    public static void EnterWrite(object readerWriterLock)
    {
        if (Execution.Current.Waitable(OperationKind.EnterWrite, readerWriterLock) == 0)
            Execution.Current.Waitable(OperationKind.AwaitWrite, readerWriterLock);
    }

    /// <inheritdoc/>
    public static bool TryEnterWrite(object readerWriterLock) => Execution.Current.Waitable(OperationKind.TryEnterWrite, readerWriterLock) != 0;

    /// <inheritdoc/>
    public static void ExitWrite(object readerWriterLock) => Execution.Current.Waitable(OperationKind.ExitWrite, readerWriterLock);

    /// <inheritdoc/>
    public static object CreateWaitQueue(CellName name) => Execution.Current.NewWaitable(new(name, -1));

    /// <inheritdoc/>
    public static long PrepareToWait(object waitQueue) => Execution.Current.Waitable(OperationKind.PrepareToWait, waitQueue);

    /// <inheritdoc/>
    public static void Wait(object waitQueue, long ticket) => Execution.Current.Waitable(OperationKind.Wait, waitQueue, ticket);

    /// <inheritdoc/>
    public static void WakeAll(object waitQueue) => Execution.Current.Waitable(OperationKind.WakeAll, waitQueue);
}
