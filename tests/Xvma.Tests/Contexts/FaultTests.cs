using Xvma.Sync;
using Xvma.Tests.Support;

namespace Xvma.Tests.Contexts;

/// <summary>The fault path from inside: interrupts are served when the test says so.</summary>
public sealed class FaultTests
{
    private readonly MachineParts<NativeSync> parts =
        new(new() { Chiplets = 1, Delivery = InterruptDelivery.ByCaller });

    private readonly TaskOf<NativeSync> task;
    private readonly ExtendedAddress start;

    public FaultTests()
    {
        task = TaskOf<NativeSync>.TryStart(parts, parts.Partitions[0], 7).Value;
        start = task.MapPrivate(4 * 4096, PageSize.Of4K).Start;
        task.Gru.Store(start, 1UL); // the first miss of all loads the context, on the user's path
    }

    public static TheoryData<InterruptVariant> Variants => [InterruptVariant.TryDropin, InterruptVariant.SwitchToPolling];

    private Chiplet<NativeSync> Chiplet => parts.Chiplets[0];

    private Cbr<NativeSync> Slot => Chiplet.ContextAt(0)!.Slots[0];

    [Fact]
    [Trait("Clause", "FLT-1")]
    public void A_miss_stands_in_the_fault_map_until_it_is_served()
    {
        foreach (var access in new[] { Access.Read, Access.Write })
        {
            var at = start + (access == Access.Read ? 4096UL : 8192UL);
            var instruction = new Running(() =>
            {
                if (access == Access.Read) task.Gru.Load<ulong>(at);
                else task.Gru.Store(at, 2UL);
            });
            AwaitInterrupt();
            Assert.Equal(new Fault(at, access, FaultStatus.FaultMap), Slot.Fault.Load().Value);
            Assert.Equal(1, Serve());
            instruction.Join();
            Assert.True(Chiplet.FaultMap.IsEmpty());
        }
    }

    [Fact]
    [Trait("Clause", "FLT-2")]
    public void A_bit_set_during_an_interrupt_is_served_by_the_next()
    {
        using var other = task.OpenGru();
        var first = new Running(() => task.Gru.Load<ulong>(start + 4096));
        AwaitInterrupt();
        var taken = Chiplet.FaultMap.Take(0);
        Assert.True(Chiplet.FaultMap.IsEmpty());
        var second = new Running(() => other.Load<ulong>(start + 8192));
        AwaitInterrupt();
        Assert.True(taken.TryNext(out var context, out var slot));
        Assert.Equal((0, 0), (context, slot));
        Assert.False(taken.TryNext(out _, out _));

        Assert.Equal(1, Serve());
        second.Join();
        Assert.Equal(FaultStatus.FaultMap, Slot.Fault.Load().Value!.Value.Status);
        Chiplet.FaultMap.Set(0, 0);
        Assert.Equal(1, Serve());
        first.Join();
    }

    [Fact]
    [Trait("Clause", "FLT-2")]
    public void Every_bit_of_the_map_names_its_slot()
    {
        var map = new FaultMap<NativeSync>(0, 16, 7);
        for (var context = 0; context < 16; context++)
        {
            for (var slot = 0; slot < 7; slot++)
            {
                map.Set(context, slot);
                Assert.Equal([(context, slot)], TakeAll(map));
            }
        }

        map.Set(15, 6);
        map.Set(0, 0);
        map.Set(9, 1);
        map.Set(9, 1);
        Assert.Equal([(0, 0), (9, 1), (15, 6)], TakeAll(map));
        Assert.True(map.IsEmpty());
    }

    [Fact]
    [Trait("Clause", "FLT-9")]
    [Trait("Clause", "TRD-7")]
    public void An_interrupt_for_a_context_that_is_gone_is_ignored()
    {
        var cause = FaultCause.None;
        var instruction = new Running(() => cause = task.Gru.TryLoad(start + 4096, 8, out _));
        AwaitInterrupt();
        task.Exit();
        instruction.Join();
        Assert.Equal(FaultCause.TaskGone, cause);
        Assert.Equal(1, Serve());
        Assert.Equal(0, Serve());
        Assert.Equal(0, parts.Partitions[0].Frames.LiveFrames);
    }

    [Fact]
    [Trait("Clause", "FLT-9")]
    [Trait("Clause", "FLT-11")]
    public void A_spurious_interrupt_ends_one_wait_and_does_nothing_else()
    {
        var machine = Machine.Create(new() { Chiplets = 2, Delivery = InterruptDelivery.ByCaller });
        var waiting = new Running(() => machine.AwaitInterrupt(1));
        machine.RaiseInterrupt(1);
        waiting.Join();
        machine.RaiseInterrupt(0);
        machine.AwaitInterrupt(0);
        Assert.Equal((0, 0), (machine.ServeInterrupts(0), machine.ServeInterrupts(1)));
    }

    [Fact]
    [Trait("Clause", "FLT-6")]
    public void A_fault_is_served_once()
    {
        Touch(start + 4096); // gives the page its frame, so that the interrupt can do it all
        Chiplet.Tlb.Flush();
        var instruction = new Running(() => task.Gru.Load<ulong>(start + 4096));
        AwaitInterrupt();
        Assert.Equal(1, Serve());
        Assert.Null(Slot.Fault.Load().Value);
        var entry = Assert.Single(Chiplet.Tlb.Entries());
        Assert.Equal(0, Serve());
        Chiplet.FaultMap.Set(0, 0); // as if named again
        Assert.Equal(1, Serve());
        instruction.Join();
        Assert.Null(Slot.Fault.Load().Value);
        Assert.Same(entry, Assert.Single(Chiplet.Tlb.Entries()));
    }

    [Fact]
    [Trait("Clause", "FLT-6")]
    public void A_stale_fault_is_left_alone()
    {
        var context = Chiplet.ContextAt(0)!;
        Assert.Equal(DropinOutcome.Stale, Try(DropinCaller.Interrupt));
        Assert.Equal(DropinOutcome.Stale, Try(DropinCaller.User));
        foreach (var (status, caller) in new[]
            {
                (FaultStatus.FaultMap, DropinCaller.User), (FaultStatus.UserPolling, DropinCaller.Interrupt),
                (FaultStatus.Exception, DropinCaller.User), (FaultStatus.Exception, DropinCaller.Interrupt),
            })
        {
            var fault = new Fault(start + 4096, Access.Read, status);
            Slot.Fault.Store(fault);
            var seen = Slot.Fault.Load();
            Assert.Equal(DropinOutcome.Stale, Try(caller));
            Assert.Equal(fault, seen.Value);
            Assert.True(seen.IsSame(Slot.Fault.Load()));
        }

        Assert.Single(Chiplet.Tlb.Entries());

        DropinOutcome Try(DropinCaller caller)
        {
            using var held = context.Enter();
            return Dropin<NativeSync>.Try(context, Slot, caller, out _);
        }
    }

    [Fact]
    [Trait("Clause", "FLT-3")]
    [Trait("Clause", "FLT-10")]
    [Trait("Clause", "IVL-6")]
    public void A_fault_in_flight_cannot_install_a_mapping_being_removed()
    {
        var fault = new Fault(start + 4096, Access.Read, FaultStatus.UserPolling);
        Slot.Fault.Store(fault);
        var seen = Slot.Fault.Load();
        var context = Chiplet.ContextAt(0)!;
        var shift = PageSize.Of4K.Shift;
        var entry = new TlbEntry(
            context.Binding!.AsidsOf(fault.Address.Value), PageSize.Of4K.PageOf(fault.Address), 0x1000, 1, Rights.ReadWrite);

        task.Unmap(new(start + 4096, 4096));

        Assert.False(Chiplet.TryDropin(Slot, seen, entry, shift));
        Assert.False(Chiplet.TryFail(Slot, seen, FaultCause.NotMapped));
        var overtaken = Slot.Fault.Load();
        Assert.False(overtaken.IsSame(seen));
        Assert.Equal(fault, overtaken.Value);
        Assert.DoesNotContain(entry, Chiplet.Tlb.Entries());
        Assert.True(Chiplet.TryDropin(Slot, overtaken, entry, shift));
    }

    [Fact]
    [Trait("Clause", "FLT-8")]
    public void An_interrupt_that_meets_a_held_context_switches_to_user_polling()
    {
        var context = Chiplet.ContextAt(0)!;
        Touch(start + 4096); // gives the page its frame
        Chiplet.Tlb.Flush();
        var instruction = new Running(() => task.Gru.Load<ulong>(start + 4096));
        AwaitInterrupt();
        using (context.Enter())
        {
            // The lock must be another thread's: an interrupt on this one would be let in by a lock that knows its holder.
            new Running(() => Assert.Equal(1, Serve())).Join();
            Assert.Equal(FaultStatus.UserPolling, Slot.Fault.Load().Value!.Value.Status);
            Assert.DoesNotContain(Chiplet.Tlb.Entries(), entry => entry.Page.Start == start + 4096);
        }

        instruction.Join();
        Assert.Null(Slot.Fault.Load().Value);
    }

    [Fact]
    [Trait("Clause", "FLT-8")]
    public void An_interrupt_that_meets_an_invalidation_or_a_page_without_a_frame_switches_to_user_polling()
    {
        var instruction = new Running(() => task.Gru.Load<ulong>(start + 4096));
        AwaitInterrupt();
        using (var held = Chiplet.ContextAt(0)!.Enter())
        {
            Assert.Equal(DropinOutcome.Reload, Dropin<NativeSync>.Try(Chiplet.ContextAt(0)!, Slot, DropinCaller.Interrupt, out _));
            task.Own.RaiseRangeActive();
            Assert.Equal(DropinOutcome.RangeActive, Dropin<NativeSync>.Try(Chiplet.ContextAt(0)!, Slot, DropinCaller.Interrupt, out _));
        }

        Assert.Equal(1, Serve());
        Assert.Equal(FaultStatus.UserPolling, Slot.Fault.Load().Value!.Value.Status);
        Assert.Single(Chiplet.Tlb.Entries());
        task.Own.LowerRangeActive();
        instruction.Join();
        Assert.Equal(2, Chiplet.Tlb.Entries().Count());
    }

    [Theory]
    [MemberData(nameof(Variants))]
    [Trait("Clause", "FLT-11")]
    public void Faults_are_resolved_by_a_dedicated_caller(InterruptVariant variant)
    {
        var machine = Machine.Create(new() { Chiplets = 2, Interrupts = variant, Delivery = InterruptDelivery.ByCaller });
        var stop = 0;
        var servers = Enumerable.Range(0, 2).Select(chiplet => new Running(() =>
        {
            while (Volatile.Read(ref stop) == 0)
            {
                machine.AwaitInterrupt(chiplet);
                machine.ServeInterrupts(chiplet);
            }
        })).ToArray();
        var tasks = Enumerable.Range(0, 4).Select(_ => machine.StartTask(uid: 7)).ToArray();
        Running.Together([.. tasks.Select<XvmaTask, Action>(user => () =>
        {
            for (var round = 0; round < 20; round++)
            {
                var window = user.MapPrivate(16 * 4096, PageSize.Of4K);
                user.Gru.Fill(window.Start, window.Range.Length, (byte)user.Id);
                Assert.Equal((byte)user.Id, user.Gru.Load<byte>(window.Range.Last));
                user.Unmap(window.Range);
                Assert.Equal(FaultCause.NotMapped, user.Gru.TryLoad(window.Start, 8, out _));
            }
        })]);
        Volatile.Write(ref stop, 1);
        machine.RaiseInterrupt(0);
        machine.RaiseInterrupt(1);
        foreach (var server in servers) server.Join();
        foreach (var user in tasks) user.Exit();
        Holds.Nothing(machine);
    }

    [Fact]
    [Trait("Clause", "FLT-12")]
    public void A_polling_machine_translates_on_the_user_path_only()
    {
        var context = Chiplet.ContextAt(0)!;
        Touch(start + 4096);
        Chiplet.Tlb.Flush();
        var instruction = new Running(() => task.Gru.Load<ulong>(start + 4096));
        AwaitInterrupt();
        using (context.Enter())
        {
            new Running(() => InterruptPath<NativeSync>.Serve(Chiplet, InterruptVariant.SwitchToPolling)).Join();
            Assert.Equal(FaultStatus.UserPolling, Slot.Fault.Load().Value!.Value.Status);
            Assert.Empty(Chiplet.Tlb.Entries());
        }

        instruction.Join();
        Assert.Single(Chiplet.Tlb.Entries());
    }

    [Theory]
    [MemberData(nameof(Variants))]
    [Trait("Clause", "FLT-12")]
    [Trait("Clause", "FLT-11")]
    public void Both_variants_do_the_same_on_the_issuing_thread(InterruptVariant variant)
    {
        var machine = Machine.Create(new() { Interrupts = variant });
        using var user = machine.StartTask(uid: 7);
        var window = user.MapPrivate(64 * 4096, PageSize.Of4K);
        for (var page = 0UL; page < 64; page++) user.Gru.Store(window.Start + (page * 4096), page);
        for (var page = 0UL; page < 64; page++) Assert.Equal(page, user.Gru.Load<ulong>(window.Start + (page * 4096)));
        Assert.Equal(FaultCause.NotMapped, user.Gru.TryLoad(window.Range.Last + 1, 8, out _));
        user.Exit();
        Holds.Nothing(machine);
    }

    private static List<(int Context, int Slot)> TakeAll(FaultMap<NativeSync> map)
    {
        var named = new List<(int, int)>();
        for (var word = 0; word < map.Words; word++)
        {
            var bits = map.Take(word);
            while (bits.TryNext(out var context, out var slot)) named.Add((context, slot));
        }

        return named;
    }

    private void Touch(ExtendedAddress at)
    {
        var instruction = new Running(() => task.Gru.Load<ulong>(at));
        AwaitInterrupt();
        Serve();
        instruction.Join();
    }

    private void AwaitInterrupt() => Chiplet.Interrupt.WaitUntil(Chiplet, static chiplet => !chiplet.FaultMap.IsEmpty());

    private int Serve() => InterruptPath<NativeSync>.Serve(Chiplet, InterruptVariant.TryDropin);

    [Theory]
    [InlineData(InterruptVariant.TryDropin)]
    [InlineData(InterruptVariant.SwitchToPolling)]
    [Trait("Clause", "FLT-3")]
    public void A_fault_allocates_nothing_after_warm_up(InterruptVariant variant)
    {
        // Three pages and room for two: every access misses.
        const int Faults = 3_000;
        var there = Machine.Create(new() { TlbSets = 1, TlbWays = 2, Interrupts = variant });
        using var one = there.StartTask(uid: 7);
        var window = one.MapPrivate(3 * 4096, PageSize.Of4K);
        Touch(one.Gru, window.Start, 6);
        var last = there.Statistics;
        var before = GC.GetAllocatedBytesForCurrentThread();
        Touch(one.Gru, window.Start, Faults);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(Faults, there.Statistics.Since(last)[GruEvent.MissInMap]);
    }

    private static void Touch(Gru gru, ExtendedAddress start, int count)
    {
        for (var i = 0; i < count; i++) gru.Load<ulong>(start + ((ulong)(i % 3) * 4096));
    }
}
