using System.Runtime.CompilerServices;
using Xvma.Sync;

namespace Braid;

internal abstract partial class Execution
{
    /// <summary>An operation on a reference cell.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public object? Reference(OperationKind kind, MemoryOrder order, object? slot, object? value = null, object? expected = null)
    {
        var id = IdOf(slot);
        var at = Cursor;
        return Replays(LogEntry.KeyOf(kind, id), out _) ? logs[current].References[at] : PerformReference(kind, order, id, value, expected);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private object? PerformReference(OperationKind kind, MemoryOrder order, int id, object? value, object? expected)
    {
        if (mode != Mode.Scheduled)
        {
            AtOnce(kind, id, kind == OperationKind.LoadReference);
            var was = references[id];
            var given = ActOnReference(kind, ref references[id], value, expected);
            if (observer is not null) ObserveTouch(current, id, TouchOf(kind, was, expected), references[id]);
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
            operation.Order = order;
            operation.Location = id;
            operation.Low = 0;
            operation.High = 1;
            operation.Reference = value;
            operation.ExpectedReference = expected;
            if (!Arrive(thread, canBlock: false)) return ReplayReference(key);
        }

        Take(thread);
        if (isBuffered && ActInBuffer(kind, order, id, value, expected, out var own))
        {
            Append(key, 0, own);
            if (observer is not null && IsCellRead(kind)) ObserveTouch(thread, id, Touch.Read, own);
            if (watching) AfterStep(thread, IsCellRead(kind) ? own : value);
            return own;
        }

        var before = references[id];
        var result = ActOnReference(kind, ref references[id], value, expected);
        Append(key, 0, result);
        if (observer is not null) ObserveTouch(thread, id, TouchOf(kind, before, expected), references[id]);
        if (watching) AfterStep(thread, before, references[id], result);
        return result;
    }

    private bool ActInBuffer(OperationKind kind, MemoryOrder order, int id, object? value, object? expected, out object? result)
    {
        result = null;
        if (IsBufferedStore(kind, order))
        {
            Buffer(current, new() { Kind = kind, Location = id, Reference = value, High = 1 });
            return true;
        }

        if (!IsCellRead(kind))
        {
            if (kind != OperationKind.CompareExchangeReference || ReferenceEquals(references[id], expected)) origins[id] = 0;
            return false;
        }

        if (!IsForwarded(current, id, out var number)) return false;
        result = buffers[current][number].Reference;
        return true;
    }

    private static Touch TouchOf(OperationKind kind, object? before, object? expected) => kind switch
    {
        OperationKind.LoadReference => Touch.Read,
        OperationKind.CompareExchangeReference when !ReferenceEquals(before, expected) => Touch.Read,
        _ => Touch.Changed,
    };

    private static object? ActOnReference(OperationKind kind, ref object? cell, object? value, object? expected)
    {
        var before = cell;
        switch (kind)
        {
            case OperationKind.LoadReference:
                return before;
            case OperationKind.StoreReference:
                cell = value;
                return null;
            case OperationKind.CompareExchangeReference:
                if (ReferenceEquals(before, expected)) cell = value;
                return before;
            default:
                cell = value;
                return before;
        }
    }
}
