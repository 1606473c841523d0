namespace Xvma.Tests.Conformance;

/// <summary>Several of each: segments, permits, attachments, tasks, in every order.</summary>
public sealed class ManyTests : IDisposable
{
    private const int Tasks = 6;
    private readonly Job job = new();

    public static TheoryData<string> Orders => ["forward", "reverse", "random"];

    public void Dispose() => job.Dispose();

    [Fact]
    [Trait("Clause", "XPM-3")]
    public void One_segment_is_attached_by_many()
    {
        var memory = Job.Written(job.Owner, 1);
        var segment = job.Owner.MakeSegment(memory.Range);
        for (var each = 0; each < Tasks; each++)
        {
            var task = job.Start();
            var attached = task.AttachPrivate(task.Get(segment), 0, Job.Page, PageSize.Of64K);
            Assert.Equal((ulong)each + 1, task.Gru.Load<ulong>(attached.Start));
            task.Gru.Store(attached.Start, (ulong)each + 2);
        }

        Assert.Equal(Tasks, job.Machine.Snapshot().Segments.Single().Attachments);
        Assert.Equal(1, job.Machine.Snapshot().LiveFrames);
    }

    [Fact]
    [Trait("Clause", "XPM-3")]
    public void Many_segments_are_attached_by_one()
    {
        for (var each = 1UL; each <= Tasks; each++)
        {
            var task = job.Start();
            var memory = Job.Written(task, 1);
            task.Gru.Store(memory.Start, each * 10);
            var attached = job.Attacher.AttachPrivate(job.Attacher.Get(task.MakeSegment(memory.Range)), 0, Job.Page, PageSize.Of64K);
            Assert.Equal(each * 10, job.Attacher.Gru.Load<ulong>(attached.Start));
        }
    }

    [Theory]
    [MemberData(nameof(Orders))]
    [Trait("Clause", "XPM-1")]
    [Trait("Clause", "XPM-6")]
    public void Several_segments_of_one_memory_end_in_any_order(string order)
    {
        var memory = Job.Written(job.Owner, 3);
        var all = Enumerable.Range(0, 5).Select(_ => job.Attach(memory.Range)).ToArray();
        foreach (var (_, _, attached) in all) Assert.Equal(3UL, job.Attacher.Gru.Load<ulong>(attached.Start + (2 * Job.Page)));
        if (order == "reverse") Array.Reverse(all);
        if (order == "random") new Random(5).Shuffle(all);
        for (var ended = 0; ended < all.Length; ended++)
        {
            var (segment, permit, attached) = all[ended];
            if (ended % 2 == 0)
            {
                job.Owner.RemoveSegment(segment);
                Job.IsBusError(job.Attacher, attached.Start);
                job.Attacher.Detach(attached.Range);
                job.Attacher.Release(permit);
            }
            else
            {
                job.Attacher.Detach(attached.Range);
                job.Attacher.Release(permit);
                job.Owner.RemoveSegment(segment);
            }

            foreach (var (_, _, left) in all[(ended + 1)..]) Assert.Equal(1UL, job.Attacher.Gru.Load<ulong>(left.Start));
        }

        Assert.Equal(3, job.Machine.Snapshot().LiveFrames);
    }

    [Fact]
    [Trait("Clause", "XPM-3")]
    public void One_permit_attaches_many_times()
    {
        var permit = job.Attacher.Get(job.Owner.MakeSegment(Job.Written(job.Owner, 4).Range));
        var attached = Enumerable.Range(0, 8).Select(each => job.Attacher.AttachPrivate(permit, (ulong)(each % 4) * Job.Page, Job.Page, PageSize.Of64K)).ToArray();
        for (var each = 0; each < 8; each++) Assert.Equal((ulong)(each % 4) + 1, job.Attacher.Gru.Load<ulong>(attached[each].Start));
        foreach (var each in attached) job.Attacher.Detach(each.Range);
        job.Attacher.Release(permit);
    }

    [Fact]
    [Trait("Clause", "XPM-8")]
    [Trait("Clause", "MEM-4")]
    public void Nothing_is_pinned_or_registered_afterwards()
    {
        for (var round = 0; round < 10; round++)
        {
            var memory = Job.Written(job.Owner, 2);
            var (segment, permit, attached) = job.Attach(memory.Range);
            job.Attacher.Gru.Fill(attached.Start, 2 * Job.Page, (byte)round);
            job.Owner.Unmap(memory.Range);
            Assert.Equal(0, job.Machine.Snapshot().LiveFrames);
            job.Attacher.Detach(attached.Range);
            Assert.Equal(0, job.Machine.Snapshot().Segments.Single().Attachments);
            job.Attacher.Release(permit);
            job.Owner.RemoveSegment(segment);
        }

        Assert.All(job.Machine.Snapshot().Tasks, task => Assert.Empty(task.Permits));
    }
}
