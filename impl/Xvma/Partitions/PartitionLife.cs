using System.Runtime.CompilerServices;
using Xvma.Sync;

namespace Xvma;

/// <summary>Whether a partition lives, what of it is in use, and who runs in it. A machine of one partition has none of this: it lives as long as the machine.</summary>
/// <remarks>
/// One cell holds whether it has failed, how many requests to it are to be lost, its beats and how many of its frames are allocated, so that
/// each of these is decided by what the others are at that instant: no frame is given out after the failure, no partition is declared failed
/// that has beaten meanwhile, and none returns with a frame in use. An access looks at one word for all of it. The gate is for what is more
/// than a cell: who runs in it. It is held for a few cells only.
/// </remarks>
internal sealed class PartitionLife<TSync>
    where TSync : struct, ISync
{
    private const long OneBeat = 1L << 32;
    private const long AllBeats = ((1L << 22) - 1) << 32; // counted round: a monitor that looks every 4,194,304th beat sees none
    private const int LossesShift = 54;
    private const long OneLoss = 1L << LossesShift;
    private const long AllLosses = ((1L << 8) - 1) << LossesShift;
    private const long Failed = 1L << 62;
    private const long NoLook = -1;

    private readonly Mutex<TSync> gate;
    private readonly Registry<TSync, TaskOf<TSync>> residents;
    private readonly int missedLooks;
    private AtomicInt64<TSync> state;
    private AtomicInt64<TSync> lastLook;

    public PartitionLife(int index, int missedLooks)
    {
        this.missedLooks = missedLooks;
        gate = new(new("gate", "partition", index));
        residents = new(new("residents", "partition", index));
        state = new(0, new("state", "partition", index) { Show = Show });
        lastLook = new(NoLook, new("last look", "partition", index) { Show = ShowLook });
    }

    public bool HasFailed
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => IsFailed(state.Load());
    }

    /// <summary>Tasks of the partition that are not dead.</summary>
    public IEnumerable<TaskOf<TSync>> Residents => residents.Entries.Values;

    /// <summary>Whether a state is that of a partition that has failed; for an observer, too.</summary>
    public static bool IsFailed(long state) => (state & Failed) != 0;

    /// <summary>A state in words: <c>alive, 1 frame, beat 2, 1 request to be lost</c>.</summary>
    public static string Show(long state)
    {
        var (frames, beats, losses) = (state & (OneBeat - 1), (state & AllBeats) / OneBeat, LossesOf(state));
        var text = $"{(IsFailed(state) ? "failed" : "alive")}, {frames} {(frames == 1 ? "frame" : "frames")}";
        if (beats != 0) text += $", beat {beats}";
        return losses == 0 ? text : $"{text}, {losses} {(losses == 1 ? "request" : "requests")} to be lost";
    }

    /// <summary>What a look left, in words: <c>beat 2, missed 1</c>.</summary>
    public static string ShowLook(long look) => look == NoLook ? "none" : $"beat {(look & AllBeats) / OneBeat}, missed {look & ~AllBeats}";

    /// <summary>How many of the next requests to a partition in this state are lost; <see cref="Machine.AllRequests"/> of them are all.</summary>
    public static int LossesOf(long state) => (int)((state & AllLosses) >> LossesShift);

    /// <summary>Sends a request of another partition: it arrives, or is lost and uses up one of the losses there are to be (PAR-6).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public FaultCause Reach()
    {
        var seen = state.Load();
        return (seen & (Failed | AllLosses)) == 0 ? FaultCause.None : ReachDisturbed(seen);
    }

    /// <summary>From now on so many requests are lost, in place of those that were to be.</summary>
    /// <returns>False when the partition has failed: what does not answer loses nothing.</returns>
    public bool TryLose(int requests)
    {
        while (true)
        {
            var seen = state.Load();
            if (IsFailed(seen)) return false;
            if (state.TryChange(seen, (seen & ~AllLosses) | ((long)requests << LossesShift))) return true;
        }
    }

    /// <summary>Counts a frame that is to be allocated, unless the partition has failed.</summary>
    public bool TryTakeFrame()
    {
        while (true)
        {
            var seen = state.Load();
            if (IsFailed(seen)) return false;
            if (state.TryChange(seen, seen + 1)) return true;
        }
    }

    /// <summary>The memory of a frame is given back.</summary>
    public void GiveFrame() => state.Add(-1);

    /// <summary>Lets a task run here: known to whoever lets the partition fail before it is known to anybody else (PAR-3).</summary>
    /// <returns>False when the partition has failed.</returns>
    public bool TryAdmit(TaskOf<TSync> task, Registry<TSync, TaskOf<TSync>> all)
    {
        using var held = gate.Enter();
        if (HasFailed) return false;
        residents.Add(task.Id, task);
        all.Add(task.Id, task);
        return true;
    }

    /// <summary>A task of the partition is dead.</summary>
    public void Dismiss(long task) => residents.TryRemove(task);

    /// <summary>A beat.</summary>
    /// <returns>False when the partition has been declared failed: it is too late.</returns>
    public bool TryBeat()
    {
        while (true)
        {
            var seen = state.Load();
            if (IsFailed(seen)) return false;
            if (state.TryChange(seen, (seen & ~AllBeats) | ((seen + OneBeat) & AllBeats))) return true;
        }
    }

    /// <summary>Declares the partition failed.</summary>
    /// <returns>False when it has failed already.</returns>
    public bool TryFail()
    {
        using var held = gate.Enter();
        while (true)
        {
            var seen = state.Load();
            if (IsFailed(seen)) return false;
            if (state.TryChange(seen, FailedNow(seen))) return true;
        }
    }

    /// <summary>
    /// A monitor's look: when the partition has not beaten since so many looks, it is declared failed, unless it beats before that takes
    /// effect (PAR-2). What a look leaves for the next is the beats it saw and, in the bits below them, the looks that saw no other.
    /// </summary>
    /// <param name="found">What was found, when the partition had not failed before.</param>
    /// <returns>False when it had.</returns>
    public bool TryLook(out Heartbeat found)
    {
        using var held = gate.Enter();
        var last = lastLook.Load();
        while (true)
        {
            found = Heartbeat.Beating;
            var seen = state.Load();
            if (IsFailed(seen)) return false;
            var beats = seen & AllBeats;
            if (last == NoLook || (last & AllBeats) != beats)
            {
                lastLook.Store(beats);
                return true;
            }

            var missed = (last & ~AllBeats) + 1;
            if (missed < missedLooks)
            {
                found = Heartbeat.Missed;
                lastLook.Store(beats | missed);
                return true;
            }

            // Frames come and go beside this, too; a beat is what must not be overlooked, and the exchange notices both.
            found = Heartbeat.Failed;
            if (state.TryChange(seen, FailedNow(seen))) return true;
        }
    }

    /// <summary>Lets a failed partition live again, if nothing of its memory is in use and none of its tasks lives (PAR-4).</summary>
    public Result TryReturn(int index)
    {
        using var held = gate.Enter();
        var seen = state.Load();
        if (!IsFailed(seen)) return Refusals.PartitionNotFailed(index);
        if (!residents.Entries.IsEmpty) return Refusals.PartitionHasTasks(index);
        while ((seen & ~(Failed | AllBeats)) == 0)
        {
            if (state.TryChange(seen, seen & ~Failed))
            {
                lastLook.Store(NoLook);
                return Result.Ok;
            }

            seen = state.Load();
        }

        return Refusals.PartitionHasMemory(index, seen & ~(Failed | AllBeats));
    }

    // What it finds when another was faster is as good as another look.
    private FaultCause ReachDisturbed(long seen)
    {
        while (LossesOf(seen) is var losses and not 0)
        {
            if (losses == Machine.AllRequests) return FaultCause.RequestLost;
            var found = state.CompareExchange(seen - OneLoss, seen);
            if (found == seen) return FaultCause.RequestLost;
            seen = found;
        }

        return IsFailed(seen) ? FaultCause.PartitionFailed : FaultCause.None;
    }

    private static long FailedNow(long state) => (state & ~AllLosses) | Failed;
}
