using System.Runtime.CompilerServices;
using Xvma.Sync;

namespace Xvma;

/// <summary>A control block register: one instruction slot of a context.</summary>
internal sealed class Cbr<TSync>(int index, long task)
    where TSync : struct, ISync
{
    /// <summary>The lowest bits of the activity: where in the TLB the slot's last hit was.</summary>
    private const long PlaceMask = (1 << 24) - 1;

    /// <summary>One step of the count above them.</summary>
    private const long Step = PlaceMask + 1;

    /// <summary>
    /// A count, odd while an instruction of this slot may hold a translation, which each instruction counts up twice; and below it the place
    /// of the last hit, which costs nothing here: the word is read and written anyway.
    /// </summary>
    private AtomicInt64<TSync> activity = new(PlaceMask, new("activity", "task", task));

    /// <summary>The fault handle (TFH): null when idle.</summary>
    public AtomicRef<TSync, Fault> Fault = new(null, new("fault", "task", task));

    /// <summary>Whether a thread of the task has it.</summary>
    public AtomicFlag<TSync> Open = new(new("open", "task", task));

    /// <summary>Its place in the context.</summary>
    public int Index { get; } = index;

    /// <summary>Woken when the fault has left fault-map mode.</summary>
    public WaitQueue<TSync> Handled { get; } = new(new("handled", "task", task));

    /// <summary>Announces that translations are about to be used. Returns what <see cref="Withdraw(long)"/> takes.</summary>
    /// <remarks>
    /// The light fence orders the announcement before every read of the context's configuration and of the TLB. It pairs with the heavy fence
    /// between the purge and the wait (<see cref="Invalidation{TSync}"/>) and with those of a context's changes
    /// (<see cref="GruContext{TSync}"/>): either the instruction sees the purge, or the purger sees the announcement. Without it an
    /// instruction reads memory that has been given back; only a store buffer shows that, so sequential consistency has no counterexample.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long Announce()
    {
        var active = activity.Load() + Step;
        activity.Store(active);
        Seam<TSync>.FenceLight();
        return active;
    }

    /// <summary>The translations are no longer used: the accesses made with them are ordered before this (release).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Withdraw(long active) => activity.Store(active + Step);

    /// <summary>The same after a hit at another place than the last.</summary>
    public void Withdraw(long active, int place) => activity.Store(((active & ~PlaceMask) | (uint)place) + Step);

    /// <summary>Where in the TLB the slot's last hit was: a hint, as good as any. A place no TLB has before the first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int LastPlace(long active) => (int)(active & PlaceMask);

    /// <summary>Returns once an instruction that is active now has finished its accesses. One that begins later is not waited for.</summary>
    public void WaitForOutstanding()
    {
        var seen = activity.Load();
        if ((seen & Step) != 0) activity.SpinWhileEqual(seen);
    }
}
