using Xvma.Observing;
using Xvma.Spec.Formal;
using Xvma.Sync;

namespace Xvma.Model.Refinement;

// Contexts, ASIDs and TLBs (chapter 10).
internal sealed partial class Oracle
{
    private void OnPlace(ThreadView by, in CellEvent happened)
    {
        var place = ((int)happened.Owner * now.Options.ContextsPerChiplet) + happened.Part;
        if (happened.Touch != Touch.Changed) return;
        var left = now.PlaceTasks[place];
        now.PlaceTasks[place] = happened.Number;
        if (happened.Number == 0) Step(steps.Vacate, With(TaskBy(left), place));
    }

    private void OnBinding(ThreadView by, in CellEvent happened)
    {
        var task = TaskBy(happened.Owner);
        var bound = (BindingView?)happened.Value;
        if (happened.Touch == Touch.Read)
        {
            if (task == by.Task && by.IsInstruction && by.HoldsNothing && by.Look == None) ReadConfiguration(by, bound);
            else if (by.Look != None && bound is not null && by.ContextGate == task) SeeSpace(by, bound);
            return;
        }

        if (task == None) return;
        var was = now.Bindings[task];
        now.Bindings[task] = bound;
        if (bound is null)
        {
            if (was is null) return;
            CloseNow(task);
            var isExec = by.IsCalling && by.Call.Operation == Operation.Exec && by.Task == task;
            Step(isExec ? steps.DropContext : steps.UnloadContext, With(task, was.Chiplet));
            return;
        }

        if (was is null)
        {
            Step(steps.LoadContext, With(task, bound.Chiplet, (bound.Chiplet * now.Options.ContextsPerChiplet) + bound.Place));
        }
        else if (was.Shared != bound.Shared)
        {
            ViewChanged(task, bound.Shared);
        }

        GiveAsids(by);
        foreach (var shift in bound.Shifts)
        {
            if (!State.Holds(Symbols.Configured, task, SizeOf(shift))) Step(steps.Configure, With(task, SizeOf(shift)));
        }

        CheckConfiguration(task, bound);
    }

    /// <summary>ASIDs are given before the configuration with them is published, under the same gate.</summary>
    private void GiveAsids(ThreadView by)
    {
        foreach (var (chiplet, space, asid) in by.Given)
        {
            if (!State.Holds(Symbols.Tag, chiplet, space, asid)) Step(steps.Assign, With(chiplet, space, asid));
        }

        by.Given.Clear();
    }

    private void CheckConfiguration(int task, BindingView bound)
    {
        var own = SpaceBy(bound.Own);
        Require(own == State[Symbols.Own, task] && IsTag(bound.Chiplet, own, bound.OwnAsids), "CTX-7",
            $"the context of task {now.TaskIds[task]} translates private addresses in space {bound.Own} by ASID {bound.OwnAsids}, which are not its own.");
        if (bound.Shared == 0) return;
        var shared = SpaceBy(bound.Shared);
        Require(State.Holds(Symbols.View, task, shared) && IsTag(bound.Chiplet, shared, bound.SharedAsids), "CTX-7",
            $"the context of task {now.TaskIds[task]} translates shared addresses in space {bound.Shared} by ASID {bound.SharedAsids}, which it may not.");
    }

    private bool IsTag(int chiplet, int space, long asids) => asids != 0 && State.Holds(Symbols.Tag, chiplet, space, AsidOf(asids));

    private void OnAsids(ThreadView by, in CellEvent happened)
    {
        if (happened.Touch != Touch.Changed) return;
        var (space, chiplet) = (SpaceBy(happened.Owner), happened.Part);
        now.AsidsOf[(space * now.Options.AllChiplets) + chiplet] = (AsidView?)happened.Value;
        if (happened.Value is not AsidView given) return;
        var asid = AsidOf(given.First);
        if (State.Holds(Symbols.Tag, chiplet, space, asid)) return;
        var with = With(chiplet, space, asid);
        if (steps.Assign.IsPossible(State, with)) Step(steps.Assign, with);
        else by.Given.Add((chiplet, space, asid));
    }

    private void OnAsidGeneration(ThreadView by, in CellEvent happened)
    {
        if (happened.Touch != Touch.Changed) return;
        var chiplet = (int)happened.Owner;
        now.Generations[chiplet] = happened.Number;
        foreach (var (on, _, asid) in by.Given) Step(steps.PassOver, With(on, asid)); // to a context that is not loaded yet: it gets others
        by.Given.Clear();
        Step(steps.Wrap, With(chiplet));
        CheckTags(chiplet, "CTX-4");
        CheckTlb(chiplet, "CTX-4");
    }

    /// <summary>What stands for the spaces on a chiplet is what the specification says.</summary>
    private void CheckTags(int chiplet, string clause)
    {
        for (var space = 0; space < State.SizeOf(Spaces); space++)
        {
            var record = now.AsidsOf[(space * now.Options.AllChiplets) + chiplet];
            var known = record is not null && record.Generation == now.Generations[chiplet] ? AsidOf(record.First) : None;
            for (var asid = 0; asid < State.SizeOf(AsidSort); asid++)
            {
                Require(State.Holds(Symbols.Tag, chiplet, space, asid) == (asid == known), clause,
                    $"on chiplet {chiplet} ASID {now.Asids[asid]} stands for space {now.SpaceIds[space]}, or does not, against the specification.");
            }
        }
    }

    private void OnTlbEntry(ThreadView by, in CellEvent happened)
    {
        var entry = (EntryView?)happened.Value;
        if (happened.Touch == Touch.Read)
        {
            if (entry is not null && by.IsAnnounced && by.Latched is not null && by.HoldsNothing) Serve(by, entry);
            return;
        }

        var chiplet = (int)happened.Owner;
        var place = (chiplet * TlbPlaces) + happened.Part;
        if (now.Tlb[place] is { } before && entry is not null && !IsOfOnePage(before, entry))
        {
            Require(by.MayDisplace, "FLT-17", $"chiplet {chiplet} displaces the translation {Words(before)} for {Words(entry)}, and it may be another instruction's turn.");
            by.MayDisplace = false;
        }

        now.Tlb[place] = entry;
        if (entry is not null && by.Look != None && State[Symbols.Look, by.Look] == (int)LookUp.Found) Preload(by, chiplet, entry);
        if (entry is not null)
            Require(IsTranslation(chiplet, entry), "FLT-3", $"chiplet {chiplet} is given the translation {Words(entry)}, which no dropin of the specification has made.");
    }

    private static bool IsOfOnePage(EntryView one, EntryView other) =>
        one.Asids == other.Asids && one.Start == other.Start && one.Length == other.Length;

    /// <summary>An entry that is written before the fault is resolved is of a page beyond it.</summary>
    private void Preload(ThreadView by, int chiplet, EntryView entry)
    {
        var bound = now.Bindings[State[Symbols.TaskOf, by.Look]];
        Require(bound is not null && (entry.Asids == bound.OwnAsids || entry.Asids == bound.SharedAsids), "FLT-13", $"chiplet {chiplet} preloads {Words(entry)}, for no context that is loaded with it.");
        var space = SpaceBy(entry.Asids == bound!.OwnAsids ? bound.Own : bound.Shared);
        var with = With(by.Look, chiplet, space, AsidOf(entry.Asids), PageOf(entry), now.FrameOf[entry.Frame]);
        if (!IsTranslation(chiplet, entry)) Step(steps.Preload, with);
    }

    private int TlbPlaces => now.Options.TlbSets * now.Options.TlbWays;

    /// <summary>No more is in a TLB than the specification says.</summary>
    private void CheckTlb(int chiplet, string clause)
    {
        for (var place = chiplet * TlbPlaces; place < Math.Min(now.Tlb.Count, (chiplet + 1) * TlbPlaces); place++)
        {
            if (now.Tlb[place] is { } entry)
                Require(IsTranslation(chiplet, entry), clause, $"chiplet {chiplet} still has the translation {Words(entry)}, which should be gone.");
        }
    }

    private bool IsTranslation(int chiplet, EntryView entry)
    {
        var (page, frame, asid) = (PageOf(entry), now.FrameOf[entry.Frame], AsidOf(entry.Asids));
        return frame != None && State.Holds(Symbols.Tlb, chiplet, asid, page, frame) && (!entry.Writes || State.Holds(Symbols.TlbWrite, chiplet, asid, page, frame));
    }

    private int PageOf(EntryView entry) => PageOf(entry.Start, System.Numerics.BitOperations.Log2(entry.Length));

    private static string Words(EntryView entry) => $"{new ExtendedAddress(entry.Start)} {ByteUnits.Text(entry.Length)} → frame {entry.Frame} under ASID {entry.Asids}";
}
