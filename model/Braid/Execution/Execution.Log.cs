using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Braid;

internal abstract partial class Execution
{
    /// <summary>References that came back, by log index; other entries are stale.</summary>
    protected object?[] logReferences = [];

    /// <summary>While the thread on top is behind its log: what the operation gave when it was performed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Replays(long key, out long result)
    {
        var at = cursor;
        if (at >= length)
        {
            result = 0;
            return false;
        }

        ref var entry = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(log), at);
        if (entry.Key != key) ThrowMismatch(key);
        cursor = at + 1;
        result = entry.Result;
        return true;
    }

    /// <summary>After others have moved: what they let this thread's operation give.</summary>
    private long Replayed(long key)
    {
        if (!Replays(key, out var result)) throw RuleBroken(Impure(current, "stands elsewhere than it did"));
        return result;
    }

    private object? ReplayReference(long key)
    {
        var at = cursor;
        Replayed(key);
        return logReferences[at];
    }

    private void Append(long key, long result)
    {
        if (length == log.Length) GrowLog();
        ref var entry = ref log[length];
        entry.Key = key;
        entry.Result = result;
        cursor = ++length;
    }

    private void Append(long key, long result, object? reference)
    {
        Append(key, result);
        if (logReferences.Length < log.Length) GrowReferences();
        logReferences[length - 1] = reference;
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
        var was = log[cursor].Key;
        throw RuleBroken(Impure(current, $"performed {Describe(key)} as operation {cursor + 1}, where it had performed {Describe(was)},"));
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
    private void CheckPending(int thread, OperationKind kind, int location)
    {
        ref var operation = ref pending[thread];
        if (operation.Kind == kind && operation.Location == location) return;
        var was = LogEntry.KeyOf(operation.Kind, operation.Location);
        throw RuleBroken(Impure(thread, $"stands before {Describe(LogEntry.KeyOf(kind, location))}, where it had stood before {Describe(was)},"));
    }
}
