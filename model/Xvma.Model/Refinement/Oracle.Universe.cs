using Xvma.Observing;
using Xvma.Spec.Formal;

namespace Xvma.Model.Refinement;

// Which element of the specification stands for what.
internal sealed partial class Oracle
{
    private static readonly Tenet.Sort Tasks = Tenet.Sort.Of(typeof(Spec.Formal.Task));
    private static readonly Tenet.Sort Spaces = Tenet.Sort.Of(typeof(Xmm));
    private static readonly Tenet.Sort UidSort = Tenet.Sort.Of(typeof(Uid));
    private static readonly Tenet.Sort AddressSort = Tenet.Sort.Of(typeof(Address));
    private static readonly Tenet.Sort PageSort = Tenet.Sort.Of(typeof(Page));
    private static readonly Tenet.Sort SizeSort = Tenet.Sort.Of(typeof(Size));
    private static readonly Tenet.Sort RangeSort = Tenet.Sort.Of(typeof(Spec.Formal.Range));
    private static readonly Tenet.Sort FrameSort = Tenet.Sort.Of(typeof(Frame));
    private static readonly Tenet.Sort ValueSort = Tenet.Sort.Of(typeof(Value));
    private static readonly Tenet.Sort ChipletSort = Tenet.Sort.Of(typeof(Chiplet));
    private static readonly Tenet.Sort PlaceSort = Tenet.Sort.Of(typeof(Place));
    private static readonly Tenet.Sort AsidSort = Tenet.Sort.Of(typeof(Asid));
    private static readonly Tenet.Sort SlotSort = Tenet.Sort.Of(typeof(Slot));
    private static readonly Tenet.Sort InvalidationSort = Tenet.Sort.Of(typeof(Invalidation));
    private static readonly Tenet.Sort SegmentSort = Tenet.Sort.Of(typeof(Segment));
    private static readonly Tenet.Sort PermitSort = Tenet.Sort.Of(typeof(Permit));
    private static readonly Tenet.Sort PartitionSort = Tenet.Sort.Of(typeof(Partition));

    /// <summary>An ASID limit up to which all ASIDs are there from the start, so that it shows whether they were used up.</summary>
    private const long FewAsids = 512;

    /// <summary>Operands of a slot: each a slot of its own here.</summary>
    private const int Operands = 2;

    /// <summary>A shared space that is never made: what a task in no group would be refused for.</summary>
    private const int NoGroup = 0;

    private const int Everything = 0;

    private ulong SharedBase => now.Options.Layout.SharedBase.Value;

    /// <inheritdoc/>
    public void Made(MachineView machine)
    {
        ArgumentNullException.ThrowIfNull(machine);
        now.Options = machine.Options;
        for (var partition = 1; partition < machine.Options.Partitions; partition++) State.Add(PartitionSort);
        for (var chiplet = 0; chiplet < machine.Options.AllChiplets; chiplet++)
        {
            State.Add(ChipletSort);
            for (var place = 0; place < machine.Options.ContextsPerChiplet; place++) State[Symbols.ChipOf, State.Add(PlaceSort)] = chiplet;
        }

        if (machine.Options.AsidLimit > FewAsids) return;
        for (var first = AsidBlocks; first <= machine.Options.AsidLimit - AsidBlocks; first += AsidBlocks) _ = AsidOf(first);
    }

    private const int AsidBlocks = 8;

    /// <summary>Before any machine: the elements that are always there.</summary>
    private void Begin()
    {
        State.Add(PartitionSort);
        State.Add(ValueSort);
        State.Add(ValueSort);
        _ = UidOf(0);
        now.Ranges[State.Add(RangeSort)] = new AddressRange(new(0), ulong.MaxValue);
        AddSpace(isShared: true);
    }

    private int AddSpace(bool isShared)
    {
        var space = State.Add(Spaces);
        State[Symbols.Shared, space] = isShared ? 1 : 0;
        now.SpaceIds[space] = 0;
        now.Maps[space] = null;
        return space;
    }

    private int UidOf(long uid)
    {
        for (var known = 0; known < now.Uids.Count; known++)
        {
            if (now.Uids[known] == uid) return known;
        }

        now.Uids.Add(uid);
        return State.Add(UidSort);
    }

    /// <summary>The private space of a task that is being started.</summary>
    private int AddTask(TaskView task)
    {
        var element = State.Add(Tasks);
        now.TaskOf[task.Id] = element;
        now.TaskIds[element] = task.Id;
        State[Symbols.HomeOf, element] = now.HomeOf[task.Id];
        now.Bindings[element] = null;
        var own = now.SpaceOf[task.Space] = AddSpace(isShared: false);
        now.SpaceIds[own] = task.Space;
        State[Symbols.Own, element] = own;
        State[Symbols.View, element, own] = 1;
        return element;
    }

    /// <summary>The space of a group that there is, or that somebody asks for.</summary>
    private int GroupOf(long id)
    {
        if (now.GroupOf[id] is not None and var known) return known;
        return now.GroupOf[id] = AddSpace(isShared: true);
    }

    private int TaskBy(long id) => now.TaskOf[id];

    private int SpaceBy(long id) => now.SpaceOf[id];

    private int AsidOf(long first)
    {
        var block = first / AsidBlocks;
        if (now.AsidOf[block] is not None and var known) return known;
        var element = State.Add(AsidSort);
        now.Asids[element] = first;
        return now.AsidOf[block] = element;
    }

    private int SlotNumber(int task, int part) => (task * now.Options.SlotsPerContext) + part;

    private int SlotOf(int task, int part, int operand)
    {
        var number = (SlotNumber(task, part) * Operands) + operand;
        return now.SlotOf[number] is not None and var known ? known : AddSlot(task, number);
    }

    private int AddSlot(int task, int number)
    {
        var slot = State.Add(SlotSort);
        State[Symbols.TaskOf, slot] = task;
        now.SlotNumbers[slot] = number;
        if (now.SlotOf[number ^ 1] is not None and var other) State[Symbols.OneCopy, slot, other] = State[Symbols.OneCopy, other, slot] = 1;
        var address = State.Add(AddressSort);
        if (address != slot) throw new InvalidOperationException("a slot's address has another number than the slot");
        now.Addresses[slot] = 0;
        Place(slot, 0);
        return now.SlotOf[number] = slot;
    }

    /// <summary>The address that a slot's next instruction accesses; each slot has its own, which means another one each time.</summary>
    private void Place(int address, ulong value)
    {
        now.Addresses[address] = value;
        State[Symbols.High, address] = value >= SharedBase ? 1 : 0;
        for (var page = 0; page < now.Pages.Count; page++)
            State[Symbols.Within, address, page] = now.Pages[page].Range.Contains(new ExtendedAddress(value)) ? 1 : 0;
    }

    private int SizeOf(int shift)
    {
        for (var known = 0; known < now.Shifts.Count; known++)
        {
            if (now.Shifts[known] == shift) return known;
        }

        now.Shifts.Add(shift);
        return State.Add(SizeSort);
    }

    private int PageOf(ulong address, int shift)
    {
        var place = PagePlace.Of(address, shift);
        for (var known = 0; known < now.Pages.Count; known++)
        {
            if (now.Pages[known] == place) return known;
        }

        return AddPage(place);
    }

    /// <summary>A page that comes into view: all that is true of it has been true all along.</summary>
    private int AddPage(PagePlace place)
    {
        var page = State.Add(PageSort);
        now.Pages[page] = place;
        State[Symbols.SizeOf, page] = SizeOf(place.Shift);
        State[Symbols.HighPage, page] = place.Start >= SharedBase ? 1 : 0;
        for (var address = 0; address < now.Addresses.Count; address++)
            State[Symbols.Within, address, page] = place.Range.Contains(new ExtendedAddress(now.Addresses[address])) ? 1 : 0;
        for (var other = 0; other <= page; other++)
        {
            var meets = place.Range.Overlaps(now.Pages[other].Range) ? 1 : 0;
            State[Symbols.Meets, page, other] = State[Symbols.Meets, other, page] = meets;
        }

        for (var range = 0; range < now.Ranges.Count; range++) Relate(range, page);
        for (var space = 0; space < State.SizeOf(Spaces); space++)
        {
            var there = MappingAt(space, page);
            State[Symbols.Mapped, space, page] = there is null ? 0 : 1;
            State[Symbols.Readable, space, page] = there is { } readable && readable.Rights.HasFlag(Rights.Read) ? 1 : 0;
            State[Symbols.Writable, space, page] = there is { } writable && writable.Rights.HasFlag(Rights.ReadWrite) ? 1 : 0;
        }

        for (var space = 0; space < State.SizeOf(Spaces); space++)
        {
            if (MappingAt(space, page) is not { Attachment: { } attachment } mapping) continue;
            State[Symbols.Attached, space, page] = 1;
            var shown = ShownAt(mapping, place.Start);
            State[Symbols.Shows, space, page, now.PermitOf[attachment.Permit.Value], shown] = 1;
        }

        return page;
    }

    private void Relate(int range, int page)
    {
        var (of, place) = (now.Ranges[range], now.Pages[page].Range);
        State[Symbols.Touches, range, page] = of.Overlaps(place) ? 1 : 0;
        State[Symbols.Covers, range, page] = of.Contains(place) ? 1 : 0;
    }

    /// <summary>As what a space maps a page, by what was last published; null when it does not, or in pages of another size.</summary>
    private MappingSnapshot? MappingAt(int space, int page)
    {
        var place = now.Pages[page];
        return now.Maps[space]?.At(place.Start) is { } mapping && mapping.PageSize.Shift == place.Shift ? mapping : null;
    }

    private int AddRange(AddressRange given)
    {
        var range = State.Add(RangeSort);
        now.Ranges[range] = given;
        for (var page = 0; page < now.Pages.Count; page++) Relate(range, page);
        return range;
    }

    private int AddFrame(long id, int page)
    {
        var frame = State.Add(FrameSort);
        now.FrameOf[id] = frame;
        now.FrameIds[frame] = id;
        State[Symbols.FrameSize, frame] = State[Symbols.SizeOf, page];
        State[Symbols.SiteOf, frame] = (int)((id - 1) % now.Options.Partitions); // partitions give out ids in turns
        return frame;
    }

    /// <summary>An invalidation that is not under way, of this space and range.</summary>
    private int AddInvalidation(int space, AddressRange? range)
    {
        var count = State.SizeOf(InvalidationSort);
        var element = 0;
        while (element < count && now.IsBusy[element]) element++;
        if (element == count)
        {
            State.Add(InvalidationSort);
            now.OwnRanges[element] = AddRange(default);
        }

        now.IsBusy[element] = true;
        State[Symbols.SpaceOf, element] = space;
        State[Symbols.RangeOf, element] = range is null ? Everything : now.OwnRanges[element];
        if (range is { } given)
        {
            now.Ranges[now.OwnRanges[element]] = given;
            for (var page = 0; page < now.Pages.Count; page++) Relate(now.OwnRanges[element], page);
        }

        return element;
    }

    /// <summary>Brings into view a page of each mapping that a range reaches into, and those it ends in: what a refusal may be about.</summary>
    private void Look(int space, AddressRange range)
    {
        if (now.Maps[space] is not { } map) return;
        foreach (var mapping in map.Mappings)
        {
            if (!mapping.Range.TryIntersect(range, out var common)) continue;
            _ = PageOf(common.Start.Value, mapping.PageSize.Shift);
            _ = PageOf(common.Last.Value, mapping.PageSize.Shift);
        }
    }
}
