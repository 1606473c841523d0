using System.Numerics;
using Xvma.Tests.Support;

namespace Xvma.Tests.Instructions;

/// <summary>Vector instructions against what the same accesses one by one do.</summary>
public sealed class VectorTests : IDisposable
{
    private const ulong Page = 4096;

    private readonly Machine machine = Machine.Create();
    private readonly XvmaTask task;
    private readonly ExtendedAddress start;

    public VectorTests()
    {
        task = machine.StartTask(uid: 7);
        start = task.MapPrivate(64 * Page, PageSize.Of4K).Start;
    }

    public static TheoryData<long> Strides => [1, 2, 3, 7, 511, 513, 1000, 0, -1, -5, -700];

    private Gru Gru => task.Gru;

    public void Dispose()
    {
        task.Dispose();
        Holds.Nothing(machine);
    }

    [Theory]
    [MemberData(nameof(Strides))]
    [Trait("Clause", "INS-12")]
    public void A_strided_vector_is_its_elements_one_by_one(long stride)
    {
        AsOneByOne<byte>(stride);
        AsOneByOne<short>(stride);
        AsOneByOne<uint>(stride);
        AsOneByOne<long>(stride);
    }

    [Fact]
    [Trait("Clause", "INS-12")]
    public void An_indexed_vector_is_its_elements_one_by_one()
    {
        var random = new Random(5);
        for (var round = 0; round < 20; round++)
        {
            var middle = start + (8 * Page);
            var indices = Enumerable.Range(0, 100).Select(_ => (long)random.Next(-4000, 4000)).ToArray();
            var values = indices.Select(_ => random.NextInt64()).ToArray();
            var into = new long[indices.Length];

            Gru.Scatter(middle, indices, (ReadOnlySpan<long>)values);
            Gru.Gather(middle, indices, into.AsSpan());

            var last = indices.Zip(values).GroupBy(pair => pair.First).ToDictionary(pair => pair.Key, pair => pair.Last().Second);
            Assert.All(indices.Zip(into), pair => Assert.Equal(last[pair.First], pair.Second));
            Assert.All(last, pair => Assert.Equal(pair.Value, Gru.Load<long>(new(middle.Value + (ulong)(pair.Key * 8)))));
            Assert.Equal(FaultCause.None, Gru.TrySetIndexed(middle, indices, -3L, out var set));
            Assert.Equal(indices.Length, set);
            Gru.Gather(middle, indices, into.AsSpan());
            Assert.All(into, value => Assert.Equal(-3, value));
        }
    }

    [Fact]
    [Trait("Clause", "INS-12")]
    [Trait("Clause", "INS-11")]
    public void A_vector_that_meets_a_hole_has_done_the_elements_before_it_and_its_slot_goes_on()
    {
        task.Unmap(new(start + (2 * Page), Page));
        var values = Enumerable.Range(1, 2000).ToArray();

        Assert.Equal(FaultCause.NotMapped, Gru.TryStoreVector<int>(start + 4, values, out var stored, stride: 2));
        Assert.Equal(1024, stored);
        Assert.Equal(1024, Gru.Load<int>(start + (2 * Page) - 4));
        Assert.Equal(0UL, Gru.Load<ulong>(start + (3 * Page)));

        var into = new int[2000];
        Assert.Equal(FaultCause.NotMapped, Gru.TryLoadVector(start + 4, into.AsSpan(), out var loaded, stride: 2));
        Assert.Equal(1024, loaded);
        Assert.Equal(values[..1024], into[..1024]);
        Assert.All(into[1024..], value => Assert.Equal(0, value));

        Assert.Equal(FaultCause.NotMapped, Gru.TrySetVector(start + (3 * Page), 9L, 10_000, out var set, stride: -1));
        Assert.Equal(1, set);
        Assert.Equal(FaultCause.NotMapped, Gru.TryGather(start, [0, 512, 1023, 1024, 0], new long[5], out var gathered));
        Assert.Equal(3, gathered);
        Assert.Equal(FaultCause.NotMapped, Gru.TryScatter(start, [0, 1024, 1], [11L, 12, 13], out var scattered));
        Assert.Equal((1, 11L), (scattered, Gru.Load<long>(start)));
        Assert.NotEqual(13, Gru.Load<long>(start + 8));
        Assert.Equal(FaultCause.NotMapped, Gru.TryFlush(start, 2000, out var flushed));
        Assert.Equal(1024, flushed);

        var at = new List<ExtendedAddress>
        {
            Assert.Throws<GruException>(() => Gru.LoadVector(start, new long[2000])).Address,
            Assert.Throws<GruException>(() => Gru.StoreVector<long>(start, new long[2000])).Address,
            Assert.Throws<GruException>(() => Gru.Gather(start, [0, 1024], new long[2])).Address,
            Assert.Throws<GruException>(() => Gru.Scatter(start, [0, 1024], [1L, 2])).Address,
        };
        Assert.All(at, address => Assert.Equal(start + (2 * Page), address));
        Gru.Store(start, 1);
    }

    [Fact]
    [Trait("Clause", "INS-10")]
    [Trait("Clause", "INS-12")]
    public void A_vector_stops_where_the_rights_do()
    {
        task.Protect(new(start + Page, Page), Rights.Read);
        task.Protect(new(start + (2 * Page), Page), Rights.None);
        Assert.Equal(FaultCause.NotPermitted, Gru.TrySetVector(start, 5L, 1024, out var set));
        Assert.Equal(512, set);
        Assert.Equal(FaultCause.NotPermitted, Gru.TryStoreVector<long>(start, new long[600], out var stored));
        Assert.Equal(512, stored);
        Assert.Equal(FaultCause.NotPermitted, Gru.TryLoadVector(start, new long[2000].AsSpan(), out var loaded));
        Assert.Equal(1024, loaded);
        Assert.Equal(FaultCause.NotPermitted, Gru.TrySetIndexed(start, [0, 513], 1L, out set));
        Assert.Equal(1, set);
        task.Protect(new(start + Page, 2 * Page), Rights.ReadWrite);
        Assert.Equal(FaultCause.None, Gru.TrySetVector(start, 5L, 1024, out set));
        Assert.Equal(1024, set);
    }

    [Fact]
    [Trait("Clause", "INS-2")]
    [Trait("Clause", "INS-12")]
    public void A_vector_of_wrong_operands_is_refused_before_any_element_is_accessed()
    {
        Gru.Store(start, 77UL);
        var into = new long[4];
        Assert.Equal(FaultCause.BadLength, Gru.TryLoadVector(start, Span<long>.Empty, out var done));
        Assert.Equal(FaultCause.BadLength, Gru.TrySetVector(start, 1L, 0, out _));
        Assert.Equal(FaultCause.BadLength, Gru.TrySetVector(start, 1L, -1, out _));
        Assert.Equal(FaultCause.BadLength, Gru.TrySetVector(start, (Int128)1, 1, out _));
        Assert.Equal(FaultCause.BadLength, Gru.TryFlush(start, 1, out _, width: 3));
        Assert.Equal(FaultCause.BadLength, Gru.TryGather(start, [0, 1, 2], into.AsSpan(), out _));
        Assert.Equal(FaultCause.BadLength, Gru.TryScatter<long>(start, [0, 1, 2, 3, 4], into, out _));
        Assert.Equal(FaultCause.BadLength, Gru.TrySetIndexed(start, [], 1L, out _));
        Assert.Equal(FaultCause.BadLength, Gru.TryLoadVector(start, into.AsSpan(), out _, stride: long.MaxValue));
        Assert.Equal(FaultCause.BadLength, Gru.TryLoadVector(start, into.AsSpan(), out _, stride: long.MinValue));
        Assert.Equal(FaultCause.BadLength, Gru.TryStoreVector<long>(start, into, out _, stride: -(long)(start.Value / 8)));
        Assert.Equal(FaultCause.BadLength, Gru.TrySetIndexed(start, [0, long.MinValue], 1L, out _));
        Assert.Equal(FaultCause.BadLength, Gru.TrySetIndexed(start, [0, (long)((ulong.MaxValue - start.Value) / 8) + 1], 1L, out _));
        Assert.Equal(FaultCause.None, Gru.TryLoadVector(start, into.AsSpan(0, 1), out _, stride: long.MaxValue)); // of one, the stride does not count
        foreach (var off in new ulong[] { 1, 2, 4, 7 })
        {
            Assert.Equal(FaultCause.Unaligned, Gru.TryLoadVector(start + off, into.AsSpan(), out _));
            Assert.Equal(FaultCause.Unaligned, Gru.TryScatter<long>(start + off, [0, 1, 2, 3], into, out _));
        }

        Assert.Equal((0, 77UL), (done, Gru.Load<ulong>(start)));
    }

    [Fact]
    [Trait("Clause", "ADR-3")]
    [Trait("Clause", "INS-12")]
    public void A_vector_that_leaves_its_region_ends_there()
    {
        var layout = AddressLayout.Default;
        Assert.Equal(layout.PrivateBase, start);
        Assert.Equal(FaultCause.Hole, Gru.TryLoadVector(start + 16, new long[5].AsSpan(), out var loaded, stride: -1));
        Assert.Equal(3, loaded);
        Assert.Equal(FaultCause.ProcessorAddress, Gru.TryGather(start, [0, -(long)(layout.PrivateBase.Value / 8)], new long[2], out loaded));
        Assert.Equal(1, loaded);
    }

    [Fact]
    [Trait("Clause", "INS-12")]
    public void A_vector_crosses_page_sizes_and_is_longer_than_a_piece()
    {
        var at = new ExtendedAddress(1UL << 60);
        task.MapPrivate(1 << 21, PageSize.Of2M, at: at);
        task.MapPrivate(16 * Page, PageSize.Of64K, at: at + (1 << 21));
        var values = Enumerable.Range(0, ((1 << 21) + 50_000) / 4).ToArray();
        Gru.StoreVector<int>(at, values);
        var into = new int[values.Length];
        Gru.LoadVector(at, into.AsSpan());
        Assert.Equal(values, into);
        task.Unmap(new(at, (1 << 21) + (16 * Page)));
    }

    [Fact]
    [Trait("Clause", "INS-3")]
    [Trait("Clause", "INS-12")]
    public void Elements_are_never_seen_by_halves()
    {
        using var second = task.OpenGru();
        var (full, none, seen) = (Enumerable.Repeat(-1L, 600).ToArray(), new long[600], new long[600]);
        Running.Together(
            () =>
            {
                for (var i = 0; i < 300; i++) Gru.StoreVector<long>(start, i % 2 == 0 ? full : none);
            },
            () =>
            {
                for (var i = 0; i < 300; i++)
                {
                    second.LoadVector(start, seen.AsSpan());
                    Assert.All(seen, value => Assert.True(value is 0 or -1));
                }
            });
    }

    [Fact]
    [Trait("Clause", "INS-9")]
    public void A_vector_of_a_dead_task_or_a_closed_slot_ends_in_an_exception()
    {
        var second = task.OpenGru();
        second.Dispose();
        Assert.Equal(FaultCause.TaskGone, second.TrySetVector(start, 1L, 1, out _));
        Gru.Store(start, 1UL);
        task.Exit();
        Assert.Equal(FaultCause.TaskGone, Gru.TryLoadVector(start, new long[3].AsSpan(), out var loaded));
        Assert.Equal(FaultCause.TaskGone, Gru.TryFlush(start, 1, out _));
        Assert.Equal(0, loaded);
    }

    private void AsOneByOne<T>(long stride)
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
    {
        var width = System.Runtime.CompilerServices.Unsafe.SizeOf<T>();
        const int Count = 11;
        var first = start + (32 * Page) - 8;
        Gru.Fill(start, 64 * Page, 0xEE);
        var values = Enumerable.Range(1, Count).Select(number => T.CreateTruncating(number * 0x0123_4567_89AB_CDEFL)).ToArray();
        Gru.StoreVector<T>(first, values, stride);
        for (var i = 0; i < Count; i++)
        {
            var at = new ExtendedAddress(first.Value + (ulong)(i * stride * width));
            Assert.Equal(values[stride == 0 ? Count - 1 : i], Gru.Load<T>(at));
        }

        var into = new T[Count];
        Assert.Equal(FaultCause.None, Gru.TryLoadVector(first, into.AsSpan(), out var loaded, stride));
        Assert.Equal(Count, loaded);
        Assert.Equal(stride == 0 ? [.. Enumerable.Repeat(values[^1], Count)] : values, into);

        // Nothing but the elements was written.
        if (stride > 1) Assert.Equal(0xEE, Gru.Load<byte>(first + (ulong)width));
        Assert.Equal(FaultCause.None, Gru.TrySetVector(first, T.MaxValue, Count, out var set, stride));
        Assert.Equal(Count, set);
        Gru.LoadVector(first, into.AsSpan(), stride);
        Assert.All(into, value => Assert.Equal(T.MaxValue, value));
        Assert.Equal(FaultCause.None, Gru.TryFlush(first, Count, out var flushed, width, stride));
        Assert.Equal(Count, flushed);
    }
}
