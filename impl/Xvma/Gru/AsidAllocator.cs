using Xvma.Sync;

namespace Xvma;

/// <summary>
/// A chiplet's address space ids. They are handed out in blocks of eight, upwards; when they run out the chiplet's TLB is flushed and a new
/// generation starts from the bottom, leaving out for its whole length what the contexts loaded then go on using (CTX-4). Under the chiplet's
/// gate.
/// </summary>
internal sealed class AsidAllocator<TSync>(int chiplet, long limit, Counters<TSync> counters)
    where TSync : struct, ISync
{
    private AtomicInt64<TSync> last = new(0, new("last asid", "chiplet", chiplet));
    private AtomicRef<TSync, AsidBlock[]> kept = new([], new("asids kept over the wrap", "chiplet", chiplet));
    private AtomicInt64<TSync> generation = new(1, new("asid generation", "chiplet", chiplet));

    /// <summary>The block that stands for a space in this chiplet; a new one when it has none of this generation.</summary>
    public AsidBlock BlockOf(AddressSpace<TSync> space, Chiplet<TSync> owner)
    {
        var known = space.AsidsIn(owner);
        if (known is not null && known.Generation == generation.Load()) return known.Block;

        counters.Count(known is null ? GruEvent.AsidAssigned : GruEvent.AsidReassigned);
        var block = Next(owner);
        space.SetAsidsIn(owner, new(block, generation.Load()));
        return block;
    }

    private AsidBlock Next(Chiplet<TSync> owner)
    {
        while (true)
        {
            var first = last.Load() + AsidBlock.Regions;
            if (first > limit - AsidBlock.Regions)
            {
                Wrap(owner);
                continue;
            }

            last.Store(first);
            var block = new AsidBlock(first);
            if (!kept.Load()!.Contains(block)) return block;
            counters.Count(GruEvent.AsidPassedOver);
        }
    }

    /// <summary>
    /// Without the flush, entries of the old generation would answer for whatever space gets their ASID next. Loaded contexts keep theirs:
    /// they are stamped with the new generation, so that a purge and another context of the same space find them. A block kept stays taken
    /// after its context is unloaded: its entries are still in the TLB, and the space comes back to it. A context that is being unloaded or
    /// detached no longer shows its ASIDs but may be in the middle of its last instruction with them: these are waited for, too.
    /// </summary>
    private void Wrap(Chiplet<TSync> owner)
    {
        counters.Count(GruEvent.AsidWrap);
        counters.Count(GruEvent.FlushAll);
        owner.Tlb.Flush();

        // Orders the flush before the reading of every slot's announcement. Pairs with the light fence of Cbr.Announce.
        // Without it: tests/schedules/wrap-without-fence.json.
        Seam<TSync>.FenceHeavy();
        owner.WaitForOutstanding();
        var next = generation.Load() + 1;
        var loaded = new List<AsidBlock>();
        owner.ForEachBinding((next, loaded), static (binding, state) =>
        {
            binding.Own.SetAsidsIn(binding.Chiplet, new(binding.OwnAsids, state.next));
            state.loaded.Add(binding.OwnAsids);
            if (binding.SharedAsids.IsNone) return;
            binding.Shared!.SetAsidsIn(binding.Chiplet, new(binding.SharedAsids, state.next));
            state.loaded.Add(binding.SharedAsids);
        });
        kept.Store([.. loaded]);
        generation.Store(next);
        last.Store(0);
    }
}
