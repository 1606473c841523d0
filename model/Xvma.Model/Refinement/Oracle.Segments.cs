using Tenet.Evaluation;
using Xvma.Observing;
using Xvma.Spec.Formal;
using Xvma.Sync;

namespace Xvma.Model.Refinement;

// Segments, permits and attachments (chapter 14).
internal sealed partial class Oracle
{
    private static bool IsAttach(Operation operation) => operation is Operation.AttachPrivate or Operation.AttachShared;

    private void OnSegments(ThreadView by, in CellEvent happened)
    {
        if (happened.Touch == Touch.Read)
        {
            NoteRefusal(by);
            return;
        }

        var segments = ((SegmentList)happened.Value!).Segments;
        foreach (var made in segments)
        {
            if (now.SegmentOf[made.Id] is not None) continue;
            Step(steps.Make, With(TaskBy(made.Owner), AddSegment(made)));
            by.HasTakenEffect = true;
        }

        for (var segment = 0; segment < State.SizeOf(SegmentSort); segment++)
        {
            var isListed = segments.Any(listed => listed.Id == now.SegmentIds[segment]);
            Require(isListed || State[Symbols.Segments, segment] is (int)SegmentLife.Unmade or (int)SegmentLife.Removed, "XPM-6",
                $"segment {now.SegmentIds[segment]} cannot be found by its id any more, and has not been removed.");
        }
    }

    private void OnSegmentStage(ThreadView by, in CellEvent happened)
    {
        var segment = now.SegmentOf[happened.Owner];
        var stage = (SegmentStage)happened.Number;
        if (happened.Touch == Touch.Read)
        {
            if (by.Look == None) NoteRefusal(by);
            else if (by.IsThrough && stage != SegmentStage.Live) SeeNoRight(by);
        }
        else if (stage == SegmentStage.Removing)
        {
            if (IsFailing(by)) Step(steps.RemoveForFailure, With(segment));
            else Step(steps.Remove, With(by.Task, segment));
            if (by.Call.Operation == Operation.Remove) by.HasTakenEffect = true;
        }
        else if (stage == SegmentStage.Removed)
        {
            Step(steps.RemoveDone, With(segment));
        }
    }

    private void OnPermits(ThreadView by, in CellEvent happened)
    {
        if (happened.Touch == Touch.Read)
        {
            NoteRefusal(by);
            return;
        }

        var holder = TaskBy(happened.Owner);
        var permits = ((PermitList)happened.Value!).Permits;
        foreach (var given in permits)
        {
            if (now.PermitOf[given.Id] is not None) continue;
            var permit = Candidate(holder, now.SegmentOf[given.Segment], given.Writes);
            now.PermitOf[given.Id] = permit;
            now.PermitIds[permit] = given.Id;
            Step(steps.Get, With(holder, permit));
            by.HasTakenEffect = true;
        }

        for (var permit = 0; permit < State.SizeOf(PermitSort); permit++)
        {
            if (State[Symbols.HolderOf, permit] != holder || State[Symbols.Permits, permit] != (int)PermitLife.Held) continue;
            if (permits.Any(held => held.Id == now.PermitIds[permit])) continue;
            ShowPagesOf(permit);
            if (IsForExit(by, permit)) Step(steps.ReleaseForExit, With(permit));
            else Step(steps.ReleasePermit, With(holder, permit));
            if (by.Call.Operation == Operation.Release) by.HasTakenEffect = true;
        }
    }

    /// <summary>Whether a permit goes with its task or with what it is for, and not because its holder says so.</summary>
    private bool IsForExit(ThreadView by, int permit) =>
        by.Call.Operation != Operation.Release && steps.ReleaseForExit.IsPossible(State, With(permit))
        && (IsFailing(by) || State.Holds(Symbols.Failed, State[Symbols.HomeOf, State[Symbols.OwnerOf, State[Symbols.SegmentOf, permit]]]));

    private int AddSegment(SegmentView made)
    {
        var segment = State.Add(SegmentSort);
        now.SegmentOf[made.Id] = segment;
        now.SegmentIds[segment] = made.Id;
        State[Symbols.OwnerOf, segment] = TaskBy(made.Owner);
        State[Symbols.SegmentWrite, segment] = made.Writes ? 1 : 0;
        State[Symbols.Exports, segment] = AddRange(made.Range);
        return segment;
    }

    /// <summary>The segment of an id, or one that is never made.</summary>
    private int SegmentBy(long id)
    {
        if (id >= 0 && now.SegmentOf[id] is not None and var known) return known;
        if (now.SegmentOf[0] is not None and var nobodys) return nobodys;
        var unmade = State.Add(SegmentSort);
        State[Symbols.Exports, unmade] = Everything;
        return now.SegmentOf[0] = unmade;
    }

    /// <summary>The permit of an id, or one that is never given.</summary>
    private int PermitBy(long id, int holder) => id > 0 && now.PermitOf[id] is not None and var known ? known : Candidate(holder, SegmentBy(0), writes: false);

    /// <summary>A permit that could be given: what it would be of is said by the element.</summary>
    private int Candidate(int holder, int segment, bool writes)
    {
        for (var known = 0; known < State.SizeOf(PermitSort); known++)
        {
            if (State[Symbols.Permits, known] == (int)PermitLife.Unmade && State[Symbols.HolderOf, known] == holder
                && State[Symbols.SegmentOf, known] == segment && State.Holds(Symbols.PermitWrite, known) == writes) return known;
        }

        var permit = State.Add(PermitSort);
        State[Symbols.HolderOf, permit] = holder;
        State[Symbols.SegmentOf, permit] = segment;
        State[Symbols.PermitWrite, permit] = writes ? 1 : 0;
        return permit;
    }

    /// <summary>Brings into view a page of each piece that is mapped with a permit.</summary>
    private void ShowPagesOf(int permit)
    {
        for (var space = 0; space < State.SizeOf(Spaces); space++)
        {
            if (now.Maps[space] is not { } map) continue;
            foreach (var mapping in map.Mappings)
            {
                if (mapping.Attachment is { } attachment && now.PermitOf[attachment.Permit.Value] == permit) _ = PageOf(mapping.Range.Start.Value, mapping.PageSize.Shift);
            }
        }
    }

    /// <summary>What a page of an attachment shows: a page of the same size in the owner's space.</summary>
    private int ShownAt(MappingSnapshot mapping, ulong address) =>
        PageOf(mapping.Attachment!.Shows.Value + (PagePlace.Of(address, mapping.PageSize.Shift).Start - mapping.Range.Start.Value), mapping.PageSize.Shift);

    private int OwnersSpace(int permit) => State[Symbols.Own, State[Symbols.OwnerOf, State[Symbols.SegmentOf, permit]]];

    private void NoteRelease(ThreadView by)
    {
        var permit = PermitBy(by.Call.Number, by.Task);
        ShowPagesOf(permit);
        Note(by, steps.ReleasePermit, With(by.Task, permit));
    }

    /// <summary>What the specification would say of the page asked for, or of the first that is in the way.</summary>
    private void NoteAttach(ThreadView by)
    {
        var call = by.Call;
        if (call.PageShift is < PageSize.MinShift or > PageSize.MaxShift) return;
        var isShared = call.Operation == Operation.AttachShared;
        var space = isShared ? GroupOfMember(by.Task) : State[Symbols.Own, by.Task];
        var permit = PermitBy(call.Number, by.Task);
        var exported = now.Ranges[State[Symbols.Exports, State[Symbols.SegmentOf, permit]]];
        var isInside = call.Destination < exported.Length && call.Length <= exported.Length - call.Destination;
        var shown = PageOf(isInside ? exported.Start.Value + call.Destination : exported.Last.Value + 1, call.PageShift);
        var at = call.Address != 0 ? call.Address : isShared ? SharedBase : now.Options.Layout.PrivateBase.Value;
        if (call.Address != 0 && AddressRange.TryCreate(new(at), call.Length, out var wanted)) at = FirstInTheWay(space, wanted);
        var writes = call.Rights == Rights.ReadWrite || (call.Rights == Rights.None && State.Holds(Symbols.PermitWrite, permit));
        Note(by, steps.AttachSegment, With(by.Task, permit, space, PageOf(at, call.PageShift), shown, writes ? 1 : 0));
    }

    private void AttachPages(ThreadView by, int space, MappingSnapshot mapping)
    {
        var permit = now.PermitOf[mapping.Attachment!.Permit.Value];
        for (var page = 0; page < now.Pages.Count; page++)
        {
            if (now.Pages[page].Shift != mapping.PageSize.Shift || !mapping.Range.Contains(now.Pages[page].Range)) continue;
            var shown = ShownAt(mapping, now.Pages[page].Start);
            Step(steps.AttachSegment, With(by.Task, permit, space, page, shown, mapping.Rights == Rights.ReadWrite ? 1 : 0));
        }
    }

    /// <summary>A fault's look-up has come upon an attachment: what it shows is seen when the owner's map is read.</summary>
    private void LookThrough(ThreadView by, int space, MappingSnapshot mapping)
    {
        var address = now.Addresses[by.Look];
        by.ThroughPage = PageOf(address, mapping.PageSize.Shift);
        by.ShownPage = ShownAt(mapping, address);
        by.ThroughSpace = space;
        by.ThroughPermit = now.PermitOf[mapping.Attachment!.Permit.Value];
        by.IsWritableThrough = mapping.Rights == Rights.ReadWrite;
    }

    private void SeeOwnersMap(ThreadView by, MapView map)
    {
        var shown = now.Pages[by.ShownPage];
        var writes = State.Holds(Symbols.Writes, by.Look);
        if (map.At(shown.Start) is { Attachment: null } lent && lent.PageSize.Shift == shown.Shift && lent.Rights.HasFlag(writes ? Rights.ReadWrite : Rights.Read))
            StepUnlessOvertaken(by, steps.SeeMapping, With(by.Look, ChipletOf(by), by.ThroughSpace, by.ThroughPage, by.IsWritableThrough && lent.Rights == Rights.ReadWrite ? 1 : 0));
        else
            SeeNoRight(by);
    }

    private void SeeNoRight(ThreadView by) => StepUnlessOvertaken(
        by, steps.SeeNoRight, With(by.Look, ChipletOf(by), by.ThroughSpace, by.ThroughPage, by.ThroughPermit, by.ShownPage));

    private int ChipletOf(ThreadView by) => now.Bindings[State[Symbols.TaskOf, by.Look]]?.Chiplet ?? None;

    /// <summary>Once a purge has overtaken it, a look-up may read what is no longer so: it comes to nothing.</summary>
    private void StepUnlessOvertaken(ThreadView by, CompiledAction action, int[] with)
    {
        if (action.IsPossible(State, with) || !State.Holds(Symbols.Overtaken, by.Look)) Step(action, with);
    }

    /// <returns>False when the look-up can come to nothing: then its pin is nobody's business.</returns>
    private bool TryBorrow(ThreadView by, int frame)
    {
        if (State.Holds(Symbols.Overtaken, by.Look)) return false;
        if (!State.Holds(Symbols.Backed, by.ThroughSpace, by.ThroughPage, frame))
            Step(steps.Borrow, With(by.Look, ChipletOf(by), by.ThroughSpace, by.ThroughPage, by.ThroughPermit, by.ShownPage, frame));
        return true;
    }

    private void AllocateForOwner(ThreadView by, long id)
    {
        var space = OwnersSpace(by.ThroughPermit);
        var segment = State[Symbols.SegmentOf, by.ThroughPermit];
        var frame = AddFrame(id, by.ShownPage);
        if (State.Holds(Symbols.Mapped, space, by.ShownPage)) Step(steps.AllocateForOwner, With(by.Look, segment, by.ShownPage, frame));
        else Step(steps.AllocateForOwnerTooLate, With(by.Look, segment, by.ShownPage, frame, InvalidationOf(space, by.ShownPage)));
    }

    private void StartRecall(ThreadView by, int space, AddressRange range)
    {
        Require(by.Recall == None, "XPM-8", $"a recall from space {now.SpaceIds[space]} begins inside of another one of the same thread.");
        Look(space, range);
        by.Recall = AddInvalidation(space, range);
        var segment = 0;
        while (segment < State.SizeOf(SegmentSort) - 1 && !steps.Recall.IsPossible(State, With(by.Recall, segment))) segment++;
        Step(steps.Recall, With(by.Recall, segment));
    }

    private void EndRecall(ThreadView by)
    {
        Step(steps.GiveBackBorrowed, With(by.Recall));
        Step(steps.EndInvalidation, With(by.Recall));
        Step(steps.ReturnFromInvalidation, With(by.Recall));
        now.IsBusy[by.Recall] = false;
        by.Recall = None;
    }
}
