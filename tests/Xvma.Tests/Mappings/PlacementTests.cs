using Xvma.Tests.Support;

namespace Xvma.Tests.Mappings;

public sealed class PlacementTests : IDisposable
{
    private static readonly PageSize K64 = PageSize.Of64K;
    private static readonly ExtendedAddress Base = AddressLayout.Default.PrivateBase;
    private readonly Machine machine = Machine.Create();
    private readonly XvmaTask task;

    public PlacementTests() => task = machine.StartTask(uid: 7);

    public void Dispose()
    {
        task.Dispose();
        Holds.Nothing(machine);
    }

    [Fact]
    [Trait("Clause", "MAP-12")]
    public void A_hint_is_taken_where_it_is_free()
    {
        var wanted = Base + (100 * K64.Bytes);
        Assert.Equal(wanted, task.MapPrivate(2 * K64.Bytes, K64, at: Placement.Near(wanted)).Start);
    }

    [Fact]
    [Trait("Clause", "MAP-12")]
    public void A_hint_that_cannot_be_taken_is_as_none()
    {
        var there = task.MapPrivate(4 * K64.Bytes, K64, at: Base + (8 * K64.Bytes));
        var next = Base;
        foreach (var hint in new[]
            { there.Start, there.Start - K64.Bytes, there.Start + (3 * K64.Bytes), there.Start + 4096, Base - K64.Bytes, new(0), new(ulong.MaxValue - 4095), AddressLayout.Default.SharedBase })
        {
            var mapped = task.MapPrivate(2 * K64.Bytes, K64, at: Placement.Near(hint));
            Assert.Equal(next, mapped.Start);
            next = mapped.Range.Last + 1 == there.Start ? there.Range.Last + 1 : mapped.Range.Last + 1;
        }
    }

    [Fact]
    [Trait("Clause", "MAP-3")]
    [Trait("Clause", "MAP-12")]
    public void An_exact_address_is_taken_or_refused()
    {
        var there = task.MapPrivate(K64.Bytes, K64, at: Placement.At(Base + K64.Bytes));
        Assert.Equal(XvmaError.Overlap, task.TryMapPrivate(2 * K64.Bytes, K64, at: Base).Error);
        Assert.Equal(Base, task.MapPrivate(K64.Bytes, K64, at: there.Start - K64.Bytes).Start);
    }

    [Fact]
    [Trait("Clause", "MAP-13")]
    public void A_map_over_others_takes_their_place_and_gives_their_memory_back()
    {
        var window = task.MapPrivate(6 * K64.Bytes, K64);
        for (var page = 0UL; page < 6; page++) task.Gru.Store(window.Start + (page * K64.Bytes), 10 + page);
        task.Unmap(new(window.Start + (3 * K64.Bytes), K64.Bytes));

        var over = task.MapPrivate(3 * K64.Bytes, K64, at: Placement.Over(window.Start + (2 * K64.Bytes)));

        Assert.Equal(window.Start + (2 * K64.Bytes), over.Start);
        Assert.Equal(3, machine.Snapshot().LiveFrames);
        var found = Enumerable.Range(0, 6).Select(page => task.Gru.Load<ulong>(window.Start + ((ulong)page * K64.Bytes)));
        Assert.Equal([10, 11, 0, 0, 0, 15], found);
        Assert.Equal(3, machine.Snapshot().Tasks[0].Private.Mappings.Length);
    }

    [Fact]
    [Trait("Clause", "MAP-13")]
    public void A_map_over_nothing_is_an_ordinary_one()
    {
        var mapped = task.MapPrivate(K64.Bytes, K64, at: Placement.Over(Base + K64.Bytes));
        Assert.Equal((Base + K64.Bytes, 0UL), (mapped.Start, task.Gru.Load<ulong>(mapped.Start)));
    }

    [Fact]
    [Trait("Clause", "MAP-13")]
    [Trait("Clause", "SHM-5")]
    public void A_member_maps_over_what_another_mapped_and_all_see_the_new()
    {
        using var other = machine.StartTask(uid: 7);
        other.Join(task.CreateSharedXmm());
        var window = task.MapShared(K64.Bytes, K64);
        task.Gru.Store(window.Start, 7UL);
        other.MapShared(K64.Bytes, K64, at: Placement.Over(window.Start));
        Assert.Equal((0UL, 0UL), (task.Gru.Load<ulong>(window.Start), other.Gru.Load<ulong>(window.Start)));
    }
}
