using Xvma.Tests.Support;
using static Xvma.ByteUnits;

namespace Xvma.Tests.Spaces;

public sealed class SharedMappingTests : IDisposable
{
    private readonly Machine machine = Machine.Create();
    private readonly XvmaTask one;
    private readonly XvmaTask two;
    private readonly GroupId group;

    public SharedMappingTests()
    {
        one = machine.StartTask(uid: 7);
        two = machine.StartTask(uid: 7);
        group = one.CreateSharedXmm();
        two.Join(group);
    }

    public void Dispose()
    {
        one.Dispose();
        two.Dispose();
        Holds.Nothing(machine);
    }

    [Fact]
    [Trait("Clause", "SHM-1")]
    public void A_task_without_a_group_cannot_map_shared()
    {
        using var loner = machine.StartTask(uid: 7);
        Assert.Equal(XvmaError.NotAMember, loner.TryMapShared(4096, PageSize.Of4K).Error);
        Assert.Equal(XvmaError.NotAMember, loner.TryUnmap(new(AddressLayout.Default.SharedBase, 4096)).Error);
        Assert.Equal(XvmaError.NotAMember, loner.TryProtect(new(AddressLayout.Default.SharedBase, 4096), Rights.Read).Error);
    }

    [Fact]
    [Trait("Clause", "SHM-2")]
    [Trait("Clause", "INV-3")]
    public void What_one_member_writes_another_reads_at_the_same_address()
    {
        var window = one.MapShared(2 * MiB, PageSize.Of2M);
        two.Gru.Store(window.Start + 8, 42UL);
        Assert.Equal(42UL, one.Gru.Load<ulong>(window.Start + 8));
        var translations = machine.Snapshot().Chiplets.SelectMany(chiplet => chiplet.Translations).ToArray();
        Assert.Equal([one.Id, two.Id], translations.Select(translation => translation.Task).Order());
        Assert.Single(translations.Select(translation => (translation.Page, translation.Frame, translation.Rights)).Distinct());
    }

    [Fact]
    [Trait("Clause", "SHM-3")]
    public void A_member_unmaps_what_another_mapped()
    {
        var window = one.MapShared(4096, PageSize.Of4K);
        one.Gru.Store(window.Start, 1UL);
        two.Gru.Store(window.Start, 1UL);
        two.Protect(window.Range, Rights.Read);
        Assert.Equal(FaultCause.NotPermitted, one.Gru.TryStore(window.Start, 8, 2));
        two.Unmap(window.Range);
        Assert.Equal(FaultCause.NotMapped, one.Gru.TryLoad(window.Start, 8, out _));
        Assert.Equal(XvmaError.NotMapped, one.TryUnmap(window.Range).Error);
        Assert.Equal(0, machine.Snapshot().LiveFrames);
    }

    [Fact]
    [Trait("Clause", "SHM-4")]
    public void A_mapping_outlives_the_member_that_made_it()
    {
        var window = one.MapShared(4096, PageSize.Of4K);
        one.Gru.Store(window.Start, 11UL);
        one.Exit();
        Assert.Equal(11UL, two.Gru.Load<ulong>(window.Start));
        two.Leave();
        Assert.Equal(0, machine.Snapshot().LiveFrames);
    }

    [Fact]
    [Trait("Clause", "SHM-5")]
    public void A_private_address_cannot_be_mapped_shared()
    {
        Assert.Equal(XvmaError.OutsideRegion, one.TryMapShared(4096, PageSize.Of4K, at: AddressLayout.Default.SharedBase - 4096).Error);
        Assert.Equal(AddressLayout.Default.SharedBase, one.MapShared(4096, PageSize.Of4K).Start);
    }

    [Fact]
    [Trait("Clause", "SHM-5")]
    [Trait("Clause", "ADR-5")]
    public void The_last_page_of_the_address_space_can_be_mapped_and_used()
    {
        var last = new ExtendedAddress(0UL - PageSize.Of64K.Bytes);
        var window = one.MapShared(PageSize.Of64K.Bytes, PageSize.Of64K, at: last);
        two.Gru.Store(ExtendedAddress.Max - 7, 77UL);
        Assert.Equal(77UL, one.Gru.Load<ulong>(ExtendedAddress.Max - 7));
        one.Gru.Fill(last, PageSize.Of64K.Bytes, 1);
        two.Gru.Copy(last, last + 1024, 1024);
        Assert.Equal(FaultCause.BadLength, one.Gru.TryFill(last, PageSize.Of64K.Bytes + 1, 1, out _));
        two.Unmap(window.Range);
    }

    [Fact]
    [Trait("Clause", "SHM-6")]
    public void A_latecomer_reads_what_was_written_before_it_joined()
    {
        var window = one.MapShared(3 * 65536, PageSize.Of64K);
        for (var page = 0UL; page < 3; page++) one.Gru.Store(window.Start + (page * 65536), page + 1);
        using var late = machine.StartTask(uid: 7);
        late.Join(group);
        for (var page = 0UL; page < 3; page++) Assert.Equal(page + 1, late.Gru.Load<ulong>(window.Start + (page * 65536)));
    }

    [Fact]
    [Trait("Clause", "INV-2")]
    public void Two_groups_have_different_memory_at_one_shared_address()
    {
        using var other = machine.StartTask(uid: 7);
        other.CreateSharedXmm();
        var mine = one.MapShared(4096, PageSize.Of4K);
        var theirs = other.MapShared(4096, PageSize.Of4K);
        Assert.Equal(mine, theirs);
        two.Gru.Store(mine.Start, 1UL);
        other.Gru.Store(mine.Start, 2UL);
        Assert.Equal((1UL, 2UL), (one.Gru.Load<ulong>(mine.Start), other.Gru.Load<ulong>(mine.Start)));
    }

    [Fact]
    [Trait("Clause", "MAP-8")]
    [Trait("Clause", "SHM-3")]
    public void Of_two_members_that_remove_one_mapping_exactly_one_succeeds()
    {
        for (var round = 0; round < 300; round++)
        {
            var window = one.MapShared(4096, PageSize.Of4K);
            one.Gru.Store(window.Start, 1UL);
            var results = new Result[2];
            Running.Together(() => results[0] = one.TryUnmap(window.Range), () => results[1] = two.TryUnmap(window.Range));
            Assert.Equal([XvmaError.None, XvmaError.NotMapped], results.Select(result => result.Error).Order());
            Assert.Equal(0, machine.Snapshot().LiveFrames);
        }
    }
}
