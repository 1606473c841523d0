using System.Runtime.CompilerServices;

namespace Braid;

internal abstract partial class Execution
{
    /// <summary>An operation on a lock or a wait queue; what it gives is 0 or 1 for an attempt, else a ticket or nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long Waitable(OperationKind kind, object slot, long ticket = 0)
    {
        var id = IdOf(slot);
        return Replays(LogEntry.KeyOf(kind, id), out var logged) ? logged : PerformWaitable(kind, id, ticket);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private long PerformWaitable(OperationKind kind, int id, long ticket)
    {
        if (mode != Mode.Scheduled)
        {
            // A scope that is left while a schedule unwinds gives back what no longer matters.
            if (mode == Mode.Unwinding && kind is OperationKind.Exit or OperationKind.ExitRead or OperationKind.ExitWrite) return 0;
            AtOnce(kind, id, kind == OperationKind.PrepareToWait);
            if (!CanMove(kind, ticket, values[id])) throw WouldWait(id);
            var given = ActOnWaitable(kind, id, current);
            if (observer is not null) ObserveWaitable(current, id, kind, given);
            return given;
        }

        var thread = current;
        var key = LogEntry.KeyOf(kind, id);
        if (turn == thread)
        {
            CheckPending(thread, kind, id);
        }
        else
        {
            ref var operation = ref pending[thread];
            operation.Kind = kind;
            operation.Order = OrderOf(kind);
            operation.Location = id;
            operation.Low = 0;
            operation.High = 1;
            operation.Value = ticket;
            if (!Arrive(thread, CanBlock(kind))) return Replayed(key);
        }

        Take(thread);
        if (isBuffered && OrdersEarlier(kind))
        {
            Buffer(thread, new() { Kind = kind, Location = id, High = 1 });
            Append(key, 0);
            if (watching) AfterStep(thread, "");
            return 0;
        }

        var before = values[id];
        var result = ActOnWaitable(kind, id, thread);
        Append(key, result);
        if (observer is not null) ObserveWaitable(thread, id, kind, result);
        if (watching) AfterStep(thread, before, values[id], result);
        return result;
    }

    private static bool CanBlock(OperationKind kind) =>
        kind is OperationKind.Enter or OperationKind.EnterRead or OperationKind.AwaitWrite or OperationKind.Wait;

    private static MemoryOrder OrderOf(OperationKind kind) => kind switch
    {
        OperationKind.Exit or OperationKind.ExitRead or OperationKind.ExitWrite or OperationKind.WakeAll => MemoryOrder.Release,
        _ => MemoryOrder.Acquire,
    };

    private long ActOnWaitable(OperationKind kind, int id, int thread)
    {
        ref var state = ref values[id];
        switch (kind)
        {
            case OperationKind.Enter:
                state = thread + 1;
                return 0;
            case OperationKind.TryEnter:
                if (state != 0) return 0;
                state = thread + 1;
                return 1;
            case OperationKind.Exit:
                if (state != thread + 1) throw NotHeld(id);
                state = 0;
                return 0;
            case OperationKind.EnterRead:
                state += ReaderWriterState.OneReader;
                return 0;
            case OperationKind.TryEnterRead:
                if (!ReaderWriterState.AdmitsReader(state)) return 0;
                state += ReaderWriterState.OneReader;
                return 1;
            case OperationKind.ExitRead:
                if (ReaderWriterState.Readers(state) == 0) throw NotHeld(id);
                state -= ReaderWriterState.OneReader;
                return 0;
            case OperationKind.EnterWrite:
                var free = ReaderWriterState.AdmitsWriter(state);
                state += free ? ReaderWriterState.Writer(thread) : ReaderWriterState.OneWaiting;
                return free ? 1 : 0;
            case OperationKind.AwaitWrite:
                state += ReaderWriterState.Writer(thread) - ReaderWriterState.OneWaiting;
                return 0;
            case OperationKind.TryEnterWrite:
                if (!ReaderWriterState.AdmitsWriter(state)) return 0;
                state += ReaderWriterState.Writer(thread);
                return 1;
            case OperationKind.ExitWrite:
                if (!ReaderWriterState.IsWriter(state, thread)) throw NotHeld(id);
                state -= ReaderWriterState.Writer(thread);
                return 0;
            case OperationKind.WakeAll:
                state++;
                return 0;
            default:
                return state;
        }
    }

    private SynchronizationLockException NotHeld(int id) =>
        new($"'{cellNames[id]}' is released by a thread that does not hold it.");
}
