using Xvma.Sync;

namespace Braid;

internal abstract partial class Execution
{
    private CellName[] choiceNames = [];

    public int Choose(int count, in CellName name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var key = LogEntry.KeyOf(OperationKind.Choose, count);
        if (Replays(key, out var logged)) return (int)logged;
        if (mode is Mode.Arranging or Mode.Resting) return 0;
        if (mode != Mode.Scheduled) throw OutOfPlace("A choice");
        var thread = current;
        if (choiceNames.Length <= thread) Array.Resize(ref choiceNames, bodies.Count);
        choiceNames[thread] = name;
        if (turn == thread) CheckPending(thread, OperationKind.Choose, 0);
        else if (!ArriveLocally(thread, OperationKind.Choose, count, canBlock: false)) return (int)Replayed(key);

        var at = stepCount;
        Take(thread);
        var choice = pruned ? 0 : chooser.Choose(this, count);
        if (!pruned)
        {
            decisionChoices[at] = choice;
            if (needsSteps) steps[at].Choice = choice;
            else if (fed is not null) Feed(thread, choice);
        }

        Append(key, choice);
        if (watching) AfterStep(thread, 0, 0, choice);
        return choice;
    }

    public void Delay(long nanoseconds)
    {
        var key = LogEntry.KeyOf(OperationKind.Delay, 0);
        if (Replays(key, out _)) return;
        if (mode is Mode.Arranging or Mode.Resting) return;
        if (mode != Mode.Scheduled) throw OutOfPlace("A delay");
        var thread = current;
        if (turn == thread)
        {
            CheckPending(thread, OperationKind.Delay, 0);
        }
        else if (!ArriveLocally(thread, OperationKind.Delay, clock + Math.Max(0, nanoseconds), canBlock: true))
        {
            Replayed(key);
            return;
        }

        Take(thread);
        Append(key, 0);
        if (watching) AfterStep(thread, 0, 0, 0);
    }

    private bool ArriveLocally(int thread, OperationKind kind, long value, bool canBlock, int cell = 0)
    {
        ref var operation = ref pending[thread];
        operation.Kind = kind;
        operation.Order = MemoryOrder.None;
        operation.Location = cell;
        operation.Low = 0;
        operation.High = 1;
        operation.Value = value;
        return Arrive(thread, canBlock);
    }

    public long Now()
    {
        if (Replays(LogEntry.KeyOf(OperationKind.Now, 0), out var logged)) return logged;
        if (mode == Mode.Scheduled) AppendLocal(OperationKind.Now, clock);
        else if (mode == Mode.Unwinding) throw Unwinding.Instance;
        return clock;
    }

    public void Yield()
    {
        if (Replays(LogEntry.KeyOf(OperationKind.Yield, 0), out _)) return;
        if (mode == Mode.Unwinding) throw Unwinding.Instance;
        if (mode != Mode.Scheduled) return;
        AppendLocal(OperationKind.Yield, 0);
        chooser.Yielded(current);
    }

    /// <summary>
    /// A fence: no step while exploration is sequentially consistent, but part of the trace. With store buffers a full fence is a step that
    /// waits for the thread's own to be empty. A heavy one is two: between its beginning, which waits likewise, and its end every store reaches
    /// memory that was in any buffer at its beginning. A light one is none.
    /// </summary>
    /// <remarks>
    /// An interrupt on every processor, as the system implements the heavy one, finds its moment between beginning and end and not just at the
    /// beginning; so what is explored contains all that it allows, and a little more.
    /// </remarks>
    public void Fence(OperationKind kind)
    {
        if (isBuffered && kind != OperationKind.FenceLight)
        {
            FenceStep(kind, canBlock: false);
            if (kind == OperationKind.FenceHeavy) FenceStep(OperationKind.FenceHeavyEnd, canBlock: true);
            return;
        }

        if (Replays(LogEntry.KeyOf(kind, 0), out _) || mode != Mode.Scheduled) return;
        AppendLocal(kind, 0);
    }

    private void FenceStep(OperationKind kind, bool canBlock)
    {
        var key = LogEntry.KeyOf(kind, 0);
        if (Replays(key, out _) || mode != Mode.Scheduled) return;
        var thread = current;
        var cell = kind == OperationKind.FenceHeavy ? bufferCell : 0;
        if (turn == thread)
        {
            CheckPending(thread, kind, cell);
        }
        else if (!ArriveLocally(thread, kind, 0, canBlock, cell))
        {
            Replayed(key);
            return;
        }

        Take(thread);
        if (kind == OperationKind.FenceHeavy) BeginHeavyFence(thread);
        Append(key, 0);
        if (watching) AfterStep(thread, 0, 0, 0);
    }
}
