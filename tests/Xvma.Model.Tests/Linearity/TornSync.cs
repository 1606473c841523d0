using Braid;
using Xvma.Sync;

namespace Xvma.Model.Tests.Linearity;

/// <summary>The explored instantiation of the seam with one defect: an addition to memory is a load and a store.</summary>
internal readonly struct TornSync : ISync
{
    public static ulong FetchAddMemory(long address, int width, ulong value)
    {
        var old = BraidSync.LoadMemory(address, width);
        BraidSync.StoreMemory(address, width, old + value);
        return old;
    }

    public static void Fence() => BraidSync.Fence();

    public static void FenceLight() => BraidSync.FenceLight();

    public static void FenceHeavy() => BraidSync.FenceHeavy();

    public static void Create(ref long slot, long initial, CellName name) => BraidSync.Create(ref slot, initial, name);

    public static void Create(long[] slots, long initial, CellName name) => BraidSync.Create(slots, initial, name);

    public static long Load(ref long slot) => BraidSync.Load(ref slot);

    public static long LoadSequential(ref long slot) => BraidSync.LoadSequential(ref slot);

    public static void Store(ref long slot, long value) => BraidSync.Store(ref slot, value);

    public static void StoreSequential(ref long slot, long value) => BraidSync.StoreSequential(ref slot, value);

    public static long CompareExchange(ref long slot, long value, long expected) => BraidSync.CompareExchange(ref slot, value, expected);

    public static long Exchange(ref long slot, long value) => BraidSync.Exchange(ref slot, value);

    public static long Add(ref long slot, long value) => BraidSync.Add(ref slot, value);

    public static long And(ref long slot, long value) => BraidSync.And(ref slot, value);

    public static long Or(ref long slot, long value) => BraidSync.Or(ref slot, value);

    public static void SpinWhileEqual(ref long slot, long value) => BraidSync.SpinWhileEqual(ref slot, value);

    public static long ReserveMemory(long bytes) => BraidSync.ReserveMemory(bytes);

    public static void ReleaseMemory(long address, long bytes) => BraidSync.ReleaseMemory(address, bytes);

    public static ulong LoadMemory(long address, int width) => BraidSync.LoadMemory(address, width);

    public static void StoreMemory(long address, int width, ulong value) => BraidSync.StoreMemory(address, width, value);

    public static void CopyMemory(long source, long destination, long bytes) => BraidSync.CopyMemory(source, destination, bytes);

    public static void FillMemory(long destination, long bytes, byte value) => BraidSync.FillMemory(destination, bytes, value);

    public static ulong ExchangeMemory(long address, int width, ulong value) => BraidSync.ExchangeMemory(address, width, value);

    public static ulong CompareExchangeMemory(long address, int width, ulong value, ulong expected) => BraidSync.CompareExchangeMemory(address, width, value, expected);

    public static bool IsObserved => BraidSync.IsObserved;

    public static bool IsPlain => BraidSync.IsPlain;

    public static void Tell<T>(T what) where T : notnull => BraidSync.Tell(what);

    public static void Create(ref object? slot, object? initial, CellName name) => BraidSync.Create(ref slot, initial, name);

    public static void Create(object?[] slots, CellName name) => BraidSync.Create(slots, name);

    public static object? Load(ref object? slot) => BraidSync.Load(ref slot);

    public static void Store(ref object? slot, object? value) => BraidSync.Store(ref slot, value);

    public static object? CompareExchange(ref object? slot, object? value, object? expected) => BraidSync.CompareExchange(ref slot, value, expected);

    public static object? Exchange(ref object? slot, object? value) => BraidSync.Exchange(ref slot, value);

    public static void SpinUntil<TState>(TState state, Func<TState, bool> condition) => BraidSync.SpinUntil(state, condition);

    public static object CreateMutex(CellName name) => BraidSync.CreateMutex(name);

    public static void Enter(object mutex) => BraidSync.Enter(mutex);

    public static bool TryEnter(object mutex) => BraidSync.TryEnter(mutex);

    public static void Exit(object mutex) => BraidSync.Exit(mutex);

    public static object CreateReaderWriterLock(CellName name) => BraidSync.CreateReaderWriterLock(name);

    public static void EnterRead(object readerWriterLock) => BraidSync.EnterRead(readerWriterLock);

    public static bool TryEnterRead(object readerWriterLock) => BraidSync.TryEnterRead(readerWriterLock);

    public static void ExitRead(object readerWriterLock) => BraidSync.ExitRead(readerWriterLock);

    public static void EnterWrite(object readerWriterLock) => BraidSync.EnterWrite(readerWriterLock);

    public static bool TryEnterWrite(object readerWriterLock) => BraidSync.TryEnterWrite(readerWriterLock);

    public static void ExitWrite(object readerWriterLock) => BraidSync.ExitWrite(readerWriterLock);

    public static object CreateWaitQueue(CellName name) => BraidSync.CreateWaitQueue(name);

    public static long PrepareToWait(object waitQueue) => BraidSync.PrepareToWait(waitQueue);

    public static void Wait(object waitQueue, long ticket) => BraidSync.Wait(waitQueue, ticket);

    public static void WakeAll(object waitQueue) => BraidSync.WakeAll(waitQueue);

    public static T Share<TState, T>(TState state, Func<TState, T> create) where T : class => BraidSync.Share(state, create);

    public static int Choose(int count, CellName name) => BraidSync.Choose(count, name);

    public static object CreateTally(int counters, CellName name) => BraidSync.CreateTally(counters, name);

    public static void Count(object tally, int counter) => BraidSync.Count(tally, counter);

    public static long ReadTally(object tally, int counter) => BraidSync.ReadTally(tally, counter);

    public static void Yield() => BraidSync.Yield();

    public static long Now() => BraidSync.Now();

    public static void Delay(long nanoseconds) => BraidSync.Delay(nanoseconds);
}
