using System.Runtime.CompilerServices;
using Xvma.Sync;

namespace Xvma;

/// <summary>A control block register: one instruction slot of a context.</summary>
internal sealed class Cbr<TSync>(int index, long task)
    where TSync : struct, ISync
{
    /// <summary>The bits of a place in the TLB, and one value more: none.</summary>
    private const int PlaceBits = 21;
    private const long PlaceMask = (1 << PlaceBits) - 1;

    /// <summary>One step of the count, which is above two places.</summary>
    private const long Step = 1L << (2 * PlaceBits);

    /// <summary>
    /// A count, odd while an instruction of this slot may hold a translation, which each instruction counts up twice; and below it the
    /// places in the TLB of the last hit that read (lowest) and the last that wrote. They cost nothing here: the word is read and written anyway.
    /// </summary>
    private AtomicInt64<TSync> activity = new(Step - 1, new("activity", "task", task) { Part = index, Show = Show });

    /// <summary>The fault handle (TFH): nothing when idle.</summary>
    public AtomicValue<TSync, Fault> Fault = new(new("fault", "task", task) { Part = index });

    /// <summary>Whether a thread of the task has it.</summary>
    public AtomicFlag<TSync> Open = new(new("open", "task", task) { Part = index });

    /// <summary>Its place in the context.</summary>
    public int Index { get; } = index;

    /// <summary>Woken when the fault has left fault-map mode.</summary>
    public WaitQueue<TSync> Handled { get; } = new(new("handled", "task", task));

    /// <summary>Announces that translations are about to be used. Returns what the activity was before, which the other members take.</summary>
    /// <remarks>
    /// The light fence orders the announcement before every read of the context's configuration and of the TLB. It pairs with the heavy fence
    /// between the purge and the wait (<see cref="Invalidation{TSync}"/>) and with those of a context's changes
    /// (<see cref="GruContext{TSync}"/>): either the instruction sees the purge, or the purger sees the announcement. Without it an
    /// instruction reads memory that has been given back: announced-too-late.json among the saved schedules is what a compiler may make of it.
    /// The processor does not notice the light fence; what it could do, the heavy ones prevent.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long Announce()
    {
        var before = activity.Load();
        activity.Store(before + Step);
        Seam<TSync>.FenceLight();
        return before;
    }

    /// <summary>The translations are no longer used: the accesses made with them are ordered before this (release).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Withdraw(long before) => activity.Store(before + (2 * Step));

    /// <summary>The same after a hit at another place than the last.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Withdraw(long before, Access access, int place)
    {
        var shift = ShiftOf(access);
        activity.Store(((before & ~(PlaceMask << shift)) | ((long)place << shift)) + (2 * Step));
    }

    /// <summary>
    /// Where in the TLB the slot's last hit with this access was: a hint, as good as any. Before the first, a place that no TLB has.
    /// Reading here and writing there in turn is common, so the two are kept apart.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int LastPlace(long before, Access access) => (int)((before >> ShiftOf(access)) & PlaceMask);

    /// <summary>Returns once an instruction that is active now has finished its accesses. One that begins later is not waited for.</summary>
    public void WaitForOutstanding()
    {
        var seen = activity.Load();
        if ((seen & Step) != 0) activity.SpinWhileEqual(seen);
    }

    /// <summary>Whether an activity is that of a slot whose instruction may hold a translation; for an observer.</summary>
    public static bool IsAnnounced(long activity) => (activity & Step) != 0;

    /// <summary>An activity in words: <c>idle after 2, last read at place 1</c>.</summary>
    public static string Show(long activity)
    {
        var count = (ulong)activity >> (2 * PlaceBits);
        var which = (count & 1) != 0 ? $"instruction {(count / 2) + 1} announced" : count == 0 ? "idle" : $"idle after {count / 2}";
        return which + Last("read", Access.Read) + Last("written", Access.Write);

        string Last(string what, Access access) => LastPlace(activity, access) is var place && place == PlaceMask ? "" : $", last {what} at place {place}";
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int ShiftOf(Access access) => access == Access.Read ? 0 : PlaceBits;

    /// <summary>As a trace shows it.</summary>
    public override string ToString() => $"slot {Index}";
}
