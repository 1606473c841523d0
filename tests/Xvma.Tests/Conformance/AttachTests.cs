namespace Xvma.Tests.Conformance;

/// <summary>Attaching and what is seen through it.</summary>
public sealed class AttachTests : IDisposable
{
    private readonly Job job = new();

    public static TheoryData<ulong, ulong, XvmaError> Parts => new()
    {
        { 0, 0, XvmaError.ZeroLength },
        { 0, 4096, XvmaError.Unaligned },
        { 4096, Job.Page, XvmaError.Unaligned },
        { 0, 5 * Job.Page, XvmaError.OutsideRegion },
        { 4 * Job.Page, Job.Page, XvmaError.OutsideRegion },
        { 3 * Job.Page, 2 * Job.Page, XvmaError.OutsideRegion },
        { ulong.MaxValue - Job.Page + 1, 2 * Job.Page, XvmaError.OutsideRegion },
        { 0, 1UL << 63, XvmaError.TooLong },
    };

    public void Dispose() => job.Dispose();

    [Fact]
    [Trait("Clause", "XPM-3")]
    public void What_the_owner_writes_is_read_and_the_other_way_round()
    {
        var memory = Job.Written(job.Owner, 4);
        var (_, _, attached) = job.Attach(memory.Range);
        for (var page = 0UL; page < 4; page++) Assert.Equal(page + 1, job.Attacher.Gru.Load<ulong>(attached.Start + (page * Job.Page)));
        job.Attacher.Gru.Store(attached.Start + 8, 77UL);
        Assert.Equal(77UL, job.Owner.Gru.Load<ulong>(memory.Start + 8));
        Assert.Equal(4, job.Machine.Snapshot().LiveFrames);
    }

    [Theory]
    [MemberData(nameof(Parts))]
    [Trait("Clause", "XPM-3")]
    public void A_part_that_is_none_of_the_segment_is_refused(ulong offset, ulong length, XvmaError error)
    {
        var permit = job.Attacher.Get(job.Owner.MakeSegment(Job.Written(job.Owner, 4).Range));
        Assert.Equal(error, job.Attacher.TryAttachPrivate(permit, offset, length, PageSize.Of64K).Error);
        Assert.Empty(job.Machine.Snapshot().Tasks.Single(task => task.Id == job.Attacher.Id).Private.Mappings);
        Assert.Equal(0, job.Machine.Snapshot().Segments.Single().Attachments);
    }

    [Fact]
    [Trait("Clause", "XPM-3")]
    public void An_address_is_taken_or_refused()
    {
        var permit = job.Attacher.Get(job.Owner.MakeSegment(Job.Written(job.Owner, 4).Range));
        var at = Job.Base + (1UL << 40);
        Assert.Equal(at, job.Attacher.AttachPrivate(permit, Job.Page, Job.Page, PageSize.Of64K, at: at).Start);
        Assert.Equal(2UL, job.Attacher.Gru.Load<ulong>(at));
        Assert.Equal(XvmaError.Overlap, job.Attacher.TryAttachPrivate(permit, 0, Job.Page, PageSize.Of64K, at: at).Error);
        Assert.Equal(XvmaError.OutsideRegion, job.Attacher.TryAttachPrivate(permit, 0, Job.Page, PageSize.Of64K, at: AddressLayout.Default.SharedBase).Error);
        Assert.Equal(XvmaError.NotAMember, job.Attacher.TryAttachShared(permit, 0, Job.Page, PageSize.Of64K).Error);
        Assert.Equal(XvmaError.UnknownPageSize, job.Attacher.TryAttachPrivate(permit, 0, 1 << 20, new PageSize(20)).Error);
        Assert.Equal(XvmaError.BadRights, job.Attacher.TryAttachPrivate(permit, 0, Job.Page, PageSize.Of64K, Rights.None).Error);
    }

    [Fact]
    [Trait("Clause", "XPM-8")]
    public void Access_before_the_owner_maps_and_after_it_unmaps_is_a_bus_error()
    {
        var place = Job.Base + (1UL << 40);
        var (_, _, attached) = job.Attach(new(place, 2 * Job.Page));
        Job.IsBusError(job.Attacher, attached.Start);
        var memory = Job.Written(job.Owner, 2, at: place);
        Assert.Equal(1UL, job.Attacher.Gru.Load<ulong>(attached.Start));
        job.Owner.Unmap(memory.Range);
        Job.IsBusError(job.Attacher, attached.Start);
        Assert.Equal(0, job.Machine.Snapshot().LiveFrames);
        Job.Written(job.Owner, 2, at: place);
        Assert.Equal(2UL, job.Attacher.Gru.Load<ulong>(attached.Start + Job.Page));
    }

    [Fact]
    [Trait("Clause", "XPM-8")]
    public void A_recall_has_a_bracket_for_each_attachment_that_it_meets_and_purges_of_it_only_what_goes()
    {
        var memory = Job.Written(job.Owner, 4);
        var permit = job.Attacher.Get(job.Owner.MakeSegment(memory.Range));
        var first = job.Attacher.AttachPrivate(permit, 0, 2 * Job.Page, PageSize.Of64K);
        var second = job.Attacher.AttachPrivate(permit, Job.Page, 3 * Job.Page, PageSize.Of64K);
        var beside = job.Attacher.AttachPrivate(permit, 2 * Job.Page, Job.Page, PageSize.Of64K);
        foreach (var window in new[] { first, second, beside })
            for (var at = window.Start; at != window.Start + window.Range.Length; at += Job.Page) job.Attacher.Gru.Load<ulong>(at);
        var before = job.Machine.Statistics;

        job.Owner.Unmap(new(memory.Start + Job.Page, Job.Page));

        Assert.Equal(1 + 2, job.Machine.Statistics.Since(before)[GruEvent.Invalidation]);
        Assert.Equal(
            [first.Start, second.Start + Job.Page, second.Start + (2 * Job.Page), beside.Start],
            job.Machine.Snapshot().Chiplets.SelectMany(chiplet => chiplet.Translations).Where(entry => entry.Task == job.Attacher.Id).Select(entry => entry.Page.Start).Order());
    }

    [Fact]
    [Trait("Clause", "XPM-8")]
    public void A_segment_wider_than_what_is_mapped_has_holes()
    {
        var memory = Job.Written(job.Owner, 5);
        job.Owner.Unmap(new(memory.Start + (2 * Job.Page), Job.Page));
        var (_, _, attached) = job.Attach(new(memory.Start, 8 * Job.Page));
        foreach (var page in new ulong[] { 0, 1, 3, 4 }) Assert.Equal(page + 1, job.Attacher.Gru.Load<ulong>(attached.Start + (page * Job.Page)));
        foreach (var page in new ulong[] { 2, 5, 7 }) Job.IsBusError(job.Attacher, attached.Start + (page * Job.Page));
        var target = job.Attacher.MapPrivate(8 * Job.Page, PageSize.Of64K);
        Assert.Equal(FaultCause.NotMapped, job.Attacher.Gru.TryCopy(attached.Start, target.Start, 5 * Job.Page, out var copied));
        Assert.Equal(2 * Job.Page, copied);
    }

    [Fact]
    [Trait("Clause", "XPM-3")]
    public void A_page_of_another_size_is_as_none()
    {
        var small = job.Owner.MapPrivate(Job.Page, PageSize.Of4K);
        job.Owner.Gru.Store(small.Start, 5UL);
        var permit = job.Attacher.Get(job.Owner.MakeSegment(small.Range));
        Job.IsBusError(job.Attacher, job.Attacher.AttachPrivate(permit, 0, Job.Page, PageSize.Of64K).Start);
        Assert.Equal(5UL, job.Attacher.Gru.Load<ulong>(job.Attacher.AttachPrivate(permit, 0, Job.Page, PageSize.Of4K).Start));
    }

    [Fact]
    [Trait("Clause", "XPM-8")]
    public void The_first_touch_through_an_attachment_gives_the_owner_its_memory()
    {
        var memory = job.Owner.MapPrivate(Job.Page, PageSize.Of64K);
        var (_, _, attached) = job.Attach(memory.Range);
        job.Attacher.Gru.Store(attached.Start, 9UL);
        job.Attacher.Exit();
        Assert.Equal(9UL, job.Owner.Gru.Load<ulong>(memory.Start));
    }

    [Fact]
    [Trait("Clause", "XPM-4")]
    public void A_read_only_permit_attaches_read_only()
    {
        var memory = Job.Written(job.Owner, 1);
        var permit = job.Attacher.Get(job.Owner.MakeSegment(memory.Range), Rights.Read);
        Assert.Equal(XvmaError.NotPermitted, job.Attacher.TryAttachPrivate(permit, 0, Job.Page, PageSize.Of64K, Rights.ReadWrite).Error);
        var attached = job.Attacher.AttachPrivate(permit, 0, Job.Page, PageSize.Of64K);
        Assert.Equal(1UL, job.Attacher.Gru.Load<ulong>(attached.Start));
        Assert.Equal(FaultCause.NotPermitted, job.Attacher.Gru.TryStore(attached.Start, 8, 2));
        Assert.Equal(XvmaError.NotPermitted, job.Attacher.TryProtect(attached.Range, Rights.ReadWrite).Error);
        job.Attacher.Protect(attached.Range, Rights.None);
        Assert.Equal(FaultCause.NotPermitted, Job.Reads(job.Attacher, attached.Start, out _));
        Assert.Equal(1UL, job.Owner.Gru.Load<ulong>(memory.Start));
    }

    [Fact]
    [Trait("Clause", "XPM-4")]
    public void What_the_owner_may_not_nobody_may_through_it()
    {
        var memory = Job.Written(job.Owner, 1);
        var (_, _, attached) = job.Attach(memory.Range);
        job.Attacher.Gru.Store(attached.Start, 2UL);
        job.Owner.Protect(memory.Range, Rights.Read);
        Assert.Equal(FaultCause.NotPermitted, job.Attacher.Gru.TryStore(attached.Start, 8, 3));
        Assert.Equal(2UL, job.Attacher.Gru.Load<ulong>(attached.Start));
        job.Owner.Protect(memory.Range, Rights.ReadWrite);
        job.Attacher.Gru.Store(attached.Start, 4UL);
    }

    [Fact]
    [Trait("Clause", "XPM-3")]
    public void A_task_attaches_its_own_memory()
    {
        var memory = Job.Written(job.Owner, 2);
        var attached = job.Owner.AttachPrivate(job.Owner.Get(job.Owner.MakeSegment(memory.Range)), 0, 2 * Job.Page, PageSize.Of64K);
        job.Owner.Gru.Store(attached.Start, 11UL);
        Assert.Equal(11UL, job.Owner.Gru.Load<ulong>(memory.Start));
        job.Owner.Unmap(memory.Range);
        Job.IsBusError(job.Owner, attached.Start);
    }

    [Fact]
    [Trait("Clause", "XPM-8")]
    public void What_is_itself_an_attachment_is_not_lent_on()
    {
        var (_, _, attached) = job.Attach(Job.Written(job.Owner, 1).Range);
        var third = job.Start();
        var again = third.AttachPrivate(third.Get(job.Attacher.MakeSegment(attached.Range)), 0, Job.Page, PageSize.Of64K);
        Job.IsBusError(third, again.Start);
        Assert.Equal(1UL, job.Attacher.Gru.Load<ulong>(attached.Start));
    }

    [Fact]
    [Trait("Clause", "XPM-3")]
    [Trait("Clause", "XPM-5")]
    public void An_attachment_in_the_shared_space_is_there_for_all_until_its_maker_leaves()
    {
        job.Attacher.CreateSharedXmm();
        var member = job.Start();
        member.Join(job.Attacher.Membership!.Value);
        var permit = job.Attacher.Get(job.Owner.MakeSegment(Job.Written(job.Owner, 1).Range));
        var attached = job.Attacher.AttachShared(permit, 0, Job.Page, PageSize.Of64K);
        member.Gru.Store(attached.Start, 21UL);
        Assert.Equal(21UL, job.Attacher.Gru.Load<ulong>(attached.Start));
        job.Attacher.Leave();
        Job.IsBusError(member, attached.Start);
        job.Attacher.Release(permit);
    }

    [Fact]
    [Trait("Clause", "XPM-5")]
    public void Detaching_what_is_no_attachment_is_refused()
    {
        var memory = Job.Written(job.Owner, 1);
        Assert.Equal(XvmaError.NotMapped, job.Owner.TryDetach(memory.Range).Error);
        Assert.Equal(XvmaError.NotMapped, job.Owner.TryDetach(new(Job.Base + (1UL << 40), Job.Page)).Error);
        var (_, _, attached) = job.Attach(memory.Range);
        Assert.Equal(XvmaError.Unaligned, job.Attacher.TryDetach(new(attached.Start, 4096)).Error);
        job.Attacher.Detach(attached.Range);
        Job.IsBusError(job.Attacher, attached.Start);
        Assert.Equal(XvmaError.NotMapped, job.Attacher.TryDetach(attached.Range).Error);
    }
}
