namespace Xvma.Tests.Conformance;

/// <summary>The ends of segments and of the tasks on both sides, in either order.</summary>
public sealed class LifeTests : IDisposable
{
    private readonly Job job = new();

    public static TheoryData<string> Endings => ["remove", "exit", "exec", "change of uid", "unmap"];

    public void Dispose() => job.Dispose();

    [Theory]
    [MemberData(nameof(Endings))]
    [Trait("Clause", "XPM-6")]
    [Trait("Clause", "TSK-4")]
    [Trait("Clause", "TSK-6")]
    public void After_the_owners_end_an_attachment_stays_and_is_a_bus_error(string ending)
    {
        var memory = Job.Written(job.Owner, 1);
        var (segment, permit, attached) = job.Attach(memory.Range);
        Assert.Equal(1UL, job.Attacher.Gru.Load<ulong>(attached.Start));
        switch (ending)
        {
            case "remove": job.Owner.RemoveSegment(segment); break;
            case "exit": job.Owner.Exit(); break;
            case "exec": job.Owner.Exec(); break;
            case "change of uid": job.Owner.ChangeUid(2000); break;
            default: job.Owner.Unmap(memory.Range); break;
        }

        Job.IsBusError(job.Attacher, attached.Start);
        Assert.Equal(FaultCause.NotMapped, job.Attacher.Gru.TryStore(attached.Start, 8, 1));
        Assert.Equal(XvmaError.Overlap, job.Attacher.TryMapPrivate(Job.Page, PageSize.Of64K, at: attached.Start).Error);
        Assert.Equal(ending == "unmap" ? XvmaError.None : XvmaError.NoSuchSegment, job.Attacher.TryAttachPrivate(permit, 0, Job.Page, PageSize.Of64K).Error);
        Assert.Equal(XvmaError.StillAttached, job.Attacher.TryRelease(permit).Error);
        job.Attacher.Detach(attached.Range);
    }

    [Fact]
    [Trait("Clause", "TRD-4")]
    [Trait("Clause", "XPM-5")]
    public void The_attacher_ends_first_and_the_owner_goes_on()
    {
        var memory = Job.Written(job.Owner, 1);
        var (segment, _, attached) = job.Attach(memory.Range);
        job.Attacher.Gru.Store(attached.Start, 5UL);
        job.Attacher.Exit();
        Assert.Equal(0, job.Machine.Snapshot().Segments.Single().Attachments);
        Assert.Equal(5UL, job.Owner.Gru.Load<ulong>(memory.Start));
        job.Owner.RemoveSegment(segment);
    }

    [Fact]
    [Trait("Clause", "TSK-4")]
    [Trait("Clause", "XPM-7")]
    public void A_holder_that_takes_another_uid_has_neither_permit_nor_attachment()
    {
        var (segment, permit, attached) = job.Attach(Job.Written(job.Owner, 1).Range);
        var own = Job.Written(job.Attacher, 1);
        job.Attacher.ChangeUid(2000);
        Job.IsBusError(job.Attacher, attached.Start);
        Assert.Equal(XvmaError.NoSuchPermit, job.Attacher.TryRelease(permit).Error);
        Assert.Equal(XvmaError.NotPermitted, job.Attacher.TryGet(segment).Error);
        Assert.Equal(1UL, job.Attacher.Gru.Load<ulong>(own.Start));
    }

    [Fact]
    [Trait("Clause", "TSK-5")]
    public void A_child_has_none_of_it()
    {
        var (segment, permit, attached) = job.Attach(Job.Written(job.Owner, 1).Range);
        using var child = job.Attacher.Fork();
        Job.IsBusError(child, attached.Start);
        Assert.Equal(XvmaError.NoSuchPermit, child.TryRelease(permit).Error);
        using var other = job.Owner.Fork();
        Assert.Equal(XvmaError.NoSuchSegment, other.TryRemoveSegment(segment).Error);
    }

    [Fact]
    [Trait("Clause", "TSK-3")]
    public void A_dead_task_is_refused_everything()
    {
        var segment = job.Owner.MakeSegment(new(Job.Base, Job.Page));
        job.Attacher.Exit();
        Assert.Equal(XvmaError.TaskGone, job.Attacher.TryMakeSegment(new(Job.Base, Job.Page)).Error);
        Assert.Equal(XvmaError.TaskGone, job.Attacher.TryRemoveSegment(segment).Error);
        Assert.Equal(XvmaError.TaskGone, job.Attacher.TryGet(segment).Error);
        Assert.Equal(XvmaError.TaskGone, job.Attacher.TryRelease(new(1)).Error);
        Assert.Equal(XvmaError.TaskGone, job.Attacher.TryAttachPrivate(new(1), 0, Job.Page, PageSize.Of64K).Error);
        Assert.Equal(XvmaError.TaskGone, job.Attacher.TryAttachShared(new(1), 0, Job.Page, PageSize.Of64K).Error);
        Assert.Equal(XvmaError.TaskGone, job.Attacher.TryDetach(new(Job.Base, Job.Page)).Error);
    }
}
