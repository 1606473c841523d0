using Xvma.Tests.Support;

namespace Xvma.Tests.Contexts;

public sealed class ContextTests
{
    [Theory]
    [InlineData(16)]
    [InlineData(1)]
    [Trait("Clause", "CTX-1")]
    [Trait("Clause", "CTX-2")]
    public void A_seventeenth_context_steals_and_all_seventeen_work(int contexts)
    {
        var machine = Machine.Create(new() { Chiplets = 1, ContextsPerChiplet = contexts });
        var tasks = Enumerable.Range(0, 17).Select(_ => machine.StartTask(uid: 7)).ToArray();
        var start = default(ExtendedAddress);
        foreach (var task in tasks)
        {
            start = task.MapPrivate(2 * 65536, PageSize.Of64K).Start;
            task.Gru.Store(start, (ulong)task.Id);
            Assert.InRange(machine.Snapshot().Chiplets[0].Contexts.Length, 1, contexts);
        }

        for (var round = 0; round < 3; round++)
        {
            foreach (var task in tasks)
            {
                Assert.Equal((ulong)task.Id, task.Gru.FetchAdd(start, 100UL) % 100);
                task.Gru.Store(start + 65536, (ulong)task.Id);
                Assert.Equal((ulong)task.Id, task.Gru.Load<ulong>(start + 65536));
            }
        }

        Assert.Equal(contexts, machine.Snapshot().Chiplets[0].Contexts.Length);
        foreach (var task in tasks) task.Exit();
        Holds.Nothing(machine);
    }

    [Fact]
    [Trait("Clause", "CTX-10")]
    public void A_migrated_context_goes_on_at_its_new_chiplet()
    {
        var machine = Machine.Create(new() { Chiplets = 2, ContextsPerChiplet = 1 });
        var task = machine.StartTask(uid: 7);
        var start = task.MapPrivate(2 * 65536, PageSize.Of64K).Start;
        task.Gru.Store(start, 5UL);
        Assert.Equal([1, 0], machine.Snapshot().Chiplets.Select(chiplet => chiplet.Contexts.Length));

        task.Migrate(1);
        Assert.Equal([0, 0], machine.Snapshot().Chiplets.Select(chiplet => chiplet.Contexts.Length));
        Assert.Equal(5UL, task.Gru.Load<ulong>(start));
        Assert.Equal([0, 1], machine.Snapshot().Chiplets.Select(chiplet => chiplet.Contexts.Length));

        // What it left in the first chiplet's TLB is purged as well.
        task.Unmap(new(start, 65536));
        task.Migrate(0);
        Assert.Equal(FaultCause.NotMapped, task.Gru.TryLoad(start, 8, out _));
        Assert.Equal(0UL, task.Gru.Load<ulong>(start + 65536));
        task.Migrate(0);
        Assert.Equal([1, 0], machine.Snapshot().Chiplets.Select(chiplet => chiplet.Contexts.Length));
        task.Exit();
        Holds.Nothing(machine);
    }

    [Fact]
    [Trait("Clause", "CTX-4")]
    [Trait("Clause", "INV-2")]
    public void A_wrap_of_the_asids_flushes_the_chiplet()
    {
        var machine = Machine.Create(new() { Chiplets = 1, ContextsPerChiplet = 1, AsidLimit = 24 });
        var tasks = Enumerable.Range(0, 7).Select(_ => machine.StartTask(uid: 7)).ToArray();
        var start = default(ExtendedAddress);
        foreach (var task in tasks)
        {
            start = task.MapPrivate(4096, PageSize.Of4K).Start;
            task.Gru.Store(start, (ulong)task.Id);
        }

        for (var round = 0; round < 10; round++)
        {
            foreach (var task in tasks) Assert.Equal((ulong)task.Id, task.Gru.Load<ulong>(start));
        }

        foreach (var task in tasks) task.Exit();
        Holds.Nothing(machine);
    }

    [Fact]
    [Trait("Clause", "CTX-4")]
    [Trait("Clause", "CTX-3")]
    [Trait("Clause", "INV-2")]
    public void An_asid_kept_over_a_wrap_is_not_given_to_another_after_its_context_is_unloaded()
    {
        // Two blocks of ASIDs, 8 and 16, and one context.
        var machine = Machine.Create(new() { Chiplets = 1, ContextsPerChiplet = 1, AsidLimit = 24 });
        using var first = machine.StartTask(uid: 7);
        using var keeper = machine.StartTask(uid: 7);
        using var next = machine.StartTask(uid: 7);
        var start = first.MapPrivate(2 * 4096, PageSize.Of4K).Start;
        keeper.MapPrivate(2 * 4096, PageSize.Of4K);
        next.MapPrivate(2 * 4096, PageSize.Of4K);

        first.Gru.Store(start, 1UL); // takes 8
        keeper.Gru.Store(start, 2UL); // takes 16
        keeper.CreateSharedXmm(); // wraps: keeper, loaded, keeps 16 for its own, and its group gets 8
        Assert.Equal((16L, 8L), (Loaded(machine).PrivateAsid, Loaded(machine).SharedAsid));
        keeper.Gru.Store(start, 3UL); // entries under 16
        keeper.Gru.Store(start + 4096, 3UL);
        next.Gru.Store(start, 4UL); // unloads keeper; the next block in turn is 16

        Assert.Equal(0UL, next.Gru.Load<ulong>(start + 4096));
        Assert.Equal((3UL, 3UL), (keeper.Gru.Load<ulong>(start), keeper.Gru.Load<ulong>(start + 4096)));
        Assert.Equal(4UL, next.Gru.Load<ulong>(start));
        Assert.Equal((1UL, 0UL), (first.Gru.Load<ulong>(start), first.Gru.Load<ulong>(start + 4096)));
    }

    [Theory]
    [InlineData(1, 24)]
    [InlineData(2, 40)]
    [InlineData(3, 56)]
    [InlineData(2, 48)]
    [Trait("Clause", "CTX-4")]
    [Trait("Clause", "CTX-3")]
    public void With_as_few_asids_as_there_may_be_no_two_spaces_have_the_same(int contexts, long asids)
    {
        var machine = Machine.Create(new() { Chiplets = 1, ContextsPerChiplet = contexts, AsidLimit = asids });
        var tasks = Enumerable.Range(0, 6).Select(_ => machine.StartTask(uid: 7)).ToArray();
        var own = default(ExtendedAddress);
        var shared = AddressLayout.Default.SharedBase;
        foreach (var task in tasks) own = task.MapPrivate(4096, PageSize.Of4K).Start;
        foreach (var task in tasks) task.Gru.Store(own, (ulong)task.Id);
        var random = new Random(42);
        for (var round = 0; round < 2000; round++)
        {
            var task = tasks[random.Next(tasks.Length)];
            switch (random.Next(4))
            {
                case 0 when task.Membership is null:
                    task.CreateSharedXmm();
                    task.MapShared(4096, PageSize.Of4K);
                    task.Gru.Store(shared, (ulong)task.Id << 8);
                    break;
                case 0:
                    task.Leave();
                    break;
                default:
                    Assert.Equal((ulong)task.Id, task.Gru.Load<ulong>(own));
                    if (task.Membership is not null) Assert.Equal((ulong)task.Id << 8, task.Gru.Load<ulong>(shared));
                    break;
            }

            AssertAsidsDiffer(machine);
        }

        foreach (var task in tasks) task.Exit();
        Holds.Nothing(machine);
    }

    [Fact]
    [Trait("Clause", "CTX-3")]
    public void Spaces_on_one_chiplet_have_different_asids()
    {
        var machine = Machine.Create(new() { Chiplets = 1 });
        var tasks = Enumerable.Range(0, 10).Select(_ => machine.StartTask(uid: 7)).ToArray();
        var groups = tasks[..3].Select(task => task.CreateSharedXmm()).ToArray();
        for (var i = 3; i < tasks.Length; i++) tasks[i].Join(groups[i % 3]);
        foreach (var task in tasks) task.Gru.Store(task.MapPrivate(4096, PageSize.Of4K).Start, 1UL);
        AssertAsidsDiffer(machine);
        var spaces = machine.Snapshot().Chiplets[0].Contexts.SelectMany(context => new[] { context.PrivateSpace, context.SharedSpace });
        Assert.Equal(13, spaces.Distinct().Count());
    }

    [Fact]
    [Trait("Clause", "CTX-9")]
    [Trait("Clause", "IVL-2")]
    public void Entries_of_all_eight_regions_are_told_apart()
    {
        var machine = Machine.Create(new() { Chiplets = 1 });
        using var task = machine.StartTask(uid: 7);
        task.CreateSharedXmm();
        var starts = Enumerable.Range(0, 8).Select(region => new ExtendedAddress(((ulong)region << 61) + (1UL << 53))).ToArray();
        foreach (var start in starts)
        {
            if ((long)start.Value < 0) task.MapShared(4096, PageSize.Of4K, at: start);
            else task.MapPrivate(4096, PageSize.Of4K, at: start);
            task.Gru.Store(start, start.Value);
        }

        Assert.All(starts, start => Assert.Equal(start.Value, task.Gru.Load<ulong>(start)));
        var context = Loaded(machine);
        Assert.Equal((0L, 0L), (context.PrivateAsid % 8, context.SharedAsid % 8));
        foreach (var translation in machine.Snapshot().Chiplets[0].Translations)
        {
            var first = (long)translation.Page.Start.Value < 0 ? context.SharedAsid : context.PrivateAsid;
            Assert.Equal(first + (long)(translation.Page.Start.Value >> 61), translation.Asid);
        }

        for (var region = 0; region < 8; region++)
        {
            task.Unmap(new(starts[region], 4096));
            Assert.Equal(7 - region, machine.Snapshot().Chiplets[0].Translations.Length);
            Assert.Equal(FaultCause.NotMapped, task.Gru.TryLoad(starts[region], 8, out _));
        }
    }

    [Fact]
    [Trait("Clause", "CTX-5")]
    public void A_page_size_new_to_a_context_is_found_after_its_reconfiguration()
    {
        var machine = Machine.Create(new() { Chiplets = 1, ContextsPerChiplet = 1, TlbSets = 1, TlbWays = 16 });
        using var task = machine.StartTask(uid: 7);
        using var thief = machine.StartTask(uid: 7);
        var windows = PageSizeTable.Default.Sizes.Select(size => task.MapPrivate(size.Bytes, size)).ToArray();
        foreach (var window in windows) task.Gru.Store(window.Range.Last - 7, window.Start.Value);
        foreach (var window in windows) Assert.Equal(window.Start.Value, task.Gru.Load<ulong>(window.Range.Last - 7));
        var found = machine.Snapshot().Chiplets[0].Translations;

        // All are in the TLB, and what the context was configured for is restored with it: no fault, so nothing changes.
        Assert.Equal(windows.Length, found.Length);
        Assert.Equal(FaultCause.NotMapped, thief.Gru.TryLoad(windows[0].Start, 8, out _));
        foreach (var window in windows) Assert.Equal(window.Start.Value, task.Gru.Load<ulong>(window.Range.Last - 7));
        Assert.Equal(found.Order(ByPage), machine.Snapshot().Chiplets[0].Translations.Order(ByPage));
    }

    [Fact]
    [Trait("Clause", "CTX-6")]
    [Trait("Clause", "INV-12")]
    public void Threads_of_many_tasks_share_one_context()
    {
        var machine = Machine.Create(new() { Chiplets = 1, ContextsPerChiplet = 1 });
        var tasks = Enumerable.Range(0, 3).Select(_ => machine.StartTask(uid: 7)).ToArray();
        var bodies = tasks.SelectMany(task =>
        {
            var start = task.MapPrivate(2 * 4096, PageSize.Of4K).Start;
            return new Action[] { () => Use(task.Gru, start), () => Use(task.OpenGru(), start + 4096) };
        });
        Running.Together([.. bodies]);
        foreach (var task in tasks) task.Exit();
        Holds.Nothing(machine);

        static void Use(Gru gru, ExtendedAddress at)
        {
            for (var i = 0UL; i < 2000; i++) Assert.Equal(i, gru.FetchAdd(at, 1UL));
        }
    }

    [Fact]
    [Trait("Clause", "INV-12")]
    [Trait("Clause", "CTX-8")]
    public void Two_threads_of_a_task_that_wait_for_room_both_go_on_when_one_has_loaded_the_context()
    {
        var options = new MachineOptions { Chiplets = 1, ContextsPerChiplet = 1, Delivery = InterruptDelivery.ByCaller };
        for (var round = 0; round < 300; round++)
        {
            var machine = Machine.Create(options);
            using var holder = machine.StartTask(uid: 7);
            using var waiting = machine.StartTask(uid: 7);
            using var second = waiting.OpenGru();
            var start = holder.MapPrivate(2 * 4096, PageSize.Of4K).Start;
            waiting.MapPrivate(4096, PageSize.Of4K);
            holder.Gru.Store(start, 1UL);
            var held = new Running(() => holder.Gru.Store(start + 4096, 1UL));
            machine.AwaitInterrupt(0); // from here the holder's context cannot be stolen, until its fault is served
            using var both = new CountdownEvent(2);
            var threads = new[] { waiting.Gru, second }.Select(gru => new Running(() =>
            {
                both.Signal();
                Assert.Equal(0UL, gru.Load<ulong>(start));
            })).ToArray();
            both.Wait(TestContext.Current.CancellationToken);
            Thread.Yield();
            machine.ServeInterrupts(0);
            held.Join();
            foreach (var thread in threads) thread.Join();
        }
    }

    private static Comparer<TranslationSnapshot> ByPage { get; } =
        Comparer<TranslationSnapshot>.Create((one, two) => one.Page.Start.CompareTo(two.Page.Start));

    private static ContextSnapshot Loaded(Machine machine) => Assert.Single(machine.Snapshot().Chiplets[0].Contexts);

    private static void AssertAsidsDiffer(Machine machine)
    {
        foreach (var chiplet in machine.Snapshot().Chiplets)
        {
            var held = chiplet.Contexts
                .SelectMany(context => new[] { (Space: context.PrivateSpace, Asid: context.PrivateAsid), (Space: context.SharedSpace, Asid: context.SharedAsid) })
                .Where(pair => pair.Asid != 0).Distinct().ToArray();
            Assert.Equal(held.Length, held.Select(pair => pair.Asid).Distinct().Count());
            Assert.Equal(held.Length, held.Select(pair => pair.Space).Distinct().Count());
        }
    }
}
