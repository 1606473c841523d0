using Xvma.Sync;

namespace Xvma;

/// <summary>What becomes of an instruction that missed: the interrupt's attempt, then the user's own (FLT-1, FLT-4).</summary>
internal static class FaultPath<TSync>
    where TSync : struct, ISync
{
    /// <summary>Resolves a miss, as far as it can be resolved.</summary>
    /// <returns><see cref="FaultCause.None"/>: the instruction restarts, and may miss again. Anything else: it ends with that.</returns>
    /// <param name="context">The context of the instruction.</param>
    /// <param name="cbr">Its slot.</param>
    /// <param name="address">What it missed on.</param>
    /// <param name="access">What it wants there.</param>
    /// <param name="patience">How often it has missed; takes the turn when that was too often.</param>
    /// <param name="beyond">Bytes from there on that it is going to read; 0 when it reads one operand, or writes.</param>
    public static FaultCause Resolve(
        GruContext<TSync> context, Cbr<TSync> cbr, ExtendedAddress address, Access access, ref Patience<TSync> patience, ulong beyond = 0)
    {
        var cause = ResolveOnce(context, cbr, new(address, access, FaultStatus.FaultMap) { Beyond = beyond }, ref patience);
        if (cause != FaultCause.None) context.Counters.Count(cause);
        return cause;
    }

    private static FaultCause ResolveOnce(GruContext<TSync> context, Cbr<TSync> cbr, Fault fault, ref Patience<TSync> patience)
    {
        switch (context.Parts.Options.Layout.Classify(fault.Address))
        {
            case AddressKind.Processor: return FaultCause.ProcessorAddress;
            case AddressKind.Hole: return FaultCause.Hole;
        }

        if (context.IsClosed) return FaultCause.TaskGone;
        if (context.Binding is { } binding)
        {
            patience.Miss(binding.Chiplet, context, cbr);
            if (!binding.Chiplet.TryMiss(context, binding, cbr, fault)) return FaultCause.None;
            context.Counters.Count(GruEvent.MissInMap);
            Interrupt(binding.Chiplet, context.Parts.Options);
            cbr.Handled.WaitUntil(cbr, static cbr => cbr.Fault.Load().Value is not { Status: FaultStatus.FaultMap });
        }
        else
        {
            context.Counters.Count(GruEvent.MissWithoutContext);
            cbr.Fault.Store(fault with { Status = FaultStatus.UserPolling });
        }

        return cbr.Fault.Load().Value switch
        {
            null => FaultCause.None,
            { Status: FaultStatus.Exception } => TakeCause(cbr),
            _ => CallOperatingSystem(context, cbr, ref patience),
        };
    }

    private static void Interrupt(Chiplet<TSync> chiplet, MachineOptions options)
    {
        if (options.Delivery == InterruptDelivery.OnIssuingThread) InterruptPath<TSync>.Serve(chiplet, options.Interrupts);
        else chiplet.Interrupt.WakeAll();
    }

    /// <summary>The user path: it may load the context, allocate, and wait until no invalidation is under way (FLT-4).</summary>
    private static FaultCause CallOperatingSystem(GruContext<TSync> context, Cbr<TSync> cbr, ref Patience<TSync> patience)
    {
        context.Counters.Count(GruEvent.CallOs);
        while (true)
        {
            switch (TryOnce(context, cbr, out var space))
            {
                case DropinOutcome.Done or DropinOutcome.Stale:
                    return FaultCause.None;
                case DropinOutcome.Exception:
                    return TakeCause(cbr);
                case DropinOutcome.Reload:
                    // Without the turn: who waits for that holds its context, which may be the one to make room.
                    patience.GiveBack();
                    context.Counters.Count(GruEvent.RoomWait);
                    context.MakeRoom();
                    break;
                case DropinOutcome.RangeActive:
                    // Without the context's gate: an invalidation does not need it, but a leave or an exit does.
                    context.Counters.Count(GruEvent.RangeActiveWait);
                    space!.WaitUntilCalm();
                    break;
                case DropinOutcome.Overtaken:
                    break;
            }

            context.Counters.Count(GruEvent.Retry);
        }
    }

    private static DropinOutcome TryOnce(GruContext<TSync> context, Cbr<TSync> cbr, out AddressSpace<TSync>? space)
    {
        var outcome = TryDropin(context, cbr, out space);
        context.Counters.Count(GruEvent.UserDone + (int)outcome);
        return outcome;
    }

    private static DropinOutcome TryDropin(GruContext<TSync> context, Cbr<TSync> cbr, out AddressSpace<TSync>? space)
    {
        space = null;
        using var held = context.Enter();
        if (context.IsClosed)
        {
            cbr.Fault.Store(new(default, Access.Read, FaultStatus.Exception, FaultCause.TaskGone));
            return DropinOutcome.Exception;
        }

        if (context.Binding is null && !context.TryLoad()) return DropinOutcome.Reload;
        return Dropin<TSync>.Try(context, cbr, DropinCaller.User, out space);
    }

    private static FaultCause TakeCause(Cbr<TSync> cbr) => cbr.Fault.Take()!.Value.Cause;
}
