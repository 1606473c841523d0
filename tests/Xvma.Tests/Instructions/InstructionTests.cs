using Xvma.Tests.Support;

namespace Xvma.Tests.Instructions;

public sealed class InstructionTests : IDisposable
{
    private const ulong Pattern = 0xF1E2_D3C4_B5A6_9788;

    private readonly Machine machine = Machine.Create();
    private readonly XvmaTask task;
    private readonly ExtendedAddress start;

    public InstructionTests()
    {
        task = machine.StartTask(uid: 7);
        start = task.MapPrivate(4 * 4096, PageSize.Of4K).Start;
    }

    public static TheoryData<int> Widths => [1, 2, 4, 8];

    private Gru Gru => task.Gru;

    public void Dispose()
    {
        task.Dispose();
        Holds.Nothing(machine);
    }

    [Theory]
    [MemberData(nameof(Widths))]
    [Trait("Clause", "INS-2")]
    [Trait("Clause", "INS-4")]
    public void Every_instruction_does_what_its_name_says_at_every_width(int width)
    {
        var mask = ulong.MaxValue >> (64 - (8 * width));
        var at = start + 64;
        Gru.Fill(start, 4096, 0xEE);

        Assert.Equal(FaultCause.None, Gru.TryStore(at, width, Pattern));
        Assert.Equal(FaultCause.None, Gru.TryLoad(at, width, out var loaded));
        Assert.Equal(Pattern & mask, loaded);
        var around = 0xEEEE_EEEE_EEEE_EEEE & ~(width == 8 ? ulong.MaxValue : mask);
        Assert.Equal(around | (Pattern & mask), Gru.Load<ulong>(at));
        Assert.Equal((byte)0xEE, Gru.Load<byte>(at - 1));
        Assert.Equal((byte)0xEE, Gru.Load<byte>(at + (ulong)width));

        var expected = width < 4 ? FaultCause.BadLength : FaultCause.None;
        Assert.Equal(expected, Gru.TryFetchAdd(at, width, mask, out var old));
        Assert.Equal(expected, Gru.TrySwap(at, width, 5, out var second));
        Assert.Equal(expected, Gru.TryCompareAndSwap(at, width, 4, 6, out var third));
        Assert.Equal(expected, Gru.TryCompareAndSwap(at, width, 5, 7, out var fourth));
        Assert.Equal(expected, Gru.TryFetchXor(at, width, mask, out var xored));
        Assert.Equal(expected, Gru.TryFetchAnd(at, width, 0b1_1100, out var anded));
        Assert.Equal(expected, Gru.TryFetchOr(at, width, 0b11, out var ored));
        Assert.Equal(expected, Gru.TryFetchIncrement(at, width, out var increased));
        Assert.Equal(expected, Gru.TryFetchDecrement(at, width, out var decreased));
        if (width < 4) return;
        Assert.Equal((Pattern & mask, (Pattern - 1) & mask, 5UL, 5UL), (old, second, third, fourth));
        Assert.Equal((7UL, ~7UL & mask, 24UL, 27UL, 28UL), (xored, anded, ored, increased, decreased));
        Assert.Equal(around | 27, Gru.Load<ulong>(at));
    }

    [Fact]
    [Trait("Clause", "INS-2")]
    public void The_typed_forms_do_the_same()
    {
        Gru.Store<byte>(start, 0xFF);
        Gru.Store<ushort>(start + 2, 0xFEDC);
        Gru.Store(start + 4, -2);
        Gru.Store(start + 8, long.MinValue);
        Assert.Equal((-1, (short)-292), (Gru.Load<sbyte>(start), Gru.Load<short>(start + 2)));
        Assert.Equal(-2, Gru.FetchAdd(start + 4, 3));
        Assert.Equal(1, Gru.Swap(start + 4, int.MaxValue));
        Assert.Equal(int.MaxValue, Gru.CompareAndSwap(start + 4, 0, 1));
        Assert.Equal(int.MaxValue, Gru.CompareAndSwap(start + 4, int.MaxValue, -1));
        Assert.Equal(-1, Gru.Load<int>(start + 4));
        Assert.Equal(long.MinValue, Gru.FetchAdd(start + 8, -1L));
        Assert.Equal(long.MaxValue, Gru.Load<long>(start + 8));
        Assert.Equal(-1, Gru.FetchAnd(start + 4, 0b1100));
        Assert.Equal(12, Gru.FetchOr(start + 4, 0b0011));
        Assert.Equal(15, Gru.FetchXor(start + 4, -1));
        Assert.Equal(-16, Gru.FetchIncrement<int>(start + 4));
        Assert.Equal(-15, Gru.FetchDecrement<int>(start + 4));
        Assert.Equal(uint.MaxValue - 15, Gru.FetchDecrement<uint>(start + 4));
        Assert.Equal(-17, Gru.Load<int>(start + 4));
    }

    [Fact]
    [Trait("Clause", "INS-2")]
    public void An_operand_off_its_width_ends_in_an_exception()
    {
        foreach (var width in new[] { 2, 4, 8 })
        {
            for (var off = 1UL; off < (ulong)width; off++)
            {
                Assert.Equal(FaultCause.Unaligned, Gru.TryLoad(start + off, width, out _));
                Assert.Equal(FaultCause.Unaligned, Gru.TryStore(start + off, width, 1));
                if (width >= 4) Assert.Equal(FaultCause.Unaligned, Gru.TryFetchAdd(start + off, width, 1, out _));
                if (width >= 4) Assert.Equal(FaultCause.Unaligned, Gru.TrySwap(start + off, width, 1, out _));
                if (width >= 4) Assert.Equal(FaultCause.Unaligned, Gru.TryCompareAndSwap(start + off, width, 0, 1, out _));
                if (width >= 4) Assert.Equal(FaultCause.Unaligned, Gru.TryFetchOr(start + off, width, 1, out _));
            }
        }

        foreach (var width in new[] { 0, 3, 5, 6, 7, 9, 16, 32, 33, 40, 64, -1, -8, int.MinValue, int.MaxValue })
        {
            Assert.Equal(FaultCause.BadLength, Gru.TryLoad(start, width, out _));
            Assert.Equal(FaultCause.BadLength, Gru.TryStore(start, width, 1));
            Assert.Equal(FaultCause.BadLength, Gru.TryFetchAdd(start, width, 1, out _));
        }

        Assert.Equal(0UL, Gru.Load<ulong>(start));
    }

    [Fact]
    [Trait("Clause", "INS-8")]
    [Trait("Clause", "FLT-5")]
    public void An_access_to_nothing_ends_in_an_exception_with_its_cause()
    {
        var nowhere = start + (1UL << 40);
        Assert.Equal(FaultCause.NotMapped, Gru.TryLoad(nowhere, 8, out var value));
        Assert.Equal(0UL, value);
        Assert.Equal(FaultCause.NotMapped, Gru.TryStore(nowhere, 8, 1));
        Assert.Equal(FaultCause.NotMapped, Gru.TryFetchAdd(nowhere, 8, 1, out _));
        Assert.Equal(FaultCause.NotMapped, Gru.TrySwap(nowhere, 8, 1, out _));
        Assert.Equal(FaultCause.NotMapped, Gru.TryCompareAndSwap(nowhere, 8, 0, 1, out _));
        Assert.Equal(FaultCause.NotMapped, Gru.TryLoad(AddressLayout.Default.SharedBase, 8, out _));
        foreach (var instruction in new Action[]
            {
                () => Gru.Load<int>(nowhere), () => Gru.Store(nowhere, 1), () => Gru.FetchAdd(nowhere, 1), () => Gru.Swap(nowhere, 1),
                () => Gru.CompareAndSwap(nowhere, 0, 1), () => Gru.FetchAnd(nowhere, 0), () => Gru.FetchOr(nowhere, 0), () => Gru.FetchXor(nowhere, 0),
                () => Gru.FetchIncrement<int>(nowhere), () => Gru.LoadVector(nowhere, new int[2]), () => Gru.StoreVector(nowhere, [1, 2]),
                () => Gru.Gather(nowhere, [0], new int[1]), () => Gru.Scatter(nowhere, [0], [1]),
                () => Gru.Copy(nowhere, start, 8), () => Gru.Fill(nowhere, 8, 1),
            })
        {
            var thrown = Assert.Throws<GruException>(instruction);
            Assert.Equal((FaultCause.NotMapped, nowhere), (thrown.Cause, thrown.Address));
        }
    }

    [Fact]
    [Trait("Clause", "ADR-3")]
    public void An_access_outside_both_regions_ends_in_an_exception()
    {
        var layout = AddressLayout.Default;
        foreach (var (address, cause) in new (ExtendedAddress, FaultCause)[]
            {
                (new(0), FaultCause.ProcessorAddress), (layout.ProcessorLimit - 8, FaultCause.ProcessorAddress),
                (layout.ProcessorLimit, FaultCause.Hole), (layout.PrivateBase - 8, FaultCause.Hole),
            })
        {
            Assert.Equal(cause, Gru.TryLoad(address, 8, out _));
            Assert.Equal(cause, Gru.TryStore(address, 8, 1));
            Assert.Equal(cause, Gru.TryFill(address, 8, 1, out _));
            Assert.Equal(cause, Gru.TryCopy(start, address, 8, out _));
        }
    }

    [Fact]
    [Trait("Clause", "INS-10")]
    [Trait("Clause", "MAP-9")]
    public void An_access_beyond_the_rights_ends_in_an_exception()
    {
        var locked = task.MapPrivate(4096, PageSize.Of4K, Rights.None).Start;
        var readable = task.MapPrivate(4096, PageSize.Of4K, Rights.Read).Start;
        Assert.Equal(FaultCause.NotPermitted, Gru.TryLoad(locked, 8, out _));
        Assert.Equal(FaultCause.NotPermitted, Gru.TryStore(locked, 8, 1));
        Assert.Equal(FaultCause.NotPermitted, Gru.TryCopy(locked, start, 8, out _));
        Assert.Equal(0UL, Gru.Load<ulong>(readable));
        Assert.Equal(FaultCause.NotPermitted, Gru.TryStore(readable, 8, 1));
        Assert.Equal(FaultCause.NotPermitted, Gru.TryFetchAdd(readable, 8, 1, out _));
        Assert.Equal(FaultCause.NotPermitted, Gru.TrySwap(readable, 8, 1, out _));
        Assert.Equal(FaultCause.NotPermitted, Gru.TryCompareAndSwap(readable, 8, 1, 2, out _));
        Assert.Equal(FaultCause.NotPermitted, Gru.TryFetchAnd(readable, 8, 1, out _));
        Assert.Equal(FaultCause.NotPermitted, Gru.TryFill(readable, 8, 1, out _));
        Assert.Equal(FaultCause.NotPermitted, Gru.TryCopy(start, readable, 8, out _));
        Assert.Equal(0UL, Gru.Load<ulong>(readable));
        Gru.Copy(readable, start, 8);
    }

    [Fact]
    [Trait("Clause", "INS-5")]
    [Trait("Clause", "INS-8")]
    public void A_copy_into_a_gap_has_copied_what_lies_before_it()
    {
        var from = task.MapPrivate(8 * 4096, PageSize.Of4K);
        var to = task.MapPrivate(8 * 4096, PageSize.Of4K);
        Gru.Fill(from.Start, from.Range.Length, 0xAB);
        task.Unmap(new(to.Start + (3 * 4096), 4096));

        Assert.Equal(FaultCause.NotMapped, Gru.TryCopy(from.Start + 10, to.Start + 10, (8 * 4096) - 10, out var copied));

        Assert.Equal((3UL * 4096) - 10, copied);
        Assert.Equal((byte)0, Gru.Load<byte>(to.Start + 9));
        Assert.Equal((byte)0xAB, Gru.Load<byte>(to.Start + 10));
        Assert.Equal((byte)0xAB, Gru.Load<byte>(to.Start + (3 * 4096) - 1));
        Assert.Equal(0UL, Gru.Load<ulong>(to.Start + (4 * 4096)));
        var thrown = Assert.Throws<GruException>(() => Gru.Copy(from.Start, to.Start, 8 * 4096));
        Assert.Equal((FaultCause.NotMapped, to.Start + (3 * 4096)), (thrown.Cause, thrown.Address));

        task.Unmap(new(from.Start + 4096, 4096));
        Assert.Equal(FaultCause.NotMapped, Gru.TryCopy(from.Start, to.Start, 8 * 4096, out copied));
        Assert.Equal(4096UL, copied);
        Assert.Equal(from.Start + 4096, Assert.Throws<GruException>(() => Gru.Copy(from.Start, to.Start, 8 * 4096)).Address);
    }

    [Fact]
    [Trait("Clause", "INS-9")]
    public void An_instruction_of_a_dead_task_ends_in_an_exception()
    {
        var second = task.OpenGru();
        Gru.Store(start, 1UL);
        task.Exit();
        foreach (var gru in new[] { Gru, second })
        {
            Assert.Equal(FaultCause.TaskGone, gru.TryLoad(start, 8, out _));
            Assert.Equal(FaultCause.TaskGone, gru.TryStore(start, 8, 1));
            Assert.Equal(FaultCause.TaskGone, gru.TryFetchAdd(start, 8, 1, out _));
            Assert.Equal(FaultCause.TaskGone, gru.TryCopy(start, start + 64, 8, out _));
            Assert.Equal(FaultCause.TaskGone, gru.TryFill(start, 8, 1, out _));
        }
    }

    [Fact]
    [Trait("Clause", "INS-1")]
    public void One_slot_more_than_the_context_has_is_refused()
    {
        var opened = Enumerable.Range(1, machine.Options.SlotsPerContext - 1).Select(_ => task.OpenGru()).ToArray();
        Assert.Equal(XvmaError.NoSlot, task.TryOpenGru().Error);
        opened[3].Dispose();
        Assert.Equal(FaultCause.TaskGone, opened[3].TryLoad(start, 8, out _));
        opened[3].Dispose();
        using var again = task.OpenGru();
        again.Store(start, 1UL);
        Assert.Equal(XvmaError.NoSlot, task.TryOpenGru().Error);
        Gru.Dispose();
        Assert.Equal(FaultCause.TaskGone, Gru.TryLoad(start, 8, out _));
        Assert.Equal(1UL, task.OpenGru().Load<ulong>(start));
    }

    [Fact]
    [Trait("Clause", "INS-1")]
    public void Two_slots_of_one_task_work_at_the_same_time()
    {
        using var second = task.OpenGru();
        Running.Together(() => Use(Gru, 0), () => Use(second, 8192));

        void Use(Gru gru, ulong offset)
        {
            for (var i = 0UL; i < 100_000; i++)
            {
                var at = start + offset + (8 * (i % 1024));
                gru.Store(at, i);
                Assert.Equal(i, gru.Load<ulong>(at));
            }
        }
    }

    [Fact]
    [Trait("Clause", "INS-3")]
    public void A_load_never_sees_half_a_store()
    {
        using var second = task.OpenGru();
        foreach (var width in new[] { 2, 4, 8 })
        {
            var full = ulong.MaxValue >> (64 - (8 * width));
            Gru.Store(start, 0UL);
            Running.Together(
                () =>
                {
                    for (var i = 0; i < 100_000; i++) Gru.TryStore(start, width, i % 2 == 0 ? full : 0);
                },
                () =>
                {
                    for (var i = 0; i < 100_000; i++)
                    {
                        second.TryLoad(start, width, out var seen);
                        if (seen != 0) Assert.Equal(full, seen);
                    }
                });
        }
    }

    [Fact]
    [Trait("Clause", "INS-4")]
    public void Concurrent_fetch_adds_lose_nothing()
    {
        const int Rounds = 50_000;
        using var other = machine.StartTask(uid: 7);
        other.Join(task.CreateSharedXmm());
        var shared = task.MapShared(4096, PageSize.Of4K).Start;
        using var second = task.OpenGru();
        var tickets = new long[3 * Rounds];
        var bit = 0;
        Running.Together([.. new[] { Gru, second, other.Gru }.Select<Gru, Action>(gru => () =>
        {
            var own = 1UL << Interlocked.Increment(ref bit);
            for (var i = 0; i < Rounds; i++)
            {
                Assert.Equal(0UL, gru.FetchOr(shared + 16, own) & own);
                Assert.Equal(own, gru.FetchAnd(shared + 16, ~own) & own);
                gru.FetchXor(shared + 16, own << 8);
                Interlocked.Increment(ref tickets[gru.FetchAdd(shared, 1)]);
                ulong seen;
                do seen = gru.Load<ulong>(shared + 8);
                while (gru.CompareAndSwap(shared + 8, seen, seen + 1) != seen);
            }
        })]);
        Assert.All(tickets, ticket => Assert.Equal(1, ticket));
        Assert.Equal(3UL * Rounds, Gru.Load<ulong>(shared + 8));
        Assert.Equal(0UL, Gru.Load<ulong>(shared + 16)); // each bit inverted an even number of times
    }

    [Fact]
    [Trait("Clause", "INS-11")]
    public void A_slot_works_again_after_an_exception()
    {
        var parts = new MachineParts<Sync.NativeSync>(new() { Chiplets = 1 });
        using var alone = TaskOf<Sync.NativeSync>.TryStart(parts, parts.Partitions[0], 7).Value;
        var there = alone.MapPrivate(2 * 4096, PageSize.Of4K).Start;
        alone.Gru.Store(there, 1UL);
        var cbr = parts.Chiplets[0].ContextAt(0)!.Slots[0];
        Assert.Null(cbr.Fault.Load().Value);
        alone.Gru.Store(there + 4096, 1UL);
        foreach (var (at, cause) in new[] { (there + 8192, FaultCause.NotMapped), (new ExtendedAddress(8), FaultCause.ProcessorAddress) })
        {
            Assert.Equal(cause, alone.Gru.TryLoad(at, 8, out _));
            Assert.Null(cbr.Fault.Load().Value);
            Assert.True(parts.Chiplets[0].FaultMap.IsEmpty());
        }

        alone.Gru.Store(there + 4096, 2UL);
    }

    [Fact]
    public void A_hit_allocates_nothing()
    {
        using var second = task.OpenGru();
        var (vector, indices) = (new uint[16], new long[] { 5, 0, 1029, 3 });
        Use();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Use();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Use()
        {
            for (var i = 0UL; i < 1000; i++)
            {
                Gru.Store(start, i);
                second.Load<uint>(start + 4096);
                Gru.FetchAdd(start + 8192, 1UL);
                Gru.Swap(start, i);
                Gru.CompareAndSwap(start, i, i + 1);
                Gru.Copy(start, start + 4096, 2048);
                Gru.Fill(start + 4096, 64, 1);
                Gru.FetchOr(start, i);
                Gru.LoadVector<uint>(start, vector, stride: 100);
                Gru.StoreVector<uint>(start + 8192, vector, stride: -3);
                Gru.TrySetVector(start, 1U, 2000, out _);
                Gru.Gather(start, indices, vector.AsSpan(0, 4));
                Gru.Scatter<uint>(start, indices, vector.AsSpan(0, 4));
                Gru.TryFlush(start, 4, out _);
                Gru.TryLoad(start + 1, 8, out _);
            }
        }
    }
}
