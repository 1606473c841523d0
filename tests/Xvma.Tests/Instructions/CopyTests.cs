using Xvma.Tests.Support;
using static Xvma.ByteUnits;

namespace Xvma.Tests.Instructions;

public sealed class CopyTests : IDisposable
{
    private readonly Machine machine = Machine.Create();
    private readonly XvmaTask task;

    public CopyTests() => task = machine.StartTask(uid: 7);

    private Gru Gru => task.Gru;

    public void Dispose()
    {
        task.Dispose();
        Holds.Nothing(machine);
    }

    [Theory]
    [InlineData(12, 12, 0, 0, 3 * 4096)]
    [InlineData(12, 16, 5, 77, 200_000)]
    [InlineData(16, 12, 65_535, 4095, 100_001)]
    [InlineData(21, 12, 1, 0, 700_000)]
    [InlineData(12, 21, 0, 3, 700_000)]
    [InlineData(18, 19, 262_143, 524_287, 2)]
    [InlineData(40, 21, 12_345, 54_321, 1_000_000)]
    [Trait("Clause", "INS-5")]
    [Trait("Clause", "PGS-5")]
    public void A_copy_crosses_pages_and_page_sizes(int fromShift, int toShift, int fromOffset, int toOffset, int bytes)
    {
        var from = Map(fromShift, fromOffset + bytes).Start + (ulong)fromOffset;
        var to = Map(toShift, toOffset + bytes).Start + (ulong)toOffset;
        for (var i = 0; i < bytes; i++) Gru.Store(from + (ulong)i, ByteAt(i));

        Assert.Equal(FaultCause.None, Gru.TryCopy(from, to, (ulong)bytes, out var copied));

        Assert.Equal((ulong)bytes, copied);
        for (var i = 0; i < bytes; i++)
        {
            if (Gru.Load<byte>(to + (ulong)i) != ByteAt(i)) Assert.Fail($"byte {i} of {bytes} is wrong");
        }

        if (toOffset > 0) Assert.Equal(0, Gru.Load<byte>(to - 1));
        static byte ByteAt(int i) => (byte)((i * 7) + (i >> 8) + 1);
    }

    [Fact]
    [Trait("Clause", "INS-5")]
    public void A_copy_goes_between_the_private_and_the_shared_region()
    {
        using var other = machine.StartTask(uid: 7);
        other.Join(task.CreateSharedXmm());
        var own = task.MapPrivate(MiB, PageSize.Of64K);
        var shared = task.MapShared(MiB, PageSize.Of256K);
        var theirs = other.MapPrivate(MiB, PageSize.Of4K);
        for (var at = 0UL; at < MiB; at += 4096) Gru.Store(own.Start + at, at + 1);
        Gru.Copy(own.Start, shared.Start, MiB);
        other.Gru.Copy(shared.Start, theirs.Start, MiB);
        for (var at = 0UL; at < MiB; at += 4096) Assert.Equal(at + 1, other.Gru.Load<ulong>(theirs.Start + at));
    }

    [Fact]
    [Trait("Clause", "INS-5")]
    public void A_fill_stops_where_the_mapping_does()
    {
        var window = task.MapPrivate(4 * 4096, PageSize.Of4K);
        task.Unmap(new(window.Start + (2 * 4096), 4096));
        Assert.Equal(FaultCause.NotMapped, Gru.TryFill(window.Start + 1, 3 * 4096, 7, out var filled));
        Assert.Equal((2UL * 4096) - 1, filled);
        Assert.Equal(((byte)0, (byte)7, (byte)7), (Gru.Load<byte>(window.Start), Gru.Load<byte>(window.Start + 1), Gru.Load<byte>(window.Start + 8191)));
        Assert.Equal(0UL, Gru.Load<ulong>(window.Start + (3 * 4096)));
        var thrown = Assert.Throws<GruException>(() => Gru.Fill(window.Start + 1, 3 * 4096, 7));
        Assert.Equal(window.Start + 8192, thrown.Address);
    }

    [Fact]
    [Trait("Clause", "INS-2")]
    public void A_copy_or_fill_of_nothing_or_past_the_end_of_all_addresses_is_refused()
    {
        var start = task.MapPrivate(4096, PageSize.Of4K).Start;
        foreach (var bytes in new[] { 0UL, 1UL << 63, ulong.MaxValue })
        {
            var low = bytes == 1UL << 63 ? new ExtendedAddress((1UL << 63) + 1) : start;
            Assert.Equal(FaultCause.BadLength, Gru.TryCopy(low, start, bytes, out var copied));
            Assert.Equal(FaultCause.BadLength, Gru.TryCopy(start, low, bytes, out _));
            Assert.Equal(FaultCause.BadLength, Gru.TryFill(low, bytes, 1, out var filled));
            Assert.Equal((0UL, 0UL), (copied, filled));
        }

        Assert.Equal(FaultCause.BadLength, Assert.Throws<GruException>(() => Gru.Fill(ExtendedAddress.Max, 2, 1)).Cause);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(4096)]
    [InlineData(300_000)]
    [Trait("Clause", "INS-5")]
    public void A_copy_down_may_overlap_by_any_distance(int distance)
    {
        const int Bytes = 900_000;
        foreach (var size in new[] { PageSize.Of4K, PageSize.Of2M })
        {
            var start = Map(size.Shift, Bytes + distance).Start;
            for (var i = 0; i < (Bytes + distance) / 4; i++) Gru.Store(start + (4 * (ulong)i), i);
            var before = new byte[Bytes];
            for (var i = 0; i < Bytes; i += 999) before[i] = Gru.Load<byte>(start + (ulong)(i + distance));
            Gru.Copy(start + (ulong)distance, start, Bytes);
            for (var i = 0; i < Bytes; i += 999) Assert.Equal(before[i], Gru.Load<byte>(start + (ulong)i));
        }
    }

    [Fact]
    [Trait("Clause", "INS-5")]
    public void A_copy_with_two_operands_in_one_set_of_a_tiny_tlb_comes_to_an_end()
    {
        var tiny = Machine.Create(new() { Chiplets = 1, TlbSets = 1, TlbWays = 2 });
        using var there = tiny.StartTask(uid: 7);
        var from = there.MapPrivate(16 * 4096, PageSize.Of4K);
        var to = there.MapPrivate(16 * 4096, PageSize.Of4K);
        there.Gru.Fill(from.Start, from.Range.Length, 3);
        there.Gru.Copy(from.Start, to.Start, to.Range.Length);
        for (var page = 0UL; page < 16; page++) Assert.Equal((byte)3, there.Gru.Load<byte>(to.Start + (page * 4096)));
    }

    private Window Map(int shift, int bytes)
    {
        var size = new PageSize(shift);
        return task.MapPrivate(((ulong)bytes + size.Bytes - 1) / size.Bytes * size.Bytes, size);
    }
}
