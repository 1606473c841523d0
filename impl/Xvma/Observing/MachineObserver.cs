using System.Collections.Immutable;
using Xvma.Sync;

namespace Xvma.Observing;

/// <summary>Makes observers of instantiations of the seam that tell what they see in the words of the library.</summary>
public static class MachineObserver
{
    /// <summary>An observer of machines over <typeparamref name="TSync"/>.</summary>
    public static ISyncObserver Over<TSync>(IMachineListener listener)
        where TSync : struct, ISync => new MachineObserver<TSync>(listener);
}

/// <summary>Knows which cell holds what, and shows what it holds without the library's own objects.</summary>
internal sealed class MachineObserver<TSync>(IMachineListener listener) : ISyncObserver
    where TSync : struct, ISync
{
    private const int MostSlots = 64;

    private Tag[] tags = new Tag[256];

    public void Created(int cell, in CellName name, int index, long initial)
    {
        ref var tag = ref Register(cell, in name, index);
        if (tag.Kind is CellKind.Uid or CellKind.FrameHolds) Tell(0, in tag, Touch.Created, initial, null);
    }

    public void Created(int cell, in CellName name, int index, object? initial)
    {
        ref var tag = ref Register(cell, in name, index);
        if (tag.Kind == CellKind.Members) Tell(0, in tag, Touch.Created, 0, Show(ref tag, initial, out _));
    }

    public void Touched(int thread, int cell, Touch touch, long value)
    {
        ref var tag = ref tags[cell];
        if (tag.Kind == CellKind.Other || (touch == Touch.Read && !IsReadOf(tag.Kind))) return;
        if (tag.Kind == CellKind.PartitionState) value = PartitionLife<TSync>.IsFailed(value) ? 1 : 2 * PartitionLife<TSync>.LossesOf(value);
        if (tag.Kind == CellKind.Activity) value = Cbr<TSync>.IsAnnounced(value) ? 1 : 0;
        Tell(thread, in tag, touch, value, null);
    }

    public void Touched(int thread, int cell, Touch touch, object? value)
    {
        ref var tag = ref tags[cell];
        if (tag.Kind == CellKind.Other || (touch == Touch.Read && !IsReadOf(tag.Kind))) return;
        if (tag.Kind == CellKind.PageMemory && PageTable<TSync>.IsNode(value)) return; // room for slots, no page's memory
        var view = Show(ref tag, value, out var number);
        Tell(thread, in tag, touch, number, view);
    }

    public void Told(int thread, object what)
    {
        switch (what)
        {
            case CallView call: listener.Called(thread, in call); break;
            case ReturnView done: listener.Returned(thread, in done); break;
            case InvalidationView invalidation: listener.Invalidates(thread, in invalidation); break;
            case MachineView made: listener.Made(made); break;
        }
    }

    private static bool IsReadOf(CellKind kind) => kind is CellKind.TaskState or CellKind.Membership or CellKind.Groups or CellKind.Members
        or CellKind.Closed or CellKind.Segments or CellKind.SegmentStage or CellKind.Permits or CellKind.Binding or CellKind.Place or CellKind.Fault or CellKind.RangeActive or CellKind.Mappings or CellKind.TlbEntry
        or CellKind.PartitionState or CellKind.Turn;

    private void Tell(int thread, in Tag tag, Touch touch, long number, object? value) =>
        listener.On(new(thread, tag.Kind, tag.Owner, tag.Part, touch, number, value));

    private ref Tag Register(int cell, in CellName name, int index)
    {
        if (cell >= tags.Length) Array.Resize(ref tags, Math.Max(cell + 1, tags.Length * 2));
        ref var tag = ref tags[cell];
        tag = new() { Kind = CellKinds.Of(in name), Owner = name.Number, Part = index < 0 ? name.Part : index };
        return ref tag;
    }

    /// <summary>What a cell holds, as the specification's words need it. Shown once: what a cell holds is immutable.</summary>
    private static object? Show(ref Tag tag, object? value, out long number)
    {
        number = 0;
        switch (tag.Kind)
        {
            case CellKind.SharedSpace:
                number = (value as AddressSpace<TSync>)?.Id ?? 0;
                return null;
            case CellKind.Place:
                number = (value as GruContext<TSync>)?.Task ?? 0;
                return null;
            case CellKind.PageMemory:
                number = value is Frame<TSync> frame ? frame.Id : PageTable<TSync>.IsMark(value) ? -1 : 0;
                return null;
            case CellKind.Turn:
                number = value is TurnLine<TSync> line ? (line.FirstTask * MostSlots) + line.First.Index : 0;
                return null;
            case CellKind.Groups:
                return null;
            case CellKind.Residents:
                return new MemberList([.. ((ImmutableSortedDictionary<long, TaskOf<TSync>>)value!).Keys]);
        }

        if (value is null) return null;
        if (!ReferenceEquals(tag.Shown, value))
        {
            tag.Shown = value;
            tag.View = ViewOf(value);
        }

        return tag.View;
    }

    private static object? ViewOf(object value) => value switch
    {
        Group<TSync> group => new GroupView(group.Id.Value, group.Uid, group.Space.Id),
        ImmutableSortedDictionary<long, TaskOf<TSync>> tasks => new TaskList([.. tasks.Values.Select(task => new TaskView(task.Id, task.Own.Id))]),
        ImmutableSortedDictionary<long, Segment<TSync>> segments => new SegmentList(
            [.. segments.Values.Select(segment => new SegmentView(segment.Id.Value, segment.Owner, segment.Range, segment.Rights == Rights.ReadWrite))]),
        ImmutableSortedDictionary<long, Permit<TSync>> permits => new PermitList(
            [.. permits.Values.Select(permit => new PermitView(permit.Id.Value, permit.Segment.Id.Value, permit.Rights == Rights.ReadWrite))]),
        ImmutableSortedSet<long> members => new MemberList([.. members]),
        Binding<TSync> bound => new BindingView(
            bound.Chiplet.Index, bound.Slot, bound.Own.Id, bound.OwnAsids.First, bound.Shared?.Id ?? 0, bound.SharedAsids.First, [.. bound.Shifts()]),
        Fault fault => new FaultView(fault.Address.Value, fault.Access == Access.Write, (FaultTurn)fault.Status),
        AsidRecord record => new AsidView(record.Block.First, record.Generation),
        TlbEntry entry => new EntryView(entry.Asids.First, entry.Page.Start.Value, entry.Page.Length, entry.Frame, entry.Rights == Rights.ReadWrite),
        MappingMap<Backing<TSync>> map => new MapView([.. map.Select(SnapshotTaker<TSync>.MappingOf)]),
        _ => throw new ArgumentException($"a {value.GetType().Name} has no view", nameof(value)),
    };

    private struct Tag
    {
        public CellKind Kind;
        public long Owner;
        public int Part;
        public object? Shown;
        public object? View;
    }
}
