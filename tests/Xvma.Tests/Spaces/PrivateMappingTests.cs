using Xvma.Tests.Support;
using static Xvma.ByteUnits;

namespace Xvma.Tests.Spaces;

public sealed class PrivateMappingTests : IDisposable
{
    private readonly Machine machine = Machine.Create();
    private readonly XvmaTask task;

    public PrivateMappingTests() => task = machine.StartTask(uid: 7);

    public static TheoryData<int> EveryShift => new(PageSizeTable.Default.Sizes.Select(size => size.Shift));

    public void Dispose()
    {
        task.Dispose();
        Holds.Nothing(machine);
    }

    [Theory]
    [MemberData(nameof(EveryShift))]
    [Trait("Clause", "MAP-1")]
    [Trait("Clause", "PGS-1")]
    public void A_mapping_reads_what_was_written_through_it(int shift)
    {
        var size = new PageSize(shift);
        var window = task.MapPrivate(2 * size.Bytes, size);
        Assert.Equal((2 * size.Bytes, size), (window.Range.Length, window.PageSize));
        Assert.True(AddressLayout.Default.PrivateRegion.Contains(window.Range));
        var ends = new[] { window.Start, window.Start + (size.Bytes - 8), window.Start + size.Bytes, window.Range.Last - 7 };
        for (var i = 0; i < ends.Length; i++) task.Gru.Store(ends[i], 100UL + (ulong)i);
        for (var i = 0; i < ends.Length; i++) Assert.Equal(100UL + (ulong)i, task.Gru.Load<ulong>(ends[i]));
        Assert.Equal((2, (long)(2 * size.Bytes)), (machine.Snapshot().LiveFrames, machine.Snapshot().LiveBytes));
    }

    [Fact]
    [Trait("Clause", "MAP-1")]
    public void A_range_outside_the_region_is_refused()
    {
        var region = AddressLayout.Default.PrivateRegion;
        Assert.Equal(XvmaError.OutsideRegion, task.TryMapPrivate(4096, PageSize.Of4K, at: region.Start - 4096).Error);
        Assert.Equal(XvmaError.OutsideRegion, task.TryMapPrivate(4096, PageSize.Of4K, at: region.Last + 1).Error);
        Assert.True(task.TryMapPrivate(4096, PageSize.Of4K, at: region.Start).IsOk);
        Assert.True(task.TryMapPrivate(4096, PageSize.Of4K, at: region.Last - 4095).IsOk);
        task.Gru.Store(region.Start, 1UL);
        task.Gru.Store(region.Last - 7, 2UL);
        Assert.Equal(2UL, task.Gru.Load<ulong>(region.Last - 7));
    }

    [Fact]
    [Trait("Clause", "MAP-2")]
    public void A_start_or_length_off_the_page_size_is_refused()
    {
        var start = AddressLayout.Default.PrivateBase;
        foreach (var size in PageSizeTable.Default.Sizes.Where(size => size < PageSize.Of1T))
        {
            Assert.Equal(XvmaError.Unaligned, task.TryMapPrivate(size.Bytes + 1, size).Error);
            Assert.Equal(XvmaError.Unaligned, task.TryMapPrivate(size.Bytes - 1, size).Error);
            Assert.Equal(XvmaError.Unaligned, task.TryMapPrivate(size.Bytes, size, at: start + (size.Bytes / 2)).Error);
            Assert.Equal(XvmaError.ZeroLength, task.TryMapPrivate(0, size).Error);
            Assert.Equal(XvmaError.TooLong, task.TryMapPrivate(0UL - size.Bytes, size).Error);
        }
    }

    [Fact]
    [Trait("Clause", "PGS-3")]
    public void A_page_size_outside_the_table_is_refused()
    {
        for (var shift = PageSize.MinShift; shift <= PageSize.MaxShift; shift++)
        {
            var size = new PageSize(shift);
            var expected = PageSizeTable.Default.Contains(size) ? XvmaError.None : XvmaError.UnknownPageSize;
            Assert.Equal(expected, task.TryMapPrivate(size.Bytes, size).Error);
        }
    }

    [Fact]
    [Trait("Clause", "PGS-3")]
    public void A_machine_has_the_page_sizes_of_its_table_and_no_others()
    {
        var other = Machine.Create(new() { PageSizes = new(PageSize.Of64K, new PageSize(20)) });
        using var there = other.StartTask(uid: 7);
        Assert.True(there.TryMapPrivate(MiB, new PageSize(20)).IsOk);
        Assert.Equal(XvmaError.UnknownPageSize, there.TryMapPrivate(MiB, PageSize.Of4K).Error);
    }

    [Fact]
    [Trait("Clause", "MAP-3")]
    public void A_map_over_a_mapping_is_refused()
    {
        var there = task.MapPrivate(4 * 65536, PageSize.Of64K, at: AddressLayout.Default.PrivateBase + (4 * 65536));
        for (var first = 0UL; first < 12; first++)
        {
            for (var pages = 1UL; pages <= 12; pages++)
            {
                var wanted = new AddressRange(AddressLayout.Default.PrivateBase + (first * 65536), pages * 65536);
                var result = task.TryMapPrivate(wanted.Length, PageSize.Of64K, at: wanted.Start);
                Assert.Equal(wanted.Overlaps(there.Range) ? XvmaError.Overlap : XvmaError.None, result.Error);
                if (result.IsOk) task.Unmap(wanted);
            }
        }
    }

    [Fact]
    [Trait("Clause", "MAP-4")]
    public void A_map_that_names_no_address_gets_the_lowest_that_is_free()
    {
        var first = task.MapPrivate(2 * 65536, PageSize.Of64K);
        var second = task.MapPrivate(4096, PageSize.Of4K);
        var third = task.MapPrivate(65536, PageSize.Of64K);
        Assert.Equal(AddressLayout.Default.PrivateBase, first.Start);
        Assert.Equal(first.Range.Last + 1, second.Start);
        Assert.Equal(second.Start + 65536, third.Start);
        task.Unmap(first.Range);
        Assert.Equal(first.Start, task.MapPrivate(65536, PageSize.Of64K).Start);
    }

    [Fact]
    [Trait("Clause", "MAP-5")]
    [Trait("Clause", "MAP-6")]
    public void An_unmap_over_several_mappings_and_gaps_takes_what_is_there()
    {
        var start = AddressLayout.Default.PrivateBase;
        for (var i = 0UL; i < 3; i++) task.Gru.Fill(task.MapPrivate(4 * 4096, PageSize.Of4K, at: start + (i * 8 * 4096)).Start, 4 * 4096, (byte)(i + 1));
        task.Unmap(new(start + (2 * 4096), 16 * 4096));
        var left = machine.Snapshot().Tasks[0].Private;
        Assert.Equal([new(start, 8192), new(start + (18 * 4096), 8192)], left.Mappings.Select(mapping => mapping.Range));
        Assert.Equal(4, machine.Snapshot().LiveFrames);
        Assert.Equal(1, task.Gru.Load<byte>(start + 8191));
        Assert.Equal(3, task.Gru.Load<byte>(start + (18 * 4096)));
        Assert.Equal(FaultCause.NotMapped, task.Gru.TryLoad(start + 8192, 1, out _));
    }

    [Fact]
    [Trait("Clause", "MAP-6")]
    public void A_protect_changes_the_rights_of_its_range_only()
    {
        var window = task.MapPrivate(6 * 4096, PageSize.Of4K);
        task.Gru.Fill(window.Start, window.Range.Length, 9);
        task.Unmap(new(window.Start + (2 * 4096), 4096));
        task.Protect(new(window.Start + 4096, 3 * 4096), Rights.Read);

        Assert.Equal(
            [Rights.ReadWrite, Rights.Read, Rights.Read, Rights.ReadWrite],
            machine.Snapshot().Tasks[0].Private.Mappings.Select(mapping => mapping.Rights));
        for (var page = 0UL; page < 6; page++)
        {
            var (read, write) = page switch
            {
                2 => (FaultCause.NotMapped, FaultCause.NotMapped),
                1 or 3 => (FaultCause.None, FaultCause.NotPermitted),
                _ => (FaultCause.None, FaultCause.None),
            };
            Assert.Equal(read, task.Gru.TryLoad(window.Start + (page * 4096), 8, out _));
            Assert.Equal(write, task.Gru.TryStore(window.Start + (page * 4096), 8, 1));
        }
    }

    [Fact]
    [Trait("Clause", "MAP-7")]
    public void A_range_that_cuts_a_page_is_refused()
    {
        var start = AddressLayout.Default.PrivateBase;
        task.MapPrivate(4 * 4096, PageSize.Of4K, at: start);
        task.MapPrivate(65536, PageSize.Of64K, at: start + 65536);
        var before = Picture.Of(machine);
        foreach (var range in new AddressRange[]
            { new(start, 65536 + 4096), new(start + 65536, 4096), new(start + 65536 + 4096, 65536), new(start + 1, 4096), new(start, 100) })
        {
            Assert.Equal(XvmaError.Unaligned, task.TryUnmap(range).Error);
            Assert.Equal(XvmaError.Unaligned, task.TryProtect(range, Rights.Read).Error);
        }

        Assert.Equal(before, Picture.Of(machine));

        // Ends in a gap cut nothing, wherever in a page they are.
        task.Unmap(new(start, (5 * 4096) + 77));
    }

    [Fact]
    [Trait("Clause", "MAP-8")]
    public void An_unmap_of_nothing_is_refused()
    {
        var window = task.MapPrivate(4096, PageSize.Of4K);
        task.Unmap(window.Range);
        Assert.Equal(XvmaError.NotMapped, task.TryUnmap(window.Range).Error);
        Assert.Equal(XvmaError.NotMapped, task.TryProtect(window.Range, Rights.Read).Error);
    }

    [Fact]
    [Trait("Clause", "INV-2")]
    public void Two_tasks_have_different_memory_at_one_private_address()
    {
        using var other = machine.StartTask(uid: 7);
        var mine = task.MapPrivate(4096, PageSize.Of4K);
        var theirs = other.MapPrivate(4096, PageSize.Of4K);
        Assert.Equal(mine, theirs);
        task.Gru.Store(mine.Start, 1UL);
        other.Gru.Store(mine.Start, 2UL);
        Assert.Equal((1UL, 2UL), (task.Gru.Load<ulong>(mine.Start), other.Gru.Load<ulong>(mine.Start)));
    }
}
