namespace Xvma;

/// <summary>One attempt to resolve a fault (FLT-3). The caller holds the context's gate, and nothing that would keep the mappings still.</summary>
internal static class Dropin<TSync>
    where TSync : struct, Sync.ISync
{
    /// <param name="context">The context, its gate held.</param>
    /// <param name="cbr">The slot with the fault.</param>
    /// <param name="caller">Who tries.</param>
    /// <param name="space">The address space of the fault, once known; for the wait when the outcome is <see cref="DropinOutcome.RangeActive"/>.</param>
    public static DropinOutcome Try(GruContext<TSync> context, Cbr<TSync> cbr, DropinCaller caller, out AddressSpace<TSync>? space)
    {
        space = null;
        var turn = caller == DropinCaller.User ? FaultStatus.UserPolling : FaultStatus.FaultMap;
        if (cbr.Fault.Load() is not { } fault || fault.Status != turn) return DropinOutcome.Stale;
        if (context.Binding is not { } binding) return DropinOutcome.Reload;

        space = binding.SpaceOf(context.Parts.Options.Layout.Classify(fault.Address));
        if (space is null) return Fail(binding, cbr, fault, FaultCause.NotMapped);

        // After the fault handle and before the mappings. An invalidation that begins after this read still purges this chiplet, and
        // the purge overtakes the fault just read; one that began before is seen here. Read after the mappings, an invalidation could
        // begin and end between a look-up and this line, before the fault was there to be overtaken.
        if (space.RangeActive != 0) return DropinOutcome.RangeActive;

        if (!space.Mappings.TryFind(fault.Address, out var mapping)) return Fail(binding, cbr, fault, FaultCause.NotMapped);
        if (!Allows(mapping.Rights, fault.Access)) return Fail(binding, cbr, fault, FaultCause.NotPermitted);
        return Install(context, cbr, caller, binding, fault, mapping);
    }

    private static DropinOutcome Install(
        GruContext<TSync> context, Cbr<TSync> cbr, DropinCaller caller, Binding<TSync> binding, Fault fault, Mapping<Backing<TSync>> mapping)
    {
        var shift = mapping.PageSize.Shift;
        var page = mapping.PageSize.PageOf(fault.Address);
        var index = (long)(mapping.OffsetOf(page.Start) >> shift);
        var frame = mapping.Backing.Find(index);
        if (caller == DropinCaller.Interrupt && (frame is null || !binding.HasPageSize(shift))) return DropinOutcome.Reload;

        if (frame is null)
        {
            var lookup = mapping.Backing.FindOrAllocate(index, out frame);
            if (lookup == FrameLookup.OutOfMemory) return Fail(binding, cbr, fault, FaultCause.OutOfMemory);
            if (lookup == FrameLookup.Released) return DropinOutcome.Overtaken;
        }

        if (!frame!.TryPin()) return DropinOutcome.Overtaken;
        if (!binding.HasPageSize(shift)) context.AddPageSize(shift);
        var entry = new TlbEntry(binding.AsidsOf(fault.Address.Value), page, frame.Address, frame.Id, mapping.Rights);
        var dropped = binding.Chiplet.TryDropin(cbr, fault, entry, shift, Preloads<TSync>.Of(context, binding, fault, mapping, page, index));
        frame.Unpin();
        return dropped ? DropinOutcome.Done : DropinOutcome.Overtaken;
    }

    private static bool Allows(Rights rights, Access access) =>
        access == Access.Write ? rights.HasFlag(Rights.ReadWrite) : rights.HasFlag(Rights.Read);

    /// <summary>The instruction ends in an exception, unless a purge has overtaken the look-up that said so.</summary>
    private static DropinOutcome Fail(Binding<TSync> binding, Cbr<TSync> cbr, Fault fault, FaultCause cause) =>
        binding.Chiplet.TryFail(cbr, fault, cause) ? DropinOutcome.Exception : DropinOutcome.Overtaken;
}
