using Xvma.Tests.Support;

namespace Xvma.Tests.Machines;

/// <summary>Running out of each thing there is: a named answer, nothing lost, and everything works again when some is given back.</summary>
public sealed class ExhaustionTests
{
    private static readonly PageSize K64 = PageSize.Of64K;

    [Fact]
    [Trait("Clause", "CTX-6")]
    public void More_tasks_than_contexts_take_turns_and_lose_nothing()
    {
        const int Tasks = 12;
        var machine = Machine.Create(new() { Chiplets = 1, ContextsPerChiplet = 2 });
        var tasks = Enumerable.Range(0, Tasks).Select(_ => machine.StartTask(uid: 7)).ToArray();
        var windows = tasks.Select(task => task.MapPrivate(K64.Bytes, K64)).ToArray();
        for (var round = 0UL; round < 3; round++)
        {
            for (var i = 0; i < Tasks; i++) Assert.Equal(round * 10, tasks[i].Gru.FetchAdd(windows[i].Start, 10UL));
            Assert.Equal(2, machine.Snapshot().Chiplets[0].Contexts.Length);
        }

        foreach (var task in tasks) task.Dispose();
        Holds.Nothing(machine);
    }

    [Fact]
    [Trait("Clause", "INS-1")]
    public void More_slots_than_there_are_is_refused_until_one_is_closed()
    {
        var machine = Machine.Create(new() { SlotsPerContext = 3 });
        using (var task = machine.StartTask(uid: 7))
        {
            var window = task.MapPrivate(K64.Bytes, K64);
            var second = task.OpenGru();
            using var third = task.OpenGru();
            Assert.Equal(XvmaError.NoSlot, task.TryOpenGru().Error);
            second.Dispose();
            using var again = task.OpenGru();
            again.Store(window.Start, 7UL);
            Assert.Equal(7UL, third.Load<ulong>(window.Start));
        }

        Holds.Nothing(machine);
    }

    [Fact]
    [Trait("Clause", "CTX-4")]
    public void Asids_that_run_out_are_given_again_and_nobody_reads_anothers_memory()
    {
        // Room for two blocks beside the ones in use: every third load of a context wraps.
        var machine = Machine.Create(new() { Chiplets = 1, ContextsPerChiplet = 1, AsidLimit = 24 });
        var tasks = Enumerable.Range(0, 5).Select(_ => machine.StartTask(uid: 7)).ToArray();
        var windows = tasks.Select(task => task.MapPrivate(K64.Bytes, K64)).ToArray();
        for (var i = 0; i < tasks.Length; i++) tasks[i].Gru.Store(windows[i].Start, (ulong)i + 1);
        for (var round = 0; round < 20; round++)
        {
            for (var i = 0; i < tasks.Length; i++) Assert.Equal((ulong)i + 1, tasks[i].Gru.Load<ulong>(windows[i].Start));
        }

        foreach (var task in tasks) task.Dispose();
        Holds.Nothing(machine);
    }

    [Fact]
    [Trait("Clause", "MEM-3")]
    public void Frames_that_run_out_end_the_instruction_and_come_when_one_is_free()
    {
        var machine = Machine.Create(new() { OrdinaryBytes = 3 * K64.Bytes });
        using (var task = machine.StartTask(uid: 7))
        {
            var window = task.MapPrivate(4 * K64.Bytes, K64);
            for (var page = 0UL; page < 3; page++) task.Gru.Store(window.Start + (page * K64.Bytes), page + 1);
            Assert.Equal(FaultCause.OutOfMemory, task.Gru.TryStore(window.Start + (3 * K64.Bytes), 8, 1));
            Assert.Equal(XvmaError.NoMemory, task.TryPopulate(window.Range).Error);
            Assert.Equal([1UL, 2UL, 3UL], Enumerable.Range(0, 3).Select(page => task.Gru.Load<ulong>(window.Start + ((ulong)page * K64.Bytes))));
            Assert.Equal(3, machine.Snapshot().LiveFrames);
            task.AdviseFree(new(window.Start, K64.Bytes));
            task.Gru.Store(window.Start + (3 * K64.Bytes), 4UL);
            Assert.Equal(FaultCause.OutOfMemory, task.Gru.TryLoad(window.Start, 8, out _));
            task.Unmap(new(window.Start + K64.Bytes, K64.Bytes));
            Assert.Equal(0UL, task.Gru.Load<ulong>(window.Start));
        }

        Holds.Nothing(machine);
    }

    [Fact]
    [Trait("Clause", "MEM-13")]
    public void Mega_pages_that_run_out_are_refused_by_name_and_come_back_with_the_tasks_that_had_them()
    {
        var machine = Machine.Create(new() { MegaPageBytes = 8 * K64.Bytes });
        using var last = machine.StartTask(uid: 7);
        for (var round = 0; round < 3; round++)
        {
            var tasks = Enumerable.Range(0, 8).Select(_ => machine.StartTask(uid: 7)).ToArray();
            foreach (var task in tasks) task.MapPrivate(K64.Bytes, K64, from: MemorySource.MegaPages);
            Assert.Equal(XvmaError.NoMegaPages, last.TryMapPrivate(K64.Bytes, K64, from: MemorySource.MegaPages).Error);
            foreach (var task in tasks) task.Dispose();
            Assert.Equal(0UL, machine.Snapshot().MegaPages!.InUse);
        }
    }

    [Fact]
    [Trait("Clause", "MAP-4")]
    public void Addresses_that_run_out_are_refused_by_name_and_come_back()
    {
        var machine = Machine.Create();
        using (var task = machine.StartTask(uid: 7))
        {
            var region = AddressLayout.Default.PrivateRegion;
            var all = task.MapPrivate(region.Length, PageSize.Of1T);
            Assert.Equal(XvmaError.NoAddressSpace, task.TryMapPrivate(K64.Bytes, K64).Error);
            task.Unmap(new(all.Start + PageSize.Of1T.Bytes, PageSize.Of1T.Bytes));
            Assert.Equal(all.Start + PageSize.Of1T.Bytes, task.MapPrivate(K64.Bytes, K64).Start);
        }

        Holds.Nothing(machine);
    }

    [Fact]
    [Trait("Clause", "INV-9")]
    public void Ids_do_not_run_out_and_never_come_again()
    {
        var machine = Machine.Create();
        var seen = new HashSet<(long, long)>();
        for (var i = 0; i < 2_000; i++)
        {
            using var task = machine.StartTask(uid: 7);
            Assert.True(seen.Add((task.Id, task.CreateSharedXmm().Value)));
        }

        Assert.Equal(2_000, seen.Select(pair => pair.Item1).Distinct().Count());
        Assert.Equal(2_000, seen.Select(pair => pair.Item2).Distinct().Count());
        Holds.Nothing(machine);
    }
}
