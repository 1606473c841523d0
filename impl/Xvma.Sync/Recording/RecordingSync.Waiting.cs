using System.Runtime.CompilerServices;

namespace Xvma.Sync;

public readonly partial struct RecordingSync
{
    /// <inheritdoc/>
    public static object CreateMutex(CellName name) => new RecordedMutex(RecordedCells.Create(0, in name, -1));

    /// <inheritdoc/>
    public static void Enter(object mutex)
    {
        var taken = Unsafe.As<RecordedMutex>(mutex);
        taken.Mutex.Enter();
        RecordedCells.Show(taken.Cell, Touch.Entered);
    }

    /// <inheritdoc/>
    public static bool TryEnter(object mutex)
    {
        var wanted = Unsafe.As<RecordedMutex>(mutex);
        if (!wanted.Mutex.TryEnter()) return false;
        RecordedCells.Show(wanted.Cell, Touch.Entered);
        return true;
    }

    /// <inheritdoc/>
    public static void Exit(object mutex)
    {
        var left = Unsafe.As<RecordedMutex>(mutex);
        RecordedCells.Show(left.Cell, Touch.Left);
        left.Mutex.Exit();
    }

    /// <inheritdoc/>
    public static object CreateReaderWriterLock(CellName name) => NativeSync.CreateReaderWriterLock(name);

    /// <inheritdoc/>
    public static void EnterRead(object readerWriterLock) => NativeSync.EnterRead(readerWriterLock);

    /// <inheritdoc/>
    public static bool TryEnterRead(object readerWriterLock) => NativeSync.TryEnterRead(readerWriterLock);

    /// <inheritdoc/>
    public static void ExitRead(object readerWriterLock) => NativeSync.ExitRead(readerWriterLock);

    /// <inheritdoc/>
    public static void EnterWrite(object readerWriterLock) => NativeSync.EnterWrite(readerWriterLock);

    /// <inheritdoc/>
    public static bool TryEnterWrite(object readerWriterLock) => NativeSync.TryEnterWrite(readerWriterLock);

    /// <inheritdoc/>
    public static void ExitWrite(object readerWriterLock) => NativeSync.ExitWrite(readerWriterLock);

    /// <inheritdoc/>
    public static object CreateWaitQueue(CellName name) => NativeSync.CreateWaitQueue(name);

    /// <inheritdoc/>
    public static long PrepareToWait(object waitQueue) => NativeSync.PrepareToWait(waitQueue);

    /// <inheritdoc/>
    public static void Wait(object waitQueue, long ticket) => NativeSync.Wait(waitQueue, ticket);

    /// <inheritdoc/>
    public static void WakeAll(object waitQueue) => NativeSync.WakeAll(waitQueue);
}
