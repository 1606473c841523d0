using static Xvma.ByteUnits;

namespace Xvma.Tests.Tasks;

/// <summary>Every way to be refused: what is asked, and the error that it must be answered with.</summary>
internal static class RefusedOperations
{
    private static readonly ExtendedAddress PrivateBase = AddressLayout.Default.PrivateBase;
    private static readonly ExtendedAddress SharedBase = AddressLayout.Default.SharedBase;
    private static readonly PageSize K4 = PageSize.Of4K;
    private static readonly PageSize K64 = PageSize.Of64K;

    public static IReadOnlyDictionary<string, (XvmaError Error, Func<Stage, Result> Operation)> All { get; } =
        new Dictionary<string, (XvmaError, Func<Stage, Result>)>
        {
            ["a map of nothing"] = (XvmaError.ZeroLength, on => on.Member.TryMapPrivate(0, K64).Outcome),
            ["a shared map of nothing"] = (XvmaError.ZeroLength, on => on.Member.TryMapShared(0, K64).Outcome),
            ["a length off the page size"] = (XvmaError.Unaligned, on => on.Member.TryMapPrivate(K64.Bytes + 4096, K64).Outcome),
            ["a start off the page size"] = (XvmaError.Unaligned, on => on.Member.TryMapPrivate(K64.Bytes, K64, at: PrivateBase + GiB + 4096).Outcome),
            ["a shared start off the page size"] = (XvmaError.Unaligned, on => on.Member.TryMapShared(K64.Bytes, K64, at: SharedBase + GiB + 1).Outcome),
            ["more than the private region"] = (XvmaError.TooLong, on => on.Member.TryMapPrivate(1UL << 63, K64).Outcome),
            ["more than the shared region"] = (XvmaError.TooLong, on => on.Member.TryMapShared((1UL << 63) + K64.Bytes, K64).Outcome),
            ["the greatest length there is"] = (XvmaError.TooLong, on => on.Member.TryMapPrivate(ulong.MaxValue, K64).Outcome),
            ["past the end of the address space"] = (XvmaError.TooLong, on => on.Member.TryMapShared(2 * K64.Bytes, K64, at: Placement.At(new(0 - K64.Bytes))).Outcome),
            ["a private map in the processor's reach"] = (XvmaError.OutsideRegion, on => on.Member.TryMapPrivate(K64.Bytes, K64, at: Placement.At(new(K64.Bytes))).Outcome),
            ["a private map in the hole"] = (XvmaError.OutsideRegion, on => on.Member.TryMapPrivate(K64.Bytes, K64, at: PrivateBase - K64.Bytes).Outcome),
            ["a private map in the shared region"] = (XvmaError.OutsideRegion, on => on.Member.TryMapPrivate(K64.Bytes, K64, at: SharedBase + GiB).Outcome),
            ["a private map across the regions"] = (XvmaError.OutsideRegion, on => on.Member.TryMapPrivate(2 * K64.Bytes, K64, at: SharedBase - K64.Bytes).Outcome),
            ["a shared map in the private region"] = (XvmaError.OutsideRegion, on => on.Member.TryMapShared(K64.Bytes, K64, at: PrivateBase + GiB).Outcome),
            ["a page size that is not in the table"] = (XvmaError.UnknownPageSize, on => on.Member.TryMapPrivate(MiB, new PageSize(20)).Outcome),
            ["a shared page size that is not in the table"] = (XvmaError.UnknownPageSize, on => on.Member.TryMapShared(MiB, new PageSize(20)).Outcome),
            ["rights to write only"] = (XvmaError.BadRights, on => on.Member.TryMapPrivate(K64.Bytes, K64, (Rights)2).Outcome),
            ["rights that are none"] = (XvmaError.BadRights, on => on.Member.TryMapShared(K64.Bytes, K64, (Rights)7).Outcome),
            ["a map over a mapping"] = (XvmaError.Overlap, on => on.Member.TryMapPrivate(K64.Bytes, K64, at: on.Own.Start).Outcome),
            ["a map over the end of a mapping"] = (XvmaError.Overlap, on => on.Member.TryMapPrivate(8 * K64.Bytes, K64, at: on.Own.Start + (3 * K64.Bytes)).Outcome),
            ["a map of other pages over a mapping"] = (XvmaError.Overlap, on => on.Member.TryMapPrivate(4096, K4, at: on.Own.Start + 4096).Outcome),
            ["a shared map over a mapping"] = (XvmaError.Overlap, on => on.Member.TryMapShared(K64.Bytes, K64, at: on.Shared.Start).Outcome),
            ["a length that is nowhere free"] = (XvmaError.NoAddressSpace, on => on.Member.TryMapPrivate((1UL << 63) - (1UL << 53), PageSize.Of1T).Outcome),
            ["a shared length that is nowhere free"] = (XvmaError.NoAddressSpace, on => on.Member.TryMapShared(1UL << 63, PageSize.Of1T).Outcome),
            ["a map over part of a page"] = (XvmaError.Unaligned, on => on.Member.TryMapPrivate(4096, K4, at: Placement.Over(on.Own.Start)).Outcome),
            ["a map over something in the hole"] = (XvmaError.OutsideRegion, on => on.Member.TryMapPrivate(K64.Bytes, K64, at: Placement.Over(PrivateBase - K64.Bytes)).Outcome),
            ["one mapping more than allowed"] = (XvmaError.TooManyMappings, on => on.Member.TryMapPrivate(K64.Bytes, K64).Outcome),
            ["one shared mapping more than allowed"] = (XvmaError.TooManyMappings, on => on.Member.TryMapShared(K64.Bytes, K64).Outcome),
            ["a map over the middle that leaves more than allowed"] =
                (XvmaError.TooManyMappings, on => on.Member.TryMapPrivate(K64.Bytes, K64, at: Placement.Over(on.Own.Start + K64.Bytes)).Outcome),
            ["an unmap that leaves more than allowed"] = (XvmaError.TooManyMappings, on => on.Member.TryUnmap(new(on.Own.Start + K64.Bytes, K64.Bytes))),
            ["a protect that leaves more than allowed"] =
                (XvmaError.TooManyMappings, on => on.Member.TryProtect(new(on.Own.Start, K64.Bytes), Rights.Read)),
            ["more bytes than allowed"] = (XvmaError.OverLimit, on => on.Loner.TryMapPrivate((1UL << 52) + K64.Bytes, K64).Outcome),

            ["a map of mega pages where there are none"] =
                (XvmaError.NoMegaPages, on => on.Loner.TryMapPrivate(K64.Bytes, K64, from: MemorySource.MegaPages).Outcome),
            ["a map of memory that is none"] = (XvmaError.BadRights, on => on.Loner.TryMapPrivate(K64.Bytes, K64, from: (MemorySource)2).Outcome),
            ["a shared map without a group"] = (XvmaError.NotAMember, on => on.Loner.TryMapShared(K64.Bytes, K64).Outcome),

            ["a task in a partition that has failed"] = (XvmaError.PartitionFailed, on => on.Machine.TryStartTask(7, Stage.Failed).Outcome),
            ["a task in no partition"] = (XvmaError.NoSuchPartition, on => on.Machine.TryStartTask(7, 3).Outcome),
            ["a task in a partition below the first"] = (XvmaError.NoSuchPartition, on => on.Machine.TryStartTask(7, -1).Outcome),
            ["a beat that comes too late"] = (XvmaError.PartitionFailed, on => on.Machine.TryBeat(Stage.Failed)),
            ["a beat of no partition"] = (XvmaError.NoSuchPartition, on => on.Machine.TryBeat(3)),
            ["a look at a partition that has failed"] = (XvmaError.PartitionFailed, on => on.Machine.TryLook(Stage.Failed).Outcome),
            ["a look at no partition"] = (XvmaError.NoSuchPartition, on => on.Machine.TryLook(3).Outcome),
            ["a look at the only partition"] = (XvmaError.OnlyPartition, on => on.Single.TryLook(0).Outcome),
            ["a second failure"] = (XvmaError.PartitionFailed, on => on.Machine.TryFailPartition(Stage.Failed)),
            ["a failure of no partition"] = (XvmaError.NoSuchPartition, on => on.Machine.TryFailPartition(-1)),
            ["a failure of the only partition"] = (XvmaError.OnlyPartition, on => on.Single.TryFailPartition(0)),
            ["a return while a group has memory of it"] = (XvmaError.PartitionInUse, on => on.Machine.TryReturnPartition(Stage.Failed)),
            ["a return of a partition that lives"] = (XvmaError.PartitionNotFailed, on => on.Machine.TryReturnPartition(2)),
            ["a return of no partition"] = (XvmaError.NoSuchPartition, on => on.Machine.TryReturnPartition(3)),
            ["a return of the only partition"] = (XvmaError.PartitionNotFailed, on => on.Single.TryReturnPartition(0)),
            ["a populate of memory of a partition that has failed"] = (XvmaError.NoMemory, on => on.Founder.TryPopulate(on.Lost.Range)),

            ["an unmap of no range"] = (XvmaError.OutsideRegion, on => on.Member.TryUnmap(default)),
            ["an unmap in the hole"] = (XvmaError.OutsideRegion, on => on.Member.TryUnmap(new(PrivateBase - K64.Bytes, K64.Bytes))),
            ["an unmap from the hole into the region"] = (XvmaError.OutsideRegion, on => on.Member.TryUnmap(new(PrivateBase - K64.Bytes, 2 * K64.Bytes))),
            ["an unmap across the regions"] = (XvmaError.OutsideRegion, on => on.Member.TryUnmap(new(SharedBase - K64.Bytes, 2 * K64.Bytes))),
            ["an unmap that starts inside a page"] = (XvmaError.Unaligned, on => on.Member.TryUnmap(new(on.Own.Start + 4096, K64.Bytes))),
            ["an unmap that ends inside a page"] = (XvmaError.Unaligned, on => on.Member.TryUnmap(new(on.Own.Start, K64.Bytes + 1))),
            ["a shared unmap that cuts a page"] = (XvmaError.Unaligned, on => on.Member.TryUnmap(new(on.Shared.Start, 4096))),
            ["an unmap of nothing"] = (XvmaError.NotMapped, on => on.Member.TryUnmap(new(PrivateBase + GiB, K64.Bytes))),
            ["an unmap of another's mapping"] = (XvmaError.NotMapped, on => on.Loner.TryUnmap(on.Own.Range)),
            ["a shared unmap without a group"] = (XvmaError.NotAMember, on => on.Loner.TryUnmap(on.Shared.Range)),

            ["a move of nothing"] = (XvmaError.NotMapped, on => on.Member.TryMove(new(PrivateBase + GiB, K64.Bytes)).Outcome),
            ["a move that cuts a page"] = (XvmaError.Unaligned, on => on.Member.TryMove(new(on.Own.Start, K64.Bytes + 4096)).Outcome),
            ["a move to off the page size"] = (XvmaError.Unaligned, on => on.Member.TryMove(on.Own.Range, Placement.At(PrivateBase + GiB + 4096)).Outcome),
            ["a move into the hole"] = (XvmaError.OutsideRegion, on => on.Member.TryMove(on.Own.Range, Placement.At(PrivateBase - GiB)).Outcome),
            ["a move from the private region to the shared one"] = (XvmaError.OutsideRegion, on => on.Member.TryMove(on.Own.Range, Placement.At(SharedBase + GiB)).Outcome),
            ["a move onto itself"] = (XvmaError.Overlap, on => on.Member.TryMove(on.Own.Range, Placement.At(on.Own.Start + K64.Bytes)).Outcome),
            ["a move that leaves more than allowed"] = (XvmaError.TooManyMappings, on => on.Member.TryMove(new(on.Own.Start, K64.Bytes)).Outcome),
            ["a shared move without a group"] = (XvmaError.NotAMember, on => on.Loner.TryMove(on.Shared.Range).Outcome),
            ["a populate of nothing"] = (XvmaError.NotMapped, on => on.Member.TryPopulate(new(PrivateBase + GiB, K64.Bytes))),
            ["a populate of no range"] = (XvmaError.OutsideRegion, on => on.Member.TryPopulate(default)),
            ["a populate of more than there is"] = (XvmaError.NoMemory, on => on.Founder.TryPopulate(on.Vast.Range)),
            ["an advise-free of nothing"] = (XvmaError.NotMapped, on => on.Member.TryAdviseFree(new(PrivateBase + GiB, K64.Bytes))),
            ["an advise-free that cuts a page"] = (XvmaError.Unaligned, on => on.Member.TryAdviseFree(new(on.Own.Start, 4096))),
            ["a shared advise-free without a group"] = (XvmaError.NotAMember, on => on.Loner.TryAdviseFree(on.Shared.Range)),

            ["a protect of no range"] = (XvmaError.OutsideRegion, on => on.Member.TryProtect(default, Rights.Read)),
            ["a protect in the processor's reach"] = (XvmaError.OutsideRegion, on => on.Member.TryProtect(new(new(0), K64.Bytes), Rights.Read)),
            ["a protect that cuts a page"] = (XvmaError.Unaligned, on => on.Member.TryProtect(new(on.Own.Start + 1, K64.Bytes), Rights.Read)),
            ["a protect that cuts a page and would change nothing"] = (XvmaError.Unaligned, on => on.Member.TryProtect(new(on.Own.Start, 4096), Rights.ReadWrite)),
            ["a protect of nothing"] = (XvmaError.NotMapped, on => on.Member.TryProtect(new(PrivateBase + GiB, K64.Bytes), Rights.Read)),
            ["a protect with unknown rights"] = (XvmaError.BadRights, on => on.Member.TryProtect(on.Own.Range, (Rights)4)),
            ["a shared protect without a group"] = (XvmaError.NotAMember, on => on.Loner.TryProtect(on.Shared.Range, Rights.Read)),

            ["a create by a member"] = (XvmaError.AlreadyMember, on => on.Member.TryCreateSharedXmm().Outcome),
            ["a join of the own group"] = (XvmaError.AlreadyMember, on => on.Member.TryJoin(on.Group)),
            ["a join by a member of another group"] = (XvmaError.AlreadyMember, on => on.Founder.TryJoin(on.Group)),
            ["a join of the id 0"] = (XvmaError.NoSuchGroup, on => on.Loner.TryJoin(default)),
            ["a join of a negative id"] = (XvmaError.NoSuchGroup, on => on.Loner.TryJoin(new(-1))),
            ["a join of an id not yet given"] = (XvmaError.NoSuchGroup, on => on.Loner.TryJoin(new(1000))),
            ["a join of a group that is gone"] = (XvmaError.NoSuchGroup, on => on.Loner.TryJoin(on.Gone)),
            ["a join with another uid"] = (XvmaError.NotPermitted, on => on.Stranger.TryJoin(on.Group)),
            ["a join by root"] = (XvmaError.NotPermitted, on => on.Root.TryJoin(on.Group)),
            ["a leave without a group"] = (XvmaError.NotAMember, on => on.Loner.TryLeave()),
            ["a segment of nothing"] = (XvmaError.ZeroLength, on => on.Member.TryMakeSegment(default).Outcome),
            ["a segment off the page"] = (XvmaError.Unaligned, on => on.Member.TryMakeSegment(new(PrivateBase + 1, 4096)).Outcome),
            ["a segment of the shared region"] = (XvmaError.OutsideRegion, on => on.Member.TryMakeSegment(on.Shared.Range).Outcome),
            ["a remove of another's segment"] = (XvmaError.NoSuchSegment, on => on.Borrower.TryRemoveSegment(on.Lent)),
            ["a get of no segment"] = (XvmaError.NoSuchSegment, on => on.Loner.TryGet(new(99)).Outcome),
            ["a get by root"] = (XvmaError.NotPermitted, on => on.Root.TryGet(on.Lent, Rights.Read).Outcome),
            ["a get of more than is given"] = (XvmaError.NotPermitted, on => on.Loner.TryGet(on.Lent).Outcome),
            ["a release of no permit"] = (XvmaError.NoSuchPermit, on => on.Member.TryRelease(on.Permit)),
            ["a release of a permit in use"] = (XvmaError.StillAttached, on => on.Borrower.TryRelease(on.Permit)),
            ["an attach with another's permit"] = (XvmaError.NoSuchPermit, on => on.Loner.TryAttachPrivate(on.Permit, 0, K64.Bytes, K64).Outcome),
            ["an attach past the segment"] = (XvmaError.OutsideRegion, on => on.Borrower.TryAttachPrivate(on.Permit, on.Own.Range.Length, K64.Bytes, K64).Outcome),
            ["a shared detach without a group"] = (XvmaError.NotAMember, on => on.Loner.TryDetach(on.Shared.Range)),
            ["an attachment more than allowed"] = (XvmaError.TooManyMappings, on => on.Borrower.TryAttachPrivate(on.Permit, 0, K64.Bytes, K64).Outcome),
            ["a detach of what is no attachment"] = (XvmaError.NotMapped, on => on.Member.TryDetach(on.Own.Range)),
            ["a read-only attachment made writable"] = (XvmaError.NotPermitted, on => on.Borrower.TryProtect(on.Attached.Range, Rights.ReadWrite)),
            ["a slot too many"] = (XvmaError.NoSlot, on => on.Member.TryOpenGru().Outcome),
            ["a migration to a chiplet that is not there"] = (XvmaError.NoSuchChiplet, on => on.Member.TryMigrate(99)),
            ["a migration to a chiplet before the first"] = (XvmaError.NoSuchChiplet, on => on.Member.TryMigrate(-1)),
            ["a migration of a dead task"] = (XvmaError.TaskGone, on => on.Dead.TryMigrate(0)),
            ["an exit of a dead task"] = (XvmaError.TaskGone, on => on.Dead.TryExit()),
        };

    /// <summary>A machine on which each of them is refused for one reason only.</summary>
    internal sealed class Stage : IDisposable
    {
        public Stage()
        {
            Machine = Machine.Create(new() { Partitions = 3, SlotsPerContext = 2, MappingsPerSpace = 1, BytesPerSpace = 1UL << 52 });
            Member = Machine.StartTask(uid: 7);
            Founder = Machine.StartTask(uid: 7);
            Loner = Machine.StartTask(uid: 7);
            Stranger = Machine.StartTask(uid: 8);
            Root = Machine.StartTask(uid: 0);
            Dead = Machine.StartTask(uid: 7);
            Dead.Exit();
            Gone = Loner.CreateSharedXmm();
            Loner.Leave();
            Group = Member.CreateSharedXmm();
            using var visitor = Machine.StartTask(uid: 7, partition: Failed);
            visitor.Join(Founder.CreateSharedXmm());
            Lost = visitor.MapShared(2 * K64.Bytes, K64);
            visitor.Gru.Store(Lost.Start, 3UL);
            Machine.FailPartition(Failed);
            Own = Member.MapPrivate(4 * K64.Bytes, K64);
            Shared = Member.MapShared(4 * K64.Bytes, K64);
            Vast = Founder.MapPrivate(1UL << 52, PageSize.Of1T);
            Member.OpenGru().Store(Own.Start, 1UL);
            Member.Gru.Store(Shared.Start, 2UL);
            Lent = Member.MakeSegment(Own.Range, Rights.Read);
            Borrower = Machine.StartTask(uid: 7);
            Permit = Borrower.Get(Lent, Rights.Read);
            Attached = Borrower.AttachPrivate(Permit, 0, K64.Bytes, K64);
        }

        /// <summary>A partition that has failed, and memory of which a group still has.</summary>
        public const int Failed = 1;

        public Machine Machine { get; }

        public Machine Single { get; } = Machine.Create();

        public XvmaTask Member { get; }

        public XvmaTask Founder { get; }

        public XvmaTask Loner { get; }

        public XvmaTask Stranger { get; }

        public XvmaTask Root { get; }

        public XvmaTask Dead { get; }

        public GroupId Group { get; }

        public GroupId Gone { get; }

        public Window Own { get; }

        public Window Shared { get; }

        public Window Vast { get; }

        public Window Lost { get; }

        public XvmaTask Borrower { get; }

        public SegmentId Lent { get; }

        public PermitId Permit { get; }

        public Window Attached { get; }

        public void Dispose()
        {
            foreach (var task in new[] { Member, Founder, Loner, Stranger, Root, Borrower }) task.Dispose();
        }
    }
}
