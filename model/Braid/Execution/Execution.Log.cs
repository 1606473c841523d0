using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Braid;

internal abstract unsafe partial class Execution
{
    // The log of the thread on top: its first entry, the one it stands before, one past its last, and one past those there is room for.
    private LogEntry* first;
    private LogEntry* next;
    private LogEntry* end;
    private LogEntry* limit;

    /// <summary>How many operations of its log the thread on top has passed.</summary>
    protected int Cursor => (int)(next - first);

    /// <summary>How many operations the thread on top has performed.</summary>
    protected int Length => (int)(end - first);

    /// <summary>Whether it is at the end of its log, so that what it does now has not been done before.</summary>
    protected bool IsCaughtUp => next == end;

    /// <summary>While the thread on top is behind its log: what the operation gave when it was performed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Replays(long key, out long result)
    {
        var at = next;
        if (at == end)
        {
            result = 0;
            return false;
        }

        if (at->Key != key) ThrowMismatch(key);
        next = at + 1;
        result = at->Result;
        return true;
    }

    /// <summary>After others have moved: what they let this thread's operation give.</summary>
    private long Replayed(long key)
    {
        if (!Replays(key, out var result)) ThrowNotReplayed();
        return result;
    }

    [DoesNotReturn]
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void ThrowNotReplayed() => throw RuleBroken(Impure(current, "stands elsewhere than it did"));

    private object? ReplayReference(long key)
    {
        var at = Cursor;
        Replayed(key);
        return logs[current].References[at];
    }

    private void Append(long key, long result)
    {
        if (end == limit) GrowLog();
        var at = end;
        at->Key = key;
        at->Result = result;
        next = end = at + 1;
    }

    private void Append(long key, long result, object? reference)
    {
        Append(key, result);
        var own = logs[current];
        own.ReserveReferences();
        own.References[Length - 1] = reference;
    }

    /// <summary>An operation that needs no turn: performed at once, logged so that executing again gives the same.</summary>
    private void AppendLocal(OperationKind kind, long result)
    {
        Append(LogEntry.KeyOf(kind, 0), result);
        recorder?.Local(current, kind, result);
    }

    [DoesNotReturn]
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void ThrowMismatch(long key)
    {
        throw RuleBroken(Impure(current, $"performed {Describe(key)} as operation {Cursor + 1}, where it had performed {Describe(next->Key)},"));
    }

    private string Describe(long key)
    {
        var kind = (OperationKind)(byte)(key >> 56);
        var place = key & 0x00FF_FFFF_FFFF_FFFF;
        if (place == 0) return kind.ToString();
        if (kind is >= OperationKind.ReserveMemory and <= OperationKind.CompareExchangeMemory) return $"{kind} of {NameOfMemory(place)}";
        return place <= int.MaxValue && place < cellNames.Length ? $"{kind} of {cellNames[place]}" : kind.ToString();
    }

    /// <summary>It is this thread's turn: it must stand before the operation that the decision was made for.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void CheckPending(int thread, OperationKind kind, int location)
    {
        ref var operation = ref pending[thread];
        if (operation.Kind != kind || operation.Location != location) ThrowElsewhere(thread, kind, location);
    }

    [DoesNotReturn]
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void ThrowElsewhere(int thread, OperationKind kind, int location)
    {
        var was = LogEntry.KeyOf(pending[thread].Kind, pending[thread].Location);
        throw RuleBroken(Impure(thread, $"stands before {Describe(LogEntry.KeyOf(kind, location))}, where it had stood before {Describe(was)},"));
    }
}
