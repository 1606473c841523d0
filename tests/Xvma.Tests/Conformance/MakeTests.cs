namespace Xvma.Tests.Conformance;

/// <summary>Making and removing segments: what create and remove of public XPMEM test suites assert.</summary>
public sealed class MakeTests : IDisposable
{
    private readonly Job job = new();

    public static TheoryData<string, ulong, ulong, XvmaError> Bad => new()
    {
        { "a start off the page", Job.Base.Value + 1, 4096, XvmaError.Unaligned },
        { "a length off the page", Job.Base.Value, 4097, XvmaError.Unaligned },
        { "half a page", Job.Base.Value, 2048, XvmaError.Unaligned },
        { "the processor's addresses", 4096, 4096, XvmaError.OutsideRegion },
        { "the hole", Job.Base.Value - 4096, 4096, XvmaError.OutsideRegion },
        { "from the hole into the region", Job.Base.Value - 4096, 8192, XvmaError.OutsideRegion },
        { "the shared region", AddressLayout.Default.SharedBase.Value, 4096, XvmaError.OutsideRegion },
        { "across the regions", AddressLayout.Default.SharedBase.Value - 4096, 8192, XvmaError.OutsideRegion },
        { "the end of all addresses", ulong.MaxValue - 4095, 4096, XvmaError.OutsideRegion },
    };

    public void Dispose() => job.Dispose();

    [Fact]
    [Trait("Clause", "XPM-1")]
    public void A_segment_is_made_of_mapped_or_unmapped_memory()
    {
        var memory = Job.Written(job.Owner, 2);
        var mapped = job.Owner.MakeSegment(memory.Range);
        var unmapped = job.Owner.MakeSegment(new(Job.Base + (1UL << 40), 4096));
        Assert.NotEqual(mapped, unmapped);
        Assert.Equal([mapped, unmapped], job.Machine.Snapshot().Segments.Select(segment => segment.Id));
    }

    [Theory]
    [MemberData(nameof(Bad))]
    [Trait("Clause", "XPM-1")]
    public void A_range_that_cannot_be_exported_is_refused(string what, ulong start, ulong length, XvmaError error)
    {
        Assert.NotEmpty(what);
        Assert.Equal(error, job.Owner.TryMakeSegment(new(new(start), length)).Error);
        Assert.Empty(job.Machine.Snapshot().Segments);
    }

    [Fact]
    [Trait("Clause", "XPM-1")]
    public void No_bytes_are_no_segment_and_a_length_that_overflows_is_no_range()
    {
        Assert.Equal(XvmaError.ZeroLength, job.Owner.TryMakeSegment(default).Error);
        Assert.False(AddressRange.TryCreate(Job.Base, ulong.MaxValue, out _));
        Assert.Equal(XvmaError.BadRights, job.Owner.TryMakeSegment(new(Job.Base, 4096), Rights.None).Error);
    }

    [Fact]
    [Trait("Clause", "XPM-1")]
    public void The_whole_private_region_is_exported()
    {
        var all = AddressLayout.Default.RegionOf(AddressKind.Private);
        var memory = Job.Written(job.Owner, 1, at: Job.Base + (5UL << 50));
        var permit = job.Attacher.Get(job.Owner.MakeSegment(all));
        var part = job.Attacher.AttachPrivate(permit, memory.Start.Value - all.Start.Value, Job.Page, PageSize.Of64K);
        Assert.Equal(1UL, job.Attacher.Gru.Load<ulong>(part.Start));
        Assert.Equal(XvmaError.OutsideRegion, job.Attacher.TryAttachPrivate(permit, all.Length, Job.Page, PageSize.Of64K).Error);
        Assert.Equal(XvmaError.OutsideRegion, job.Attacher.TryAttachPrivate(permit, all.Length - Job.Page, 2 * Job.Page, PageSize.Of64K).Error);
        job.Attacher.CreateSharedXmm();
        var whole = job.Attacher.AttachShared(permit, 0, all.Length, PageSize.Of64K);
        Assert.Equal(1UL, job.Attacher.Gru.Load<ulong>(whole.Start + (memory.Start.Value - all.Start.Value)));
    }

    [Fact]
    [Trait("Clause", "XPM-6")]
    public void Removing_twice_or_what_is_nobodys_is_refused()
    {
        var segment = job.Owner.MakeSegment(new(Job.Base, 4096));
        Assert.Equal(XvmaError.NoSuchSegment, job.Attacher.TryRemoveSegment(segment).Error);
        job.Owner.RemoveSegment(segment);
        Assert.Equal(XvmaError.NoSuchSegment, job.Owner.TryRemoveSegment(segment).Error);
        Assert.Equal(XvmaError.NoSuchSegment, job.Owner.TryRemoveSegment(default).Error);
        Assert.Equal(XvmaError.NoSuchSegment, job.Owner.TryRemoveSegment(new(-1)).Error);
        Assert.Equal(XvmaError.NoSuchSegment, job.Owner.TryRemoveSegment(new(999)).Error);
    }

    [Fact]
    [Trait("Clause", "XPM-1")]
    [Trait("Clause", "XPM-2")]
    public void An_id_never_names_two_segments_or_permits()
    {
        var segments = new HashSet<SegmentId>();
        var permits = new HashSet<PermitId>();
        for (var round = 0; round < 20; round++)
        {
            var segment = job.Owner.MakeSegment(new(Job.Base, 4096));
            var permit = job.Attacher.Get(segment);
            Assert.True(segments.Add(segment) && permits.Add(permit));
            job.Attacher.Release(permit);
            job.Owner.RemoveSegment(segment);
        }
    }
}
