using Xvma.Observing;
using Xvma.Spec.Formal;
using Xvma.Sync;

namespace Xvma.Model.Refinement;

// Mappings, invalidations and memory (chapters 4, 7 and 11).
internal sealed partial class Oracle
{
    private void OnRangeActive(ThreadView by, in CellEvent happened)
    {
        var space = SpaceBy(happened.Owner);
        if (happened.Touch == Touch.Read)
        {
            if (by.Look == None || by.ContextGate == None) return;
            if (by.IsThrough)
            {
                if (happened.Number != 0) LookAgain(by);
            }
            else if (State[Symbols.Look, by.Look] is (int)LookUp.Read or (int)LookUp.Rest)
            {
                SeeRangeActive(by, space, happened.Number);
            }

            return;
        }

        var isStart = happened.Number > now.RangeActive[space];
        now.RangeActive[space] = happened.Number;
        if (isStart)
        {
            StartInvalidation(by, space);
            return;
        }

        if (by.Recall != None)
        {
            EndRecall(by);
            return;
        }

        Require(by.Invalidation != None, "IVL-9", $"range-active of space {happened.Owner} goes down without an invalidation of this thread.");
        DropContents(by);
        Step(steps.EndInvalidation, With(by.Invalidation));
    }

    /// <inheritdoc/>
    public void Invalidates(int thread, in InvalidationView invalidation) => ThreadOf(thread).Told = invalidation;

    private void StartInvalidation(ThreadView by, int space)
    {
        if (by.Told.IsRecall)
        {
            StartRecall(by, space, by.Told.Range);
            return;
        }

        Require(by.Invalidation == None, "IVL-9", $"an invalidation of space {now.SpaceIds[space]} begins inside of another one of the same thread.");
        if (by.IsCalling && by.Reserved != None)
        {
            by.Invalidation = by.Reserved;
            var begin = by.Call.Operation switch
            {
                Operation.Protect => steps.Protect,
                Operation.AdviseFree => steps.AdviseFree,
                Operation.Move => steps.Move,
                _ => steps.Unmap,
            };
            if (by.Call.Operation == Operation.Protect) Step(begin, With(by.Task, by.Invalidation, Writes(by)));
            else Step(begin, With(by.Task, by.Invalidation));
            by.HasTakenEffect = true;
            return;
        }

        if (by.Task != None && (State.Holds(Symbols.Member, by.Task, space) || (by.Call.Operation == Operation.ChangeUid && !State.Holds(Symbols.Shared, space))))
        {
            Look(space, by.Told.Range);
            by.Invalidation = AddInvalidation(space, by.Told.Range);
            Step(steps.DetachSegment, With(by.Task, by.Invalidation));
            return;
        }

        if (now.Maps[space] is { Mappings: { IsEmpty: false } mappings }) _ = PageOf(mappings[0].Range.Start.Value, mappings[0].PageSize.Shift);
        by.Invalidation = AddInvalidation(space, null);
        if (State.Holds(Symbols.Shared, space)) Step(steps.EmptyGroup, With(by.Invalidation));
        else Step(by.IsCalling && by.Call.Operation == Operation.Exec ? steps.EmptyOnExec : steps.EmptyOnExit, With(by.Task, by.Invalidation));
    }

    private void OnChipletGate(ThreadView by, in CellEvent happened)
    {
        if (happened.Touch == Touch.Entered)
        {
            by.ChipletGate = (int)happened.Owner;
            by.IsPurging = Purge(by) != None && State[Symbols.PhaseOf, Purge(by)] == (int)Phase.Started;
            by.HasPurged = false;
            by.Overtaken.Clear();
        }
        else if (happened.Touch == Touch.Left)
        {
            if (by.IsPurging && !by.HasPurged) EndPurge(by);
            if (by.HasReadHandle && by.Look != None) LookAgain(by); // it has refused: another handle is there than was read
            by.HasReadHandle = false;
            by.IsPurging = false;
            by.ChipletGate = None;
        }
    }

    /// <summary>What a thread purges for: a recall inside of its invalidation comes first.</summary>
    private static int Purge(ThreadView by) => by.Recall != None ? by.Recall : by.Invalidation;

    private static int Writes(ThreadView by) => (Rights)by.Call.Number == Rights.ReadWrite ? 1 : 0;

    private void EndPurge(ThreadView by)
    {
        var with = With(Purge(by), by.ChipletGate);
        Step(steps.Purge.IsPossible(State, with) ? steps.Purge : steps.Forget, with);
        CheckTags(by.ChipletGate, "IVL-7");
        CheckTlb(by.ChipletGate, "IVL-2");
        by.HasPurged = true;
    }

    private void OnMappings(ThreadView by, in CellEvent happened)
    {
        var space = SpaceBy(happened.Owner);
        if (happened.Touch == Touch.Read)
        {
            if (by.Look != None && by.ContextGate != None && by.IsThrough) SeeOwnersMap(by, (MapView)happened.Value!);
            else if (by.Look != None && by.ContextGate != None && State[Symbols.Look, by.Look] == (int)LookUp.Calm) SeeMappings(by, space, (MapView)happened.Value!);
            else NoteRefusal(by);
            return;
        }

        var map = (MapView)happened.Value!;
        var before = now.Maps[space];
        if (by.Invalidation == None) Map(by, space, before, map);
        else if (by.IsCalling && by.Call.Operation == Operation.Protect) ChangeRights(by);
        else if (by.IsCalling && by.Call.Operation == Operation.Move) MoveMappings(by, before!, map);
        else Step(steps.ChangeMappings, With(by.Invalidation));

        // What is replaced goes and what replaces it comes in the same instant: two actions, one after the other.
        if (by.Invalidation != None && by.IsCalling && IsReplacing(by.Call.Operation)) MapAgain(by, space, map);
        now.Maps[space] = map;
        CheckMappings(space);
    }

    private void ChangeRights(ThreadView by)
    {
        var rights = (Rights)by.Call.Number;
        Step(steps.ChangeRights, With(by.Invalidation, rights.HasFlag(Rights.Read) ? 1 : 0, rights.HasFlag(Rights.ReadWrite) ? 1 : 0));
    }

    private void MapAgain(ThreadView by, int space, MapView after)
    {
        var wanted = new AddressRange(new(by.Call.Address), by.Call.Length);
        Map(by, space, new([.. after.Mappings.Where(mapping => mapping.Range != wanted)]), after);
    }

    private void Map(ThreadView by, int space, MapView? before, MapView after)
    {
        foreach (var mapping in after.Mappings)
        {
            if (before is not null && before.Mappings.Contains(mapping)) continue;
            _ = PageOf(mapping.Range.Start.Value, mapping.PageSize.Shift);
            if (mapping.Attachment is not null)
            {
                AttachPages(by, space, mapping);
                continue;
            }

            for (var given = 1; given < by.Beforehand.Count; given++) _ = PageOf(mapping.Range.Start.Value + ((ulong)given * mapping.PageSize.Bytes), mapping.PageSize.Shift);
            for (var page = 0; page < now.Pages.Count; page++)
            {
                if (now.Pages[page].Shift == mapping.PageSize.Shift && mapping.Range.Contains(now.Pages[page].Range))
                    Step(steps.Map, With(by.Task, space, page, mapping.Rights.HasFlag(Rights.Read) ? 1 : 0, mapping.Rights.HasFlag(Rights.ReadWrite) ? 1 : 0));
            }

            GiveBeforehand(by, space, mapping);
        }

        by.HasTakenEffect = true;
    }

    /// <summary>The map that was published is the specification's, for every page in view.</summary>
    private void CheckMappings(int space)
    {
        for (var page = 0; page < now.Pages.Count; page++)
        {
            var mapping = MappingAt(space, page);
            var rights = mapping?.Rights;
            var agrees = State.Holds(Symbols.Mapped, space, page) == rights is not null
                && State.Holds(Symbols.Attached, space, page) == mapping?.Attachment is not null
                && State.Holds(Symbols.Readable, space, page) == (rights is { } readable && readable.HasFlag(Rights.Read))
                && State.Holds(Symbols.Writable, space, page) == (rights is { } writable && writable.HasFlag(Rights.ReadWrite));
            Require(agrees, "MAP-5", $"space {now.SpaceIds[space]} maps the page at {now.Pages[page].Range} as {rights?.ToString() ?? "nothing"}, which the specification does not.");
        }
    }

    private void OnChangesGate(ThreadView by, in CellEvent happened)
    {
        if (happened.Touch != Touch.Left) return;
        var space = SpaceBy(happened.Owner);
        if (by.IsCalling && by.Call.Operation == Operation.Populate && space == SpaceFor(by.Task, by.Call.Address)) by.IsPopulated = NextToPopulate(by) is null;
        if (by.Invalidation == None || State[Symbols.SpaceOf, by.Invalidation] != space) return;
        Step(steps.ReturnFromInvalidation, With(by.Invalidation));
        now.IsBusy[by.Invalidation] = by.Invalidation == by.Reserved;
        by.Invalidation = None;
    }

    private void OnFrameHolds(ThreadView by, in CellEvent happened)
    {
        const long onePin = 1L << 32;
        if (happened.Touch == Touch.Created)
        {
            now.Holds[happened.Owner] = happened.Number;
            return;
        }

        if (happened.Touch != Touch.Changed) return;
        var (was, holds) = (now.Holds[happened.Owner], happened.Number);
        now.Holds[happened.Owner] = holds;
        var frame = now.FrameOf[happened.Owner];
        if (frame == None && by.IsCalling && (by.Call.Operation == Operation.Populate || IsMap(by.Call.Operation))) return; // reserved, and given to no page
        if (holds - was == onePin) Pin(by, frame, happened.Owner);
        else if (was - holds == 1) ReleaseFrame(by, frame, happened.Owner);
        if (holds == 0) Step(steps.Free, With(frame));
    }

    private void Pin(ThreadView by, int frame, long id)
    {
        Require(by.Look != None && frame != None, "MEM-5", $"frame {id} is pinned outside of a look-up.");
        if (by.IsThrough && !TryBorrow(by, frame)) return;
        var (chiplet, space) = Question(by.Look);
        Step(steps.Pin, With(by.Look, chiplet, space, SeenPage(by.Look), frame));
    }

    private (int Chiplet, int Space) Question(int slot)
    {
        for (var chiplet = 0; chiplet < State.SizeOf(ChipletSort); chiplet++)
        {
            for (var space = 0; space < State.SizeOf(Spaces); space++)
            {
                if (State.Holds(Symbols.Asks, slot, chiplet, space)) return (chiplet, space);
            }
        }

        return (0, 0);
    }

    private void ReleaseFrame(ThreadView by, int frame, long id)
    {
        Require(by.Invalidation != None && frame != None, "MEM-2", $"frame {id} is given back outside of an invalidation.");
        Step(steps.ReleaseFrame, With(by.Invalidation, frame));
    }

    private void OnPageMemory(ThreadView by, in CellEvent happened)
    {
        if (happened.Touch != Touch.Changed) return;
        if (happened.Number <= 0)
        {
            if (happened.Number == 0) DropContents(by);
            return;
        }

        if (by.IsCalling && by.Call.Operation == Operation.Populate)
        {
            Populate(by, happened.Number);
            return;
        }

        if (by.IsCalling && IsMap(by.Call.Operation))
        {
            by.Beforehand.Add(happened.Number);
            return;
        }

        if (by.IsCalling && by.Call.Operation == Operation.Move)
        {
            Require(by.Invalidation != None, "IVL-4", $"frame {happened.Number} is moved outside of an invalidation.");
            Require(now.FrameOf[happened.Number] != None, "MAP-15", $"frame {happened.Number} is given to a moved page that did not have it.");
            return; // it is the page's when the map says so
        }

        Require(by.Look != None, "MEM-3", $"frame {happened.Number} is given to a page outside of a look-up.");
        if (by.IsThrough)
        {
            AllocateForOwner(by, happened.Number);
            return;
        }

        var (chiplet, space) = Question(by.Look);
        var page = SeenPage(by.Look);
        var frame = AddFrame(happened.Number, page);
        if (State.Holds(Symbols.Mapped, space, page)) Step(steps.Allocate, With(by.Look, chiplet, space, page, frame));
        else Step(steps.AllocateTooLate, With(by.Look, chiplet, space, page, frame, InvalidationOf(space, page)));
    }

    /// <summary>The invalidation that has taken a page from a space and not given its memory back yet.</summary>
    private int InvalidationOf(int space, int page)
    {
        for (var each = 0; each < State.SizeOf(InvalidationSort); each++)
        {
            if (State[Symbols.SpaceOf, each] == space && State[Symbols.PurposeOf, each] == (int)Purpose.Unmap && State[Symbols.PhaseOf, each] >= (int)Phase.Changed && State.Holds(Symbols.Touches, State[Symbols.RangeOf, each], page)) return each;
        }

        return 0;
    }
}
