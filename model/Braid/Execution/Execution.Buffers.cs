using System.Numerics;
using Xvma.Sync;

namespace Braid;

/// <remarks>
/// Total store order. A plain store is a step that only its own thread notices: it enters the thread's store buffer. A second mover for each
/// thread, numbered after all threads, takes the oldest store out of the buffer and writes it to memory: that is the step others see. So the
/// dependency of steps stays one on locations, with three additions (<see cref="BufferOrder"/>).
/// </remarks>
internal abstract partial class Execution
{
    private readonly bool isBuffered;
    private StoreBuffer[] buffers = [];

    /// <summary>Threads whose pending operation waits until some of their own stores have reached memory.</summary>
    private ulong held;

    /// <summary>What heavy fences and the stores that they may or may not find in a buffer have in common; a cell of its own.</summary>
    private int bufferCell;

    /// <summary>Whose buffered store wrote a cell last: thread + 1, or 0 when it was none.</summary>
    private byte[] origins = [];

    /// <summary>The first mover that is a store buffer; beyond all movers under sequential consistency.</summary>
    private int firstBuffer = int.MaxValue;

    /// <summary>Whether stores go through buffers.</summary>
    public bool IsBuffered => isBuffered;

    /// <summary>The movers that are store buffers, one bit each.</summary>
    public ulong Buffers { get; private set; }

    /// <summary>The mover of a thread's store buffer less the thread.</summary>
    public int BufferOffset => firstBuffer;

    /// <summary>The thread that a mover is, or whose store buffer it is.</summary>
    public int ThreadOf(int mover) => mover >= firstBuffer ? mover - firstBuffer : mover;

    /// <summary>Who makes the move that a decision asks for; −1 when there is nobody.</summary>
    public int MoverOf(in Decision decision)
    {
        if (decision.Kind != OperationKind.Flush) return decision.Thread;
        return isBuffered && decision.Thread >= 0 && decision.Thread < firstBuffer ? firstBuffer + decision.Thread : -1;
    }

    /// <summary>A decision that says who moves and no more.</summary>
    public Decision DecisionOf(int mover, int? choice) =>
        new(ThreadOf(mover), mover >= firstBuffer ? OperationKind.Flush : OperationKind.None, "", choice);

    private void PrepareBuffers()
    {
        if (!isBuffered) return;
        var threads = bodies.Count;
        if (threads > Stage.MaxThreads / 2)
            throw new InvalidOperationException($"Under total store order a program has at most {Stage.MaxThreads / 2} threads and actors.");
        firstBuffer = threads;
        Buffers = (ulong.MaxValue >> (64 - threads)) << threads;
        buffers = new StoreBuffer[threads];
        for (var thread = 0; thread < threads; thread++) buffers[thread] = new(threads);
    }

    private void ClearBuffers()
    {
        if (!isBuffered) return;
        held = 0;
        Array.Clear(origins);
        foreach (var buffer in buffers) buffer.Clear();
    }

    /// <summary>The thread has arrived at the operation in its <see cref="pending"/> entry: what it needs of its own buffer.</summary>
    private void NoteNeeds(int thread)
    {
        var buffer = buffers[thread];
        ref var operation = ref pending[thread];
        buffer.Needed = Drains(in operation) ? buffer.Tail
            : IsMemoryRead(operation.Kind) ? NeededToRead(buffer, in operation)
            : OrdersLater(operation.Kind) ? buffer.LatestTo(operation.Location) + 1 : 0;
        if (buffer.Head < buffer.Needed) held |= 1UL << thread;
        else held &= ~(1UL << thread);
    }

    /// <summary>Whether it is performed only with an empty store buffer: what is a full fence, or made of atomic operations that are.</summary>
    private static bool Drains(in Operation operation) => operation.Kind switch
    {
        OperationKind.Load or OperationKind.LoadReference or OperationKind.SpinWhileEqual => false,
        OperationKind.LoadMemory or OperationKind.CopyFrom or OperationKind.Choose or OperationKind.Delay or OperationKind.FenceHeavyEnd => false,
        _ => !OrdersLater(operation.Kind) && !IsBufferedStore(operation.Kind, operation.Order),
    };

    /// <summary>
    /// Whether it keeps what comes later from coming before it, and no more: reader-writer locks and wait queues, which are made of a monitor.
    /// To a processor with locked instructions a monitor is a full fence; to .NET's memory model, and on Arm, entering one acquires and leaving
    /// one releases. It waits for what its own thread has put into the buffer for the same lock or queue.
    /// </summary>
    private static bool OrdersLater(OperationKind kind) => kind is OperationKind.PrepareToWait or OperationKind.Wait
        or OperationKind.EnterRead or OperationKind.TryEnterRead or OperationKind.EnterWrite or OperationKind.AwaitWrite or OperationKind.TryEnterWrite;

    /// <summary>The other half, which only keeps what came earlier from coming after it: it goes through the buffer as a store does.</summary>
    private static bool OrdersEarlier(OperationKind kind) => kind is OperationKind.ExitRead or OperationKind.ExitWrite or OperationKind.WakeAll;

    private static bool IsBufferedStore(OperationKind kind, MemoryOrder order) => order != MemoryOrder.Sequential && (OrdersEarlier(kind)
        || kind is OperationKind.Store or OperationKind.StoreReference or OperationKind.StoreMemory or OperationKind.CopyTo or OperationKind.FillMemory);

    private static bool IsMemoryRead(OperationKind kind) => kind is OperationKind.LoadMemory or OperationKind.CopyFrom;

    private static bool IsCellRead(OperationKind kind) => kind is OperationKind.Load or OperationKind.LoadReference or OperationKind.SpinWhileEqual;

    /// <summary>A read of memory that its thread's latest store there covers only in part waits for that store, as processors do.</summary>
    private static int NeededToRead(StoreBuffer buffer, in Operation operation)
    {
        var latest = buffer.LatestTo(operation.Location, operation.Value, operation.Extra);
        return latest < 0 || buffer[latest].Covers(operation.Value, operation.Extra) ? 0 : latest + 1;
    }

    /// <summary>A store enters its thread's buffer.</summary>
    private void Buffer(int thread, in BufferedStore store)
    {
        var buffer = buffers[thread];
        buffer.Add(in store);
        if (buffer.Head == buffer.Tail - 1) Present(thread, buffer);
    }

    /// <summary>The oldest store of the buffer is the next move of the buffer's mover.</summary>
    private void Present(int thread, StoreBuffer buffer)
    {
        ref var store = ref buffer[buffer.Head];
        ref var operation = ref pending[firstBuffer + thread];
        operation.Kind = OperationKind.Flush;
        operation.Order = MemoryOrder.None;
        operation.Location = store.Location;
        operation.Low = store.Low;
        operation.High = store.High;
        operation.Value = store.Value;
        operation.Extra = store.Bytes;
        operation.Reference = store.Reference;
        plain |= 1UL << (firstBuffer + thread);
    }

    /// <summary>The value of an integer cell as <paramref name="thread"/> sees it.</summary>
    private long SeenBy(int thread, int cell)
    {
        var buffer = buffers[thread];
        var latest = buffer.IsEmpty ? -1 : buffer.LatestTo(cell);
        return latest >= buffer.Head ? buffer[latest].Value : values[cell];
    }

    /// <summary>Whether the thread's read of a cell is answered by its own buffer.</summary>
    private bool IsForwarded(int thread, int cell, out int number)
    {
        number = -1;
        var buffer = buffers[thread];
        if (buffer.IsEmpty) return false;
        number = buffer.LatestTo(cell);
        return number >= buffer.Head;
    }

    /// <summary>Whether all stores that a heavy fence found in a buffer have reached memory.</summary>
    private bool CanEndHeavyFence(int thread)
    {
        var awaited = buffers[thread].Awaited;
        for (var other = 0; other < awaited.Length; other++)
        {
            if (buffers[other].Head < awaited[other]) return false;
        }

        return true;
    }

    private void BeginHeavyFence(int thread)
    {
        var awaited = buffers[thread].Awaited;
        for (var other = 0; other < awaited.Length; other++) awaited[other] = buffers[other].Tail;
    }

    /// <summary>The oldest store of a buffer reaches memory.</summary>
    private void Flush(int mover)
    {
        var thread = mover - firstBuffer;
        var buffer = buffers[thread];
        Take(mover);
        ref var store = ref buffer[buffer.Head];
        buffer.Head++;
        if (buffer.Head >= buffer.Needed) held &= ~(1UL << thread);
        if (store.Kind == OperationKind.Store) FlushInteger(mover, in store);
        else if (store.Kind == OperationKind.StoreReference) FlushReference(mover, in store);
        else if (OrdersEarlier(store.Kind)) FlushWaitable(mover, in store);
        else FlushMemory(mover, in store);
        if (IsUnwinding) return;
        if (buffer.IsEmpty) plain &= ~(1UL << mover);
        else Present(thread, buffer);
        if (hasInvariant && !pruned) Invariant();
    }

    private void FlushInteger(int mover, in BufferedStore store)
    {
        var before = values[store.Location];
        values[store.Location] = store.Value;
        origins[store.Location] = (byte)(ThreadOf(mover) + 1);
        if (!pruned) recorder?.Flushed(ThreadOf(mover), NameOf(in pending[mover], mover), before, store.Value, isMemory: false, show: cellNames[store.Location].Name.Show);
        ObserveFlush(mover, in store);
    }

    private void FlushReference(int mover, in BufferedStore store)
    {
        var before = references[store.Location];
        references[store.Location] = store.Reference;
        origins[store.Location] = (byte)(ThreadOf(mover) + 1);
        if (!pruned) recorder?.Flushed(ThreadOf(mover), NameOf(in pending[mover], mover), before, store.Reference);
        ObserveFlush(mover, in store);
    }

    /// <summary>A lock is left or sleepers are woken, now that all that came before has reached memory.</summary>
    private void FlushWaitable(int mover, in BufferedStore store)
    {
        var thread = ThreadOf(mover);
        if (!pruned) recorder?.Flushed(thread, NameOf(in pending[mover], mover), store.Kind == OperationKind.WakeAll ? "wake-up" : "unlocked");
        try
        {
            ActOnWaitable(store.Kind, store.Location, thread);
        }
        catch (SynchronizationLockException refused)
        {
            Fail(FailureKind.UnhandledException, nameof(SynchronizationLockException), $"{names[thread]}: {refused.Message}");
            if (!keepGoing) GiveUp();
        }
    }

    /// <summary>An observer is told of a store when it reaches memory.</summary>
    private void ObserveFlush(int mover, in BufferedStore store)
    {
        if (observer is null) return;
        try
        {
            if (store.Kind == OperationKind.Store) ObserveTouch(ThreadOf(mover), store.Location, Touch.Changed, store.Value);
            else ObserveTouch(ThreadOf(mover), store.Location, Touch.Changed, store.Reference);
        }
        catch (Unwinding)
        {
            // It refused the step; the defect is noted, and no body is under way that could be left.
        }
    }

    private void FlushMemory(int mover, in BufferedStore store)
    {
        var isWord = store.Kind == OperationKind.StoreMemory;
        if (FlawOf(store.Kind, store.Value, store.Bytes) is { } flaw)
        {
            recorder?.Flushed(ThreadOf(mover), NameOf(in pending[mover], mover), 0, (long)store.Data, isMemory: true, store.Bytes);
            Fail(FailureKind.Safety, UseAfterFree, flaw);
            if (!keepGoing) GiveUp();
            return;
        }

        var before = isWord ? memory.Read(store.Value, (int)store.Bytes) : 0;
        WriteMemory(in store);
        if (!pruned) recorder?.Flushed(ThreadOf(mover), NameOf(in pending[mover], mover), (long)before, (long)store.Data, isMemory: true, isWord ? 0 : store.Bytes);
    }

    private void WriteMemory(in BufferedStore store)
    {
        switch (store.Kind)
        {
            case OperationKind.StoreMemory:
                memory.Write(store.Value, (int)store.Bytes, store.Data);
                break;
            case OperationKind.FillMemory:
                memory.Fill(store.Value, store.Bytes, (byte)store.Data);
                break;
            default:
                memory.Write(store.Value, store.Bytes, (MemoryImage)store.Reference!);
                break;
        }
    }

    /// <summary>
    /// Memory as the thread sees it while it reads: its latest store there, which covers the read, is put there and taken back by
    /// <see cref="Uncover"/>.
    /// </summary>
    private MemoryImage? Cover(int thread, long address, long bytes, out int number)
    {
        number = -1;
        var buffer = buffers[thread];
        if (buffer.IsEmpty) return null;
        number = buffer.LatestTo(TrackedMemory.BlockOf(address), address, bytes);
        if (number < buffer.Head) return null;
        ref var store = ref buffer[number];
        var below = memory.ImageOf(store.Value, store.Bytes);
        WriteMemory(in store);
        return below;
    }

    private void Uncover(int thread, int number, MemoryImage below)
    {
        ref var store = ref buffers[thread][number];
        memory.Write(store.Value, store.Bytes, below);
    }

    /// <summary>What a step is as far as buffers are concerned.</summary>
    private void DescribeBuffered(int mover, ref Step step)
    {
        step.Source = step.Needs = 0;
        step.IsBuffered = false;
        step.Number = mover >= firstBuffer ? buffers[mover - firstBuffer].Head + 1 : 0;
        if (mover >= firstBuffer) return;
        var buffer = buffers[mover];
        ref var operation = ref pending[mover];
        step.Needs = buffer.Needed;
        if (IsBufferedStore(operation.Kind, operation.Order))
        {
            step.IsBuffered = true;
            step.IsVisible = false;
            step.Access = Access.Share;
            step.Location = bufferCell;
            (step.Low, step.High) = (0, 1);
        }
        else if (IsCellRead(operation.Kind) && buffer.LatestTo(operation.Location) is >= 0 and var latest)
        {
            if (latest >= buffer.Head) step.Access = Access.Forwarded;
            if (latest >= buffer.Head || origins[operation.Location] == mover + 1) step.Source = latest + 1;
        }
    }

    private ulong UnblockedBuffered()
    {
        var result = 0UL;
        for (var rest = waiting; rest != 0; rest &= rest - 1)
        {
            var thread = BitOperations.TrailingZeroCount(rest);
            ref var operation = ref pending[thread];
            var canMove = operation.Kind switch
            {
                OperationKind.FenceHeavyEnd => CanEndHeavyFence(thread),
                OperationKind.SpinWhileEqual => SeenBy(thread, operation.Location) != operation.Value,
                OperationKind.Delay => clock >= operation.Value,
                _ => CanMove(in operation, values[operation.Location]),
            };
            if (canMove) result |= 1UL << thread;
        }

        return result;
    }
}
