using Xvma.Tests.Support;

namespace Xvma.Tests.Mappings;

public sealed class MoveTests : IDisposable
{
    private static readonly PageSize K4 = PageSize.Of4K;
    private static readonly PageSize K64 = PageSize.Of64K;
    private static readonly ExtendedAddress Base = AddressLayout.Default.PrivateBase;
    private readonly Machine machine = Machine.Create();
    private readonly XvmaTask task;

    public MoveTests() => task = machine.StartTask(uid: 7);

    public void Dispose()
    {
        task.Dispose();
        Holds.Nothing(machine);
    }

    [Fact]
    [Trait("Clause", "MAP-15")]
    [Trait("Clause", "MEM-6")]
    public void A_move_takes_mappings_memory_rights_and_gaps_along()
    {
        var large = task.MapPrivate(2 * K64.Bytes, K64, at: Base);
        var small = task.MapPrivate(4 * 4096, K4, Rights.ReadWrite, at: Base + (3 * K64.Bytes));
        for (var at = Base; at < large.Range.Last; at += 4096) task.Gru.Store(at, at.Value);
        task.Gru.Store(small.Start + 4096, 5UL);
        task.Protect(small.Range, Rights.Read);
        var before = machine.Snapshot().Tasks[0].Private;

        // From the middle of the first mapping on.
        var moved = task.Move(new(Base + K64.Bytes, 4 * K64.Bytes), Placement.At(Base + (100 * K64.Bytes)));

        var after = machine.Snapshot().Tasks[0].Private;
        Assert.Equal((Base + (100 * K64.Bytes), 4 * K64.Bytes), (moved.Start, moved.Range.Length));
        Assert.Equal(
            [(Base, K64.Bytes, Rights.ReadWrite), (moved.Start, K64.Bytes, Rights.ReadWrite), (moved.Start + (2 * K64.Bytes), small.Range.Length, Rights.Read)],
            after.Mappings.Select(mapping => (mapping.Range.Start, mapping.Range.Length, mapping.Rights)));
        Assert.Equal(before.Frames.Select(page => page.Frame), after.Frames.Select(page => page.Frame));
        for (var at = 0UL; at < K64.Bytes; at += 4096)
        {
            Assert.Equal((Base + at).Value, task.Gru.Load<ulong>(Base + at));
            Assert.Equal((Base + K64.Bytes + at).Value, task.Gru.Load<ulong>(moved.Start + at));
            Assert.Equal(FaultCause.NotMapped, task.Gru.TryLoad(Base + K64.Bytes + at, 8, out _));
        }

        Assert.Equal(5UL, task.Gru.Load<ulong>(moved.Start + (2 * K64.Bytes) + 4096));
        Assert.Equal(FaultCause.NotPermitted, task.Gru.TryStore(moved.Start + (2 * K64.Bytes), 8, 1));
        Assert.Equal(FaultCause.NotMapped, task.Gru.TryLoad(small.Start, 8, out _));
    }

    [Fact]
    [Trait("Clause", "MAP-15")]
    public void A_move_back_and_forth_keeps_what_is_there_and_what_comes_after_it()
    {
        var window = task.MapPrivate(600 * 4096, K4);
        foreach (var page in new[] { 0UL, 1UL, 511UL, 512UL, 599UL }) task.Gru.Store(window.Start + (page * 4096), page + 1);
        for (var round = 0; round < 4; round++) window = task.Move(window.Range);
        foreach (var page in new[] { 0UL, 1UL, 511UL, 512UL, 599UL }) Assert.Equal(page + 1, task.Gru.Load<ulong>(window.Start + (page * 4096)));
        Assert.Equal(0UL, task.Gru.Load<ulong>(window.Start + (300 * 4096)));
        Assert.Equal(6, machine.Snapshot().LiveFrames);
    }

    [Fact]
    [Trait("Clause", "MAP-15")]
    [Trait("Clause", "SHM-5")]
    public void A_member_moves_for_all()
    {
        using var other = machine.StartTask(uid: 7);
        other.Join(task.CreateSharedXmm());
        var window = task.MapShared(K64.Bytes, K64);
        task.Gru.Store(window.Start, 7UL);
        Assert.Equal(7UL, other.Gru.Load<ulong>(window.Start));
        var moved = other.Move(window.Range, Placement.Near(window.Start + (7 * K64.Bytes)));
        Assert.Equal((7UL, 7UL), (task.Gru.Load<ulong>(moved.Start), other.Gru.Load<ulong>(moved.Start)));
        Assert.Equal(FaultCause.NotMapped, task.Gru.TryLoad(window.Start, 8, out _));
        Assert.Equal(FaultCause.NotMapped, other.Gru.TryLoad(window.Start, 8, out _));
    }

    [Fact]
    [Trait("Clause", "MAP-15")]
    public void A_move_onto_anything_is_refused()
    {
        var window = task.MapPrivate(4 * K64.Bytes, K64);
        var other = task.MapPrivate(K64.Bytes, K64, at: window.Start + (8 * K64.Bytes));
        task.Gru.Store(window.Start, 7UL);
        var before = Picture.Of(machine);
        foreach (var to in new[] { window.Start, window.Start + K64.Bytes, other.Start, other.Start - (3 * K64.Bytes) })
        {
            Assert.Equal(XvmaError.Overlap, task.TryMove(window.Range, Placement.At(to)).Error);
            Assert.Equal(XvmaError.Overlap, task.TryMove(window.Range, Placement.Over(to)).Error);
        }

        Assert.Equal(before, Picture.Of(machine));
    }
}
