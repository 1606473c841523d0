namespace Xvma.Tests.Conformance;

/// <summary>Getting and releasing permits: who gets which, without the exemption for root that public modules make.</summary>
public sealed class PermitTests : IDisposable
{
    private readonly Job job = new();

    /// <summary>The uid that asks, what the segment gives, what is asked for, and the answer; the owner's uid is 1000.</summary>
    public static TheoryData<int, Rights, Rights, XvmaError> Table
    {
        get
        {
            var table = new TheoryData<int, Rights, Rights, XvmaError>();
            foreach (var uid in new[] { 1000, 1001, 0 })
            {
                foreach (var given in new[] { Rights.Read, Rights.ReadWrite })
                {
                    foreach (var asked in new[] { Rights.Read, Rights.ReadWrite })
                        table.Add(uid, given, asked, uid == 1000 && given.Allow(asked) ? XvmaError.None : XvmaError.NotPermitted);
                }
            }

            return table;
        }
    }

    public void Dispose() => job.Dispose();

    [Theory]
    [MemberData(nameof(Table))]
    [Trait("Clause", "XPM-4")]
    [Trait("Clause", "XPM-7")]
    public void A_permit_is_given_to_the_owners_uid_for_no_more_than_the_segment_gives(int uid, Rights given, Rights asked, XvmaError answer)
    {
        var asking = job.Start(uid);
        Assert.Equal(answer, asking.TryGet(job.Owner.MakeSegment(new(Job.Base, 4096), given), asked).Error);
        Assert.Equal(answer == XvmaError.None ? 1 : 0, job.Machine.Snapshot().Tasks.Single(task => task.Id == asking.Id).Permits.Length);
    }

    [Fact]
    [Trait("Clause", "XPM-7")]
    public void Roots_segment_is_roots_alone()
    {
        var root = job.Start(uid: 0);
        var segment = root.MakeSegment(new(Job.Base, 4096));
        Assert.Equal(XvmaError.NotPermitted, job.Attacher.TryGet(segment).Error);
        Assert.True(job.Start(uid: 0).TryGet(segment).IsOk);
    }

    [Fact]
    [Trait("Clause", "XPM-2")]
    public void An_id_that_names_no_segment_is_refused()
    {
        var removed = job.Owner.MakeSegment(new(Job.Base, 4096));
        job.Owner.RemoveSegment(removed);
        foreach (var id in new[] { removed, default, new SegmentId(-1), new SegmentId(long.MaxValue) })
            Assert.Equal(XvmaError.NoSuchSegment, job.Attacher.TryGet(id).Error);
        Assert.Equal(XvmaError.BadRights, job.Attacher.TryGet(removed, Rights.None).Error);
    }

    [Fact]
    [Trait("Clause", "XPM-5")]
    public void A_permit_is_released_once_by_its_holder_when_nothing_is_attached()
    {
        var (_, permit, attached) = job.Attach(Job.Written(job.Owner, 2).Range);
        Assert.Equal(XvmaError.NoSuchPermit, job.Owner.TryRelease(permit).Error);
        Assert.Equal(XvmaError.NoSuchPermit, job.Attacher.TryRelease(new(999)).Error);
        Assert.Equal(XvmaError.StillAttached, job.Attacher.TryRelease(permit).Error);
        job.Attacher.Detach(new(attached.Start, Job.Page));
        Assert.Equal(XvmaError.StillAttached, job.Attacher.TryRelease(permit).Error);
        job.Attacher.Unmap(new(attached.Start + Job.Page, Job.Page));
        job.Attacher.Release(permit);
        Assert.Equal(XvmaError.NoSuchPermit, job.Attacher.TryRelease(permit).Error);
        Assert.Equal(XvmaError.NoSuchPermit, job.Attacher.TryAttachPrivate(permit, 0, Job.Page, PageSize.Of64K).Error);
    }

    [Fact]
    [Trait("Clause", "XPM-3")]
    public void Anothers_permit_is_none()
    {
        var permit = job.Attacher.Get(job.Owner.MakeSegment(Job.Written(job.Owner, 1).Range));
        Assert.Equal(XvmaError.NoSuchPermit, job.Start().TryAttachPrivate(permit, 0, Job.Page, PageSize.Of64K).Error);
    }
}
