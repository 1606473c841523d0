using System.Collections.Immutable;

namespace Xvma.Observing;

/// <summary>A group as a task's membership names it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Uid">The uid of its members.</param>
/// <param name="Space">The id of its address space.</param>
public sealed record GroupView(long Id, int Uid, long Space);

/// <summary>A task as the list of tasks has it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Space">The id of its private address space.</param>
public readonly record struct TaskView(long Id, long Space);

/// <summary>The tasks that are not dead.</summary>
/// <param name="Tasks">Ascending by id.</param>
public sealed record TaskList(ImmutableArray<TaskView> Tasks);

/// <summary>The members of a group.</summary>
/// <param name="Tasks">Their ids, ascending.</param>
public sealed record MemberList(ImmutableArray<long> Tasks);

/// <summary>The configuration of a loaded context.</summary>
/// <param name="Chiplet">Where it is loaded.</param>
/// <param name="Place">Its place there.</param>
/// <param name="Own">The id of the task's private space.</param>
/// <param name="OwnAsids">The first of the eight ASIDs that stand for it.</param>
/// <param name="Shared">The id of the group's space, or 0.</param>
/// <param name="SharedAsids">The first of the eight ASIDs that stand for it, or 0.</param>
/// <param name="Shifts">The page sizes it is configured for, as powers of two.</param>
public sealed record BindingView(int Chiplet, int Place, long Own, long OwnAsids, long Shared, long SharedAsids, ImmutableArray<int> Shifts);

/// <summary>A fault handle that is not idle.</summary>
/// <param name="Address">The missing address.</param>
/// <param name="Writes">Whether it is to be written.</param>
/// <param name="Turn">Who is to handle it.</param>
public sealed record FaultView(ulong Address, bool Writes, FaultTurn Turn);

/// <summary>Whose turn it is with a fault.</summary>
public enum FaultTurn
{
    /// <summary>The interrupt's: fault-map mode.</summary>
    FaultMap,

    /// <summary>The user's, by polling.</summary>
    UserPolling,

    /// <summary>Nobody's: the instruction ends in an exception.</summary>
    Exception,
}

/// <summary>The ASIDs of a space on a chiplet.</summary>
/// <param name="First">The first of the eight.</param>
/// <param name="Generation">The generation they were given out in.</param>
public sealed record AsidView(long First, long Generation);

/// <summary>A translation in a TLB.</summary>
/// <param name="Asids">The first of the eight ASIDs of its space.</param>
/// <param name="Start">The first address of its page.</param>
/// <param name="Length">The bytes of its page.</param>
/// <param name="Frame">The frame's id.</param>
/// <param name="Writes">Whether it allows writing.</param>
public sealed record EntryView(long Asids, ulong Start, ulong Length, long Frame, bool Writes);

/// <summary>A segment as the list of segments has it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Owner">The task that made it.</param>
/// <param name="Range">What it exports.</param>
/// <param name="Writes">Whether permits for it may allow writing.</param>
public readonly record struct SegmentView(long Id, long Owner, AddressRange Range, bool Writes);

/// <summary>The segments that are not removed.</summary>
/// <param name="Segments">Ascending by id.</param>
public sealed record SegmentList(ImmutableArray<SegmentView> Segments);

/// <summary>A permit as its holder's list has it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Segment">The segment it is for.</param>
/// <param name="Writes">Whether attachments with it may be writable.</param>
public readonly record struct PermitView(long Id, long Segment, bool Writes);

/// <summary>The permits that a task holds.</summary>
/// <param name="Permits">Ascending by id.</param>
public sealed record PermitList(ImmutableArray<PermitView> Permits);

/// <summary>The mappings of a space.</summary>
/// <param name="Mappings">Ascending by address.</param>
public sealed record MapView(ImmutableArray<MappingSnapshot> Mappings)
{
    /// <summary>The mapping at an address, or null.</summary>
    public MappingSnapshot? At(ulong address)
    {
        foreach (var mapping in Mappings)
        {
            if (mapping.Range.Contains(new ExtendedAddress(address))) return mapping;
        }

        return null;
    }
}
