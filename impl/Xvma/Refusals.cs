namespace Xvma;

/// <summary>The refusals, each with its sentence and its clause.</summary>
internal static class Refusals
{
    public static Result TaskGone(long task) => new(XvmaError.TaskGone, $"task {task} has ended (TSK-3)");

    public static Result NoSuchGroup(GroupId group) => new(XvmaError.NoSuchGroup, $"no group has the id {group.Value} (GRP-8)");

    public static Result NotPermitted(int uid, int groupUid) =>
        new(XvmaError.NotPermitted, $"uid {uid} is not the group's uid {groupUid} (GRP-4)");

    public static Result AlreadyMember(GroupId group) => new(XvmaError.AlreadyMember, $"the task is in {group} (GRP-3)");

    public static Result NotAMember() => new(XvmaError.NotAMember, "the task is in no group (SHM-1)");

    public static Result ZeroLength() => new(XvmaError.ZeroLength, "the length is zero (MAP-2)");

    public static Result TooLong(ulong length) => new(XvmaError.TooLong, $"a length of {length} bytes runs past the end of the region (MAP-2)");

    public static Result Unaligned(PageSize size) =>
        new(XvmaError.Unaligned, $"address and length must be multiples of the page size {size} (MAP-2)");

    public static Result WouldSplitPage(AddressRange range) =>
        new(XvmaError.Unaligned, $"an edge of {range} lies inside a page (MAP-7)");

    public static Result OutsideRegion(AddressRange range, AddressRange region) =>
        new(XvmaError.OutsideRegion, $"{range} is not inside the region {region} (MAP-1)");

    public static Result UnknownPageSize(PageSize size) => new(XvmaError.UnknownPageSize, $"the machine has no pages of {size} (PGS-3)");

    public static Result Overlap(AddressRange range) => new(XvmaError.Overlap, $"{range} overlaps a mapping (MAP-3)");

    public static Result NoAddressSpace(ulong length) => new(XvmaError.NoAddressSpace, $"no free range of {length} bytes is left (MAP-4)");

    public static Result NotMapped(AddressRange range) => new(XvmaError.NotMapped, $"nothing is mapped in {range} (MAP-8)");

    public static Result Attached(AddressRange range) =>
        new(XvmaError.NotPermitted, $"part of {range} is attached: its memory is another's to move or to drop (MAP-15, MEM-10)");

    public static Result NoSlot(int slots) => new(XvmaError.NoSlot, $"all {slots} instruction slots are open (INS-1)");

    public static Result NoMemory(AddressRange range) => new(XvmaError.NoMemory, $"no memory for all pages of {range} (MEM-9)");

    public static Result MoveUnaligned(PageSize size) =>
        new(XvmaError.Unaligned, $"a move begins and ends at multiples of its largest page size {size} (MAP-15)");

    public static Result NoMegaPages(ulong pages, PageSize size, MegaPageUsage usage) => new(
        XvmaError.NoMegaPages,
        usage.Total == 0
            ? $"the machine has no mega-page memory; give it some with {nameof(MachineOptions.MegaPageBytes)} (MEM-11)"
            : $"no {pages} mega pages of {size} are free: of {ByteUnits.Text(usage.Total)}, {ByteUnits.Text(usage.Free)} are free, "
                + $"in pages of at most {usage.LargestFree?.ToString() ?? "nothing"} (MEM-11)");

    public static Result UnknownSource(MemorySource source) => new(XvmaError.BadRights, $"{(int)source} names no memory (MAP-9)");

    public static Result TooManyMappings(int limit) =>
        new(XvmaError.TooManyMappings, $"the space would have more than {limit} mappings; unmap some, or unmap whole ones (MAP-14)");

    public static Result OverLimit(ulong limit) =>
        new(XvmaError.OverLimit, $"the space would have more than {ByteUnits.Text(limit)} mapped; unmap something (MAP-14)");

    public static Result BadRights(Rights rights) => new(XvmaError.BadRights, $"{(int)rights} names no rights (MAP-9)");

    public static Result NoSuchChiplet(int chiplet, int chiplets) =>
        new(XvmaError.NoSuchChiplet, $"there is no chiplet {chiplet}: a partition has {chiplets}, numbered from 0 (CTX-10)");

    public static Result NoSuchSegment(SegmentId segment) => new(XvmaError.NoSuchSegment, $"no segment has the id {segment.Value} (XPM-2)");

    public static Result NotTheOwner(SegmentId segment) =>
        new(XvmaError.NoSuchSegment, $"the task has no segment with the id {segment.Value}; only its owner removes one (XPM-6)");

    public static Result NoSuchPermit(PermitId permit) => new(XvmaError.NoSuchPermit, $"the task holds no permit with the id {permit.Value} (XPM-3)");

    public static Result StillAttached(PermitId permit) =>
        new(XvmaError.StillAttached, $"{permit} still has attachments; detach them first (XPM-5)");

    public static Result NotTheOwnersUid(int uid, int ownersUid) =>
        new(XvmaError.NotPermitted, $"uid {uid} is not the owner's uid {ownersUid} (XPM-7)");

    public static Result MoreThanGiven(Rights asked, Rights given) => new(XvmaError.NotPermitted, $"{asked} is more than {given}, which was given (XPM-4)");

    public static Result OutsideSegment(ulong offset, ulong length, AddressRange segment) => new(
        XvmaError.OutsideRegion, $"{length} bytes from offset {offset} are not inside the segment of {ByteUnits.Text(segment.Length)} (XPM-3)");

    public static Result NoSuchPartition(int partition, int partitions) =>
        new(XvmaError.NoSuchPartition, $"the machine has the partitions 0 to {partitions - 1}, and not {partition} (PAR-1)");

    public static Result PartitionFailed(int partition) =>
        new(XvmaError.PartitionFailed, $"partition {partition} has failed; let it return first (PAR-2)");

    public static Result OnlyPartition() => new(
        XvmaError.OnlyPartition, $"the machine has one partition, which nobody outlives; give it more with {nameof(MachineOptions.Partitions)} (PAR-2)");

    public static Result PartitionNotFailed(int partition) => new(XvmaError.PartitionNotFailed, $"partition {partition} has not failed (PAR-4)");

    public static Result PartitionHasTasks(int partition) =>
        new(XvmaError.PartitionInUse, $"tasks of partition {partition} are still being torn down (PAR-4)");

    public static Result PartitionHasMemory(int partition, long frames) => new(
        XvmaError.PartitionInUse, $"{frames} frames of partition {partition} are still referred to; unmap what shows them (PAR-4)");

    public static Result NotAttached(AddressRange range) => new(XvmaError.NotMapped, $"there is no attachment, or something else too, in {range} (XPM-5)");
}
