using Xvma.Observing;
using Xvma.Spec.Formal;
using Xvma.Sync;

namespace Xvma.Model.Refinement;

// Faults (chapter 9): missed, taken, looked up, dropped in or failed.
internal sealed partial class Oracle
{
    private const int WordBits = 64;

    private const int MostSlots = 64;

    private void OnContextGate(ThreadView by, in CellEvent happened)
    {
        if (happened.Touch == Touch.Entered)
        {
            by.ContextGate = TaskBy(happened.Owner);
            by.IsUser = false;
        }
        else if (happened.Touch == Touch.Left)
        {
            if (by.Look != None) LookAgain(by);
            CloseNow(by.ContextGate);
            by.ContextGate = None;
        }
    }

    private void OnClosed(ThreadView by, in CellEvent happened)
    {
        var task = TaskBy(happened.Owner);
        if (happened.Touch == Touch.Changed)
        {
            now.Closing[task] = true;
            return;
        }

        if (happened.Number != 0) CloseNow(task);
        if (by.ContextGate != None && by.ContextGate == task) by.IsUser = true; // only the user's path asks
    }

    /// <summary>A context is closed when it is unloaded, or when somebody finds it so before that.</summary>
    private void CloseNow(int task)
    {
        if (!now.Closing[task]) return;
        now.Closing[task] = false;
        Step(steps.Close, With(task));
    }

    /// <summary>The specification knows no turns: that an entry goes at any time is all it says. Held here is who may take one away.</summary>
    private static void OnTurn(ThreadView by, in CellEvent happened)
    {
        if (happened.Touch == Touch.Read && by.ChipletGate != None) by.MayDisplace = happened.Number == 0 || happened.Number == by.Serving;
    }

    private void OnFault(ThreadView by, in CellEvent happened)
    {
        if (!by.IsPurging) by.Serving = (happened.Owner * MostSlots) + happened.Part;
        var task = TaskBy(happened.Owner);
        var slot = now.FaultSlots[SlotNumber(task, happened.Part)];
        var fault = (FaultView?)happened.Value;
        if (happened.Touch == Touch.Read)
        {
            if (slot != None) OnFaultRead(by, task, slot, fault);
            return;
        }

        if (fault is null)
        {
            if (by.ChipletGate != None) Dropin(by, slot);
            else if (slot != None) TakeException(by, slot);
            return;
        }

        if (by.IsPurging)
        {
            by.Overtaken.Add(slot);
            return;
        }

        switch (fault.Turn)
        {
            case FaultTurn.FaultMap:
                slot = now.FaultSlots[SlotNumber(task, happened.Part)] = by.Missing;
                Require(slot != None, "FLT-1", $"a fault of task {happened.Owner} is recorded, and no instruction has missed.");
                Step(steps.Miss, With(slot, ToInterrupt));
                break;
            case FaultTurn.UserPolling when by.HoldsNothing:
                now.FaultSlots[SlotNumber(task, happened.Part)] = by.Missing;
                break; // taken when the configuration was read
            case FaultTurn.UserPolling:
                if (State[Symbols.Mode, slot] == (int)FaultMode.Fmm) Step(steps.GiveToUser, With(slot));
                break;
            case FaultTurn.Exception when by.ChipletGate != None:
                Step(State[Symbols.Look, slot] == (int)LookUp.Seen ? steps.RunOut : steps.Fail, With(slot));
                by.Look = None;
                break;
            case FaultTurn.Exception:
                Step(steps.EndWithTheTask, With(slot));
                break;
        }
    }

    private void OnFaultRead(ThreadView by, int task, int slot, FaultView? fault)
    {
        if (by.IsPurging) return;
        if (by.ChipletGate != None)
        {
            if (by.Look == slot) by.HasReadHandle = true; // the chip makes sure, or refuses: whether it was to resolve the fault shows when it is done
            else if (State.Holds(Symbols.Taken, slot) && State[Symbols.Mode, slot] != (int)FaultMode.Fmm) Step(steps.IgnoreSpurious, With(slot));
            return;
        }

        if (by.ContextGate != task || by.Look != None || fault is null || now.Bindings[task] is not { } bound) return;
        if (fault.Turn != (by.IsUser ? FaultTurn.UserPolling : FaultTurn.FaultMap)) return;
        by.Look = slot;
        by.ThroughSpace = None;

        // A purge under way has passed this slot: for the specification it is one step, which comes before this reading. The entries are gone by then,
        // and nobody else's dropin gets in before the purger leaves the gate.
        if (PurgerOf(bound.Chiplet) is { HasPurged: false } purger && purger.Overtaken.Contains(slot)) EndPurge(purger);
        Step(steps.ReadHandle, With(slot, bound.Chiplet));
    }

    private ThreadView? PurgerOf(int chiplet)
    {
        foreach (var thread in firstThreads)
        {
            if (thread is { IsPurging: true } && thread.ChipletGate == chiplet) return thread;
        }

        return threads.Count == 0 ? null : threads.Values.FirstOrDefault(thread => thread.IsPurging && thread.ChipletGate == chiplet);
    }

    private void LookAgain(ThreadView by)
    {
        var slot = by.Look;
        by.Look = by.ThroughSpace = None;
        if (State[Symbols.Look, slot] != (int)LookUp.Rest) Step(steps.LookAgain, With(slot));
    }

    /// <summary>A look-up asks in which space; a task in no group has none for a shared address.</summary>
    private void SeeSpace(ThreadView by, BindingView bound)
    {
        if (State[Symbols.Look, by.Look] == (int)LookUp.Read && bound.Shared == 0 && now.Addresses[by.Look] >= SharedBase)
            Step(steps.SeeNoSpace, With(by.Look, by.Look));
    }

    private void SeeRangeActive(ThreadView by, int space, long active)
    {
        var task = State[Symbols.TaskOf, by.Look];
        if (active != 0) LookAgain(by);
        else Step(steps.SeeCalm, With(by.Look, now.Bindings[task]!.Chiplet, space));
    }

    private void SeeMappings(ThreadView by, int space, MapView map)
    {
        var slot = by.Look;
        var chiplet = now.Bindings[State[Symbols.TaskOf, slot]]!.Chiplet;
        var address = now.Addresses[slot];
        var writes = State.Holds(Symbols.Writes, slot);
        var mapping = map.At(address);
        if (mapping is null || !mapping.Rights.HasFlag(writes ? Rights.ReadWrite : Rights.Read))
            Step(steps.SeeNothing, With(slot, chiplet, space));
        else if (mapping.Attachment is not null)
            LookThrough(by, space, mapping);
        else
            Step(steps.SeeMapping, With(slot, chiplet, space, PageOf(address, mapping.PageSize.Shift), mapping.Rights.HasFlag(Rights.ReadWrite) ? 1 : 0));
    }

    private int SeenPage(int slot)
    {
        for (var page = 0; page < now.Pages.Count; page++)
        {
            if (State.Holds(Symbols.SeenPage, slot, page)) return page;
        }

        return None;
    }

    private void Dropin(ThreadView by, int slot)
    {
        Require(slot != None && by.Look == slot && State[Symbols.Look, slot] == (int)LookUp.Found, "FLT-3", "a fault is resolved that nobody has looked up.");
        var task = State[Symbols.TaskOf, slot];
        var bound = now.Bindings[task];
        Require(bound is not null, "FLT-3", "a fault is resolved for a context that is not loaded.");
        var (space, asids) = now.Addresses[slot] < SharedBase ? (bound!.Own, bound.OwnAsids) : (bound!.Shared, bound.SharedAsids);
        Step(steps.Dropin, With(slot, bound.Chiplet, SpaceBy(space), AsidOf(asids), SeenPage(slot), Pinned(slot)));
        by.Look = None;
    }

    private int Pinned(int slot)
    {
        for (var frame = 0; frame < State.SizeOf(FrameSort); frame++)
        {
            if (State.Holds(Symbols.Pins, slot, frame)) return frame;
        }

        return 0;
    }

    private void OnFaultMap(ThreadView by, in CellEvent happened)
    {
        if (happened.Touch != Touch.Changed) return;
        var perChiplet = ((now.Options.ContextsPerChiplet * now.Options.SlotsPerContext) + WordBits - 1) / WordBits;
        var word = ((int)happened.Owner * perChiplet) + happened.Part;
        var was = now.FaultWords[word];
        now.FaultWords[word] = happened.Number;
        for (var changed = (ulong)(was ^ happened.Number); changed != 0; changed &= changed - 1)
        {
            var bit = (word * WordBits) + System.Numerics.BitOperations.TrailingZeroCount(changed);
            if ((happened.Number >> (bit % WordBits) & 1) != 0)
            {
                now.FaultBits[bit] = by.Missing;
            }
            else if (now.FaultBits[bit] is not None and var slot && State.Holds(Symbols.Bit, slot))
            {
                Step(steps.Take, With(slot));
            }
        }

        // The bit was there already, of a context that had the place before: from now on it is this one's.
        if (happened.Number == was && by.Missing != None && by.ChipletGate != None && now.Bindings[by.Task] is { } bound)
            now.FaultBits[(word * WordBits) + (((bound.Place * now.Options.SlotsPerContext) + by.Call.Slot) % WordBits)] = by.Missing;
    }
}
