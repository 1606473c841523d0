using System.Runtime.CompilerServices;
using Xvma.Sync;

namespace Braid;

internal abstract partial class Execution
{
    /// <summary>An operation on an integer cell.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long Integer(OperationKind kind, MemoryOrder order, long slot, long value = 0, long expected = 0) =>
        Replays(LogEntry.KeyOf(kind, slot), out var logged) ? logged : PerformInteger(kind, order, slot, value, expected);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private long PerformInteger(OperationKind kind, MemoryOrder order, long slot, long value, long expected)
    {
        if ((ulong)(slot - 1) >= (ulong)(values.Length - 1)) throw NotACell();
        var id = (int)slot;
        if (mode != Mode.Scheduled) return PerformIntegerAtOnce(kind, id, value, expected);
        var thread = current;
        var key = LogEntry.KeyOf(kind, slot);
        if (turn == thread)
        {
            CheckPending(thread, kind, id);
        }
        else
        {
            ref var operation = ref pending[thread];
            operation.Kind = kind;
            operation.Order = order;
            operation.Location = id;
            operation.Low = 0;
            operation.High = 1;
            operation.Value = value;
            operation.Expected = expected;
            if (!Arrive(thread, kind == OperationKind.SpinWhileEqual)) return Replayed(key);
        }

        TakeInteger(thread, kind, id, expected);
        if (isBuffered || observer is not null || watching) return ActInFull(thread, kind, order, id, value, expected);
        var given = ActOnInteger(kind, ref values[id], value, expected);
        Append(key, given);
        return given;
    }

    /// <summary>As <see cref="Take"/>; how the step touches its cell is known here without looking at what is pending.</summary>
    private void TakeInteger(int thread, OperationKind kind, int id, long expected)
    {
        if (fed is null || pruned || paused || visible.Length > 0)
        {
            Take(thread);
            return;
        }

        turn = Undecided;
        var reads = kind is OperationKind.Load or OperationKind.SpinWhileEqual || (kind == OperationKind.CompareExchange && values[id] != expected);
        fed.AddOnCell(thread, kind, id, isWrite: !reads);
        if (stepCount++ == stopBefore) stop!();
    }

    /// <summary>Where somebody looks at what is done, or stores are held back.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private long ActInFull(int thread, OperationKind kind, MemoryOrder order, int id, long value, long expected)
    {
        var key = LogEntry.KeyOf(kind, id);
        if (isBuffered && ActInBuffer(kind, order, id, value, expected, out var own))
        {
            Append(key, own);
            if (observer is not null && IsCellRead(kind)) ObserveTouch(thread, id, Touch.Read, own);
            if (watching) AfterStep(thread, IsCellRead(kind) ? own : value);
            return own;
        }

        var before = values[id];
        var result = ActOnInteger(kind, ref values[id], value, expected);
        Append(key, result);
        if (observer is not null) ObserveTouch(thread, id, TouchOf(kind, before, expected), values[id]);
        if (watching) AfterStep(thread, before, values[id], result);
        return result;
    }

    /// <summary>A plain store, and a read of what is still in the thread's buffer, have nothing to do with memory.</summary>
    private bool ActInBuffer(OperationKind kind, MemoryOrder order, int id, long value, long expected, out long result)
    {
        result = 0;
        if (IsBufferedStore(kind, order))
        {
            Buffer(current, new() { Kind = kind, Location = id, Value = value, High = 1 });
            return true;
        }

        if (!IsCellRead(kind))
        {
            if (kind != OperationKind.CompareExchange || values[id] == expected) origins[id] = 0;
            return false;
        }

        if (!IsForwarded(current, id, out var number)) return false;
        result = buffers[current][number].Value;
        return true;
    }

    private static long ActOnInteger(OperationKind kind, ref long cell, long value, long expected)
    {
        var before = cell;
        switch (kind)
        {
            case OperationKind.Load or OperationKind.SpinWhileEqual:
                return before;
            case OperationKind.Store:
                cell = value;
                return 0;
            case OperationKind.CompareExchange:
                if (before == expected) cell = value;
                return before;
            case OperationKind.Exchange:
                cell = value;
                return before;
            case OperationKind.Add:
                return cell = before + value;
            case OperationKind.And:
                cell = before & value;
                return before;
            default:
                cell = before | value;
                return before;
        }
    }

    private long PerformIntegerAtOnce(OperationKind kind, int id, long value, long expected)
    {
        AtOnce(kind, id, kind is OperationKind.Load or OperationKind.SpinWhileEqual);
        if (kind == OperationKind.SpinWhileEqual && values[id] == value) throw WouldWait(id);
        var before = values[id];
        var result = ActOnInteger(kind, ref values[id], value, expected);
        if (observer is not null) ObserveTouch(current, id, TouchOf(kind, before, expected), values[id]);
        return result;
    }

    private static Touch TouchOf(OperationKind kind, long before, long expected) => kind switch
    {
        OperationKind.Load or OperationKind.SpinWhileEqual => Touch.Read,
        OperationKind.CompareExchange when before != expected => Touch.Read,
        _ => Touch.Changed,
    };
}
