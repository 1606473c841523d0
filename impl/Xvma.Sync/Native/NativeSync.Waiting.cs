using System.Runtime.CompilerServices;

namespace Xvma.Sync;

public readonly partial struct NativeSync
{
    /// <inheritdoc/>
    public static object CreateMutex(CellName name) => new NativeMutex();

    /// <inheritdoc/>
    public static void Enter(object mutex) => Unsafe.As<NativeMutex>(mutex).Enter();

    /// <inheritdoc/>
    public static bool TryEnter(object mutex) => Unsafe.As<NativeMutex>(mutex).TryEnter();

    /// <inheritdoc/>
    public static void Exit(object mutex) => Unsafe.As<NativeMutex>(mutex).Exit();

    /// <inheritdoc/>
    public static object CreateReaderWriterLock(CellName name) => new NativeReaderWriterLock();

    /// <inheritdoc/>
    public static void EnterRead(object readerWriterLock) => Unsafe.As<NativeReaderWriterLock>(readerWriterLock).EnterRead();

    /// <inheritdoc/>
    public static bool TryEnterRead(object readerWriterLock) => Unsafe.As<NativeReaderWriterLock>(readerWriterLock).TryEnterRead();

    /// <inheritdoc/>
    public static void ExitRead(object readerWriterLock) => Unsafe.As<NativeReaderWriterLock>(readerWriterLock).ExitRead();

    /// <inheritdoc/>
    public static void EnterWrite(object readerWriterLock) => Unsafe.As<NativeReaderWriterLock>(readerWriterLock).EnterWrite();

    /// <inheritdoc/>
    public static bool TryEnterWrite(object readerWriterLock) => Unsafe.As<NativeReaderWriterLock>(readerWriterLock).TryEnterWrite();

    /// <inheritdoc/>
    public static void ExitWrite(object readerWriterLock) => Unsafe.As<NativeReaderWriterLock>(readerWriterLock).ExitWrite();

    /// <inheritdoc/>
    public static object CreateWaitQueue(CellName name) => new NativeWaitQueue();

    /// <inheritdoc/>
    public static long PrepareToWait(object waitQueue) => Unsafe.As<NativeWaitQueue>(waitQueue).Prepare();

    /// <inheritdoc/>
    public static void Wait(object waitQueue, long ticket) => Unsafe.As<NativeWaitQueue>(waitQueue).Wait(ticket);

    /// <inheritdoc/>
    public static void WakeAll(object waitQueue) => Unsafe.As<NativeWaitQueue>(waitQueue).WakeAll();
}
