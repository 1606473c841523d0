using Xvma.Observing;
using Xvma.Spec.Formal;

namespace Xvma.Model.Refinement;

// Moves, and what changes the memory of mappings and not the map (chapters 4 and 7).
internal sealed partial class Oracle
{
    private const int SmallestShift = 12;

    /// <summary>
    /// An advise-free takes all it takes at one instant: when the last page has lost its memory, which is before the first may have some
    /// again, or the bracket ends.
    /// </summary>
    private void DropContents(ThreadView by)
    {
        if (!by.IsCalling || by.Call.Operation != Operation.AdviseFree || by.Invalidation == None) return;
        if (State[Symbols.PhaseOf, by.Invalidation] == (int)Phase.Started) Step(steps.DropContents, With(by.Invalidation));
    }

    /// <summary>Pages are given memory in the order of their addresses, each that has none yet.</summary>
    private void Populate(ThreadView by, long frame)
    {
        var space = SpaceFor(by.Task, by.Call.Address);
        var next = NextToPopulate(by);
        Require(next is not null, "MEM-9", $"frame {frame} is given to a page that should have memory already.");
        var page = PageOf(next!.Value.Start, next.Value.Shift);
        Step(steps.Populate, With(by.Task, space, State[Symbols.RangeOf, by.Reserved], page, AddFrame(frame, page)));
        by.HasTakenEffect = true;
    }

    /// <summary>A mapping that comes with its memory is a map and a populate of all its pages at one instant.</summary>
    private void GiveBeforehand(ThreadView by, int space, MappingSnapshot mapping)
    {
        var at = mapping.Range.Start.Value;
        foreach (var frame in by.Beforehand)
        {
            var page = PageOf(at, mapping.PageSize.Shift);
            Step(steps.Populate, With(by.Task, space, Everything, page, AddFrame(frame, page)));
            at += mapping.PageSize.Bytes;
        }

        by.Beforehand.Clear();
    }

    private PagePlace? NextToPopulate(ThreadView by)
    {
        var space = SpaceFor(by.Task, by.Call.Address);
        var range = new AddressRange(new(by.Call.Address), by.Call.Length);
        if (now.Maps[space] is not { } map) return null;
        foreach (var mapping in map.Mappings)
        {
            if (!mapping.Range.TryIntersect(range, out var common)) continue;
            var last = PagePlace.Of(common.Last.Value, mapping.PageSize.Shift).Start;
            for (var place = PagePlace.Of(common.Start.Value, mapping.PageSize.Shift); ; place = place with { Start = place.Start + mapping.PageSize.Bytes })
            {
                if (!HasMemory(space, place)) return place;
                if (place.Start == last) break;
            }
        }

        return null;
    }

    private bool HasMemory(int space, PagePlace place)
    {
        var page = PageOf(place.Start, place.Shift);
        for (var frame = 0; frame < State.SizeOf(FrameSort); frame++)
        {
            if (State.Holds(Symbols.Backed, space, page, frame)) return true;
        }

        return false;
    }

    /// <summary>Brings into view what a move to a given place may be refused for.</summary>
    private void LookAhead(ThreadView by, int space)
    {
        if (by.Call.Destination == 0 || now.Maps[space] is not { } map) return;
        if (!AddressRange.TryCreate(new(by.Call.Destination), by.Call.Length, out var target)) return;
        foreach (var mapping in map.Mappings)
        {
            if (!mapping.Range.TryIntersect(target, out var common)) continue;
            var from = PageOf(common.Start.Value - by.Call.Destination + by.Call.Address, SmallestShift);
            State[Symbols.Onto, by.Reserved, from, PageOf(common.Start.Value, SmallestShift)] = 1;
        }
    }

    private void ForgetMove(int invalidation)
    {
        for (var from = 0; from < now.Pages.Count; from++)
        {
            for (var to = 0; to < now.Pages.Count; to++) State[Symbols.Onto, invalidation, from, to] = 0;
        }
    }

    private void MoveMappings(ThreadView by, MapView before, MapView after)
    {
        var source = new AddressRange(new(by.Call.Address), by.Call.Length);
        var come = after.Mappings.FirstOrDefault(mapping => !before.Mappings.Any(other => other.Range.Overlaps(mapping.Range)));
        var gone = before.Mappings.FirstOrDefault(mapping => mapping.Range.Overlaps(source));
        Require(come is not null && gone is not null && gone.Range.TryIntersect(source, out _), "MAP-15", "a move has taken nothing to a free place.");
        gone!.Range.TryIntersect(source, out var first);
        var target = new AddressRange(new(come!.Range.Start.Value - (first.Start - source.Start)), source.Length);

        // What is in view at either place brings the other into view.
        for (var page = 0; page < now.Pages.Count; page++)
        {
            var place = now.Pages[page];
            if (source.Contains(place.Range)) Pair(by, place, source, target);
            else if (target.Contains(place.Range)) Pair(by, place with { Start = place.Start - target.Start.Value + source.Start.Value }, source, target);
        }

        Step(steps.MoveMappings, With(by.Invalidation));
    }

    private void Pair(ThreadView by, PagePlace from, AddressRange source, AddressRange target) =>
        State[Symbols.Onto, by.Invalidation, PageOf(from.Start, from.Shift), PageOf(from.Start - source.Start.Value + target.Start.Value, from.Shift)] = 1;
}
