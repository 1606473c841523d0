using Xvma.Sync;

namespace Xvma;

/// <summary>
/// The bracket around a change that takes translations away (IVL-4): between its start and its end no dropin takes effect in the address
/// space, and when the start is over no instruction holds a translation of the range.
/// </summary>
internal readonly ref struct Invalidation<TSync>
    where TSync : struct, ISync
{
    private readonly AddressSpace<TSync> space;

    private Invalidation(AddressSpace<TSync> space) => this.space = space;

    /// <summary>Start: range-active up, every chiplet that knows the space purged, outstanding instructions finished (IVL-1, IVL-2, IVL-3).</summary>
    /// <remarks>What others have borrowed of the range goes back first, each in a bracket of its own inside of this one (XPM-8).</remarks>
    public static Invalidation<TSync> Begin(AddressSpace<TSync> space, AddressRange range)
    {
        Raise(space, range, isRecall: false);
        space.RecallExports(range);
        Purge(space, range);
        return new(space);
    }

    /// <summary>The whole bracket around nothing but the taking back of what an attachment has borrowed (XPM-8).</summary>
    public static void Recall(AddressSpace<TSync> space, AddressRange range)
    {
        Raise(space, range, isRecall: true);
        Purge(space, range);
        space.LowerRangeActive();
    }

    /// <summary>End: range-active down, waiting faults look again (IVL-5).</summary>
    public void Dispose() => space.LowerRangeActive();

    private static void Raise(AddressSpace<TSync> space, AddressRange range, bool isRecall)
    {
        space.Parts.Counters.Count(GruEvent.Invalidation);
        if (TSync.IsObserved) TSync.Tell(new Observing.InvalidationView(space.Id, range, isRecall));
        space.RaiseRangeActive();
    }

    private static void Purge(AddressSpace<TSync> space, AddressRange range)
    {
        var known = 0UL;
        foreach (var chiplet in space.Parts.Chiplets)
        {
            if (chiplet.Invalidate(space, range)) known |= 1UL << chiplet.Index;
        }

        if (known == 0) return;

        // Orders the purges before the reading of every slot's announcement. Pairs with the light fence of Cbr.Announce.
        // Without it: tests/schedules/invalidation-without-fence.json.
        Seam<TSync>.FenceHeavy();
        foreach (var chiplet in space.Parts.Chiplets)
        {
            if ((known & (1UL << chiplet.Index)) != 0) chiplet.WaitForOutstanding();
        }
    }
}
