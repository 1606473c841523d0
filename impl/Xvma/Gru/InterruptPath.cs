namespace Xvma;

/// <summary>The interrupt handler of a chiplet (FLT-2). It never waits for a lock that a fault or a change of mappings may hold.</summary>
internal static class InterruptPath<TSync>
    where TSync : struct, Sync.ISync
{
    /// <returns>How many faults the map named.</returns>
    public static int Serve(Chiplet<TSync> chiplet, InterruptVariant variant)
    {
        var served = 0;
        chiplet.Counters.Count(GruEvent.Interrupt);
        for (var word = 0; word < chiplet.FaultMap.Words; word++)
        {
            var bits = chiplet.FaultMap.Take(word);
            while (bits.TryNext(out var contextSlot, out var slot))
            {
                served++;

                // A context already gone is a spurious interrupt: whoever unloaded it has given its faults to the user.
                if (chiplet.ContextAt(contextSlot) is { } context) Serve(chiplet, context, context.Slots[slot], variant);
                else chiplet.Counters.Count(GruEvent.InterruptSpurious);
            }
        }

        if (served == 0) chiplet.Counters.Count(GruEvent.InterruptSpurious);
        return served;
    }

    private static void Serve(Chiplet<TSync> chiplet, GruContext<TSync> context, Cbr<TSync> cbr, InterruptVariant variant)
    {
        if (!TryDropin(context, cbr, variant))
        {
            using var instant = chiplet.Enter();
            if (context.CanBeAt(chiplet) && GruContext<TSync>.SwitchToUserPolling(cbr)) chiplet.Counters.Count(GruEvent.SwitchedToUser);
        }

        cbr.Handled.WakeAll();
    }

    /// <returns>Whether the fault is over; if not, it is the user's.</returns>
    private static bool TryDropin(GruContext<TSync> context, Cbr<TSync> cbr, InterruptVariant variant)
    {
        if (variant == InterruptVariant.SwitchToPolling) return false;
        if (!context.TryEnter(out var held))
        {
            context.Counters.Count(GruEvent.InterruptLockBusy);
            return false;
        }

        using (held)
        {
            var outcome = Dropin<TSync>.Try(context, cbr, DropinCaller.Interrupt, out _);
            context.Counters.Count(GruEvent.InterruptDone + (int)outcome);
            return outcome is DropinOutcome.Done or DropinOutcome.Exception or DropinOutcome.Stale;
        }
    }
}
