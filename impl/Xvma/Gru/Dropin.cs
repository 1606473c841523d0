using System.Runtime.CompilerServices;
using Xvma.Sync;

namespace Xvma;

/// <summary>One attempt to resolve a fault (FLT-3). The caller holds the context's gate, and nothing that would keep the mappings still.</summary>
internal static class Dropin<TSync>
    where TSync : struct, ISync
{
    /// <param name="context">The context, its gate held.</param>
    /// <param name="cbr">The slot with the fault.</param>
    /// <param name="caller">Who tries.</param>
    /// <param name="space">The address space to wait for when the outcome is <see cref="DropinOutcome.RangeActive"/>.</param>
    public static DropinOutcome Try(GruContext<TSync> context, Cbr<TSync> cbr, DropinCaller caller, out AddressSpace<TSync>? space)
    {
        space = null;
        var turn = caller == DropinCaller.User ? FaultStatus.UserPolling : FaultStatus.FaultMap;
        var seen = cbr.Fault.Load();
        if (seen.Value is not { } fault || fault.Status != turn) return DropinOutcome.Stale;
        if (context.Binding is not { } binding) return DropinOutcome.Reload;

        space = binding.SpaceOf(context.Parts.Options.Layout.Classify(fault.Address));
        if (space is null) return Fail(binding, cbr, seen, FaultCause.NotMapped);

        // After the fault handle and before the mappings. An invalidation that begins after this read still purges this chiplet, and
        // the purge overtakes the fault just read; one that began before is seen here. Read after the mappings, an invalidation could
        // begin and end between a look-up and this line, before the fault was there to be overtaken.
        if (space.RangeActive != 0) return DropinOutcome.RangeActive;

        if (!space.Mappings.TryFind(fault.Address, out var mapping)) return Fail(binding, cbr, seen, FaultCause.NotMapped);
        if (!Allows(mapping.Rights, fault.Access)) return Fail(binding, cbr, seen, FaultCause.NotPermitted);
        var page = mapping.PageSize.PageOf(fault.Address);
        var from = mapping.OffsetOf(page.Start);
        if (mapping.Backing is OwnMemory<TSync> memory)
            return Install(context, cbr, caller, binding, seen, page, memory, mapping.PageSize.Shift, from, mapping.Rights, mapping.Range);

        // What an attachment shows is what its owner's map says now. The owner's range-active is read after the fault handle and before
        // that map, for the reason above: the owner's invalidation overtakes the faults of those who attach, too (XPM-8).
        var segment = ((Attachment<TSync>)mapping.Backing).Permit.Segment;
        if (!segment.IsLive) return Fail(binding, cbr, seen, segment.Home.HasFailed ? FaultCause.PartitionFailed : FaultCause.NotMapped);
        if (segment.Space.RangeActive != 0)
        {
            space = segment.Space;
            return DropinOutcome.RangeActive;
        }

        if (!segment.Space.Mappings.TryFind(new(from), out var lent) || lent.PageSize != mapping.PageSize || lent.Backing is not OwnMemory<TSync> owners)
            return Fail(binding, cbr, seen, FaultCause.NotMapped);
        if (!Allows(lent.Rights, fault.Access)) return Fail(binding, cbr, seen, FaultCause.NotPermitted);
        return Install(
            context, cbr, caller, binding, seen, page, owners, lent.PageSize.Shift, lent.OffsetOf(new(from)), mapping.Rights & lent.Rights);
    }

    private static DropinOutcome Install(
        GruContext<TSync> context, Cbr<TSync> cbr, DropinCaller caller, Binding<TSync> binding, in Seen<Fault> seen,
        AddressRange page, OwnMemory<TSync> memory, int shift, ulong from, Rights rights, AddressRange preloadable = default)
    {
        var index = (long)(from >> shift);
        var frame = memory.Find(index);
        if (caller == DropinCaller.Interrupt && (frame is null || !binding.HasPageSize(shift))) return DropinOutcome.Reload;

        if (frame is null)
        {
            var lookup = memory.FindOrAllocate(index, out frame);
            if (lookup == FrameLookup.OutOfMemory) return Fail(binding, cbr, seen, FaultCause.OutOfMemory);
            if (lookup == FrameLookup.Lost) return Fail(binding, cbr, seen, FaultCause.PartitionFailed);
            if (lookup == FrameLookup.Released) return DropinOutcome.Overtaken;
        }

        if (!frame!.TryPin()) return DropinOutcome.Overtaken;
        if (!binding.HasPageSize(shift)) context.AddPageSize(shift);
        var fault = seen.Value!.Value;
        var entry = frame.TranslationOf(binding.AsidsOf(fault.Address.Value), page, rights, binding.Elsewhere(memory));
        var dropped = Preloads<TSync>.MayBe(context, fault, preloadable)
            ? TryDropinWithFollowing(context, cbr, binding, seen, entry, page, memory, shift, index, preloadable)
            : binding.Chiplet.TryDropin(cbr, seen, entry, shift);
        frame.Unpin();
        return dropped ? DropinOutcome.Done : DropinOutcome.Overtaken;
    }

    /// <summary>Apart, so that a fault without preloads need not clear the room for them.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool TryDropinWithFollowing(
        GruContext<TSync> context, Cbr<TSync> cbr, Binding<TSync> binding, in Seen<Fault> seen, TlbEntry entry,
        AddressRange page, OwnMemory<TSync> memory, int shift, long index, AddressRange preloadable)
    {
        PreloadBuffer room = default;
        return binding.Chiplet.TryDropin(
            cbr, seen, entry, shift, Preloads<TSync>.Of(room!, context, binding, seen.Value!.Value, page, memory, shift, index, preloadable));
    }

    private static bool Allows(Rights rights, Access access) =>
        access == Access.Write ? rights == Rights.ReadWrite : rights != Rights.None;

    /// <summary>The instruction ends in an exception, unless a purge has overtaken the look-up that said so.</summary>
    private static DropinOutcome Fail(Binding<TSync> binding, Cbr<TSync> cbr, in Seen<Fault> seen, FaultCause cause) =>
        binding.Chiplet.TryFail(cbr, seen, cause) ? DropinOutcome.Exception : DropinOutcome.Overtaken;
}
