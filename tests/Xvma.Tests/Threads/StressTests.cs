using Xvma.Tests.Support;

namespace Xvma.Tests.Threads;

/// <summary>
/// Several threads at the same time on a real machine, with bounded counts: what the explorer checks under every schedule of small programs,
/// here under some schedules of larger ones, with the processor's own store buffers.
/// </summary>
public sealed class StressTests
{
    private const int Pages = 4;

    [Theory]
    [MemberData(nameof(StressedMachines.Names), MemberType = typeof(StressedMachines))]
    [Trait("Clause", "INV-4")]
    [Trait("Clause", "INV-6")]
    [Trait("Clause", "MEM-4")]
    public void A_load_sees_one_of_the_stored_values_or_nothing_while_members_map_and_unmap(string name)
    {
        var machine = Machine.Create(StressedMachines.All[name]);
        var tasks = Enumerable.Range(0, 3).Select(_ => machine.StartTask(uid: 7)).ToArray();
        var group = tasks[0].CreateSharedXmm();
        foreach (var task in tasks[1..]) task.Join(group);
        var start = AddressLayout.Default.SharedBase;
        var (done, missed) = (0, 0);
        var stop = 0;

        Running.Together(
            () =>
            {
                for (var round = 0; round < 3000; round++)
                {
                    var at = start + ((ulong)(round % Pages) * 4096);
                    tasks[0].TryMapShared(4096, PageSize.Of4K, at: at);
                    tasks[0].Gru.TryStore(at, 8, Stamp(at));
                    tasks[0].TryUnmap(new(start + ((ulong)((round + 1) % Pages) * 4096), 4096));
                }

                Volatile.Write(ref stop, 1);
            },
            () => Use(tasks[1]),
            () => Use(tasks[2]));

        Assert.True(done > 0 && missed > 0, $"{done} done, {missed} missed");
        foreach (var task in tasks) task.Exit();
        Holds.Nothing(machine);

        void Use(XvmaTask task)
        {
            for (var i = 0; Volatile.Read(ref stop) == 0; i++)
            {
                var at = start + ((ulong)(i % Pages) * 4096);
                var cause = i % 8 == 0 ? task.Gru.TryStore(at, 8, Stamp(at)) : task.Gru.TryLoad(at, 8, out var seen) is var it && it == FaultCause.None ? Check(at, seen) : it;
                if (cause == FaultCause.None) Interlocked.Increment(ref done);
                else Interlocked.Increment(ref missed);
                if (cause is not (FaultCause.None or FaultCause.NotMapped)) Assert.Fail($"{cause}");
            }
        }

        static FaultCause Check(ExtendedAddress at, ulong seen)
        {
            if (seen != 0 && seen != Stamp(at)) Assert.Fail($"{seen:x} at {at}");
            return FaultCause.None;
        }
    }

    [Theory]
    [MemberData(nameof(StressedMachines.Names), MemberType = typeof(StressedMachines))]
    [Trait("Clause", "TRD-2")]
    [Trait("Clause", "INV-2")]
    [Trait("Clause", "GRP-9")]
    public void Tasks_that_join_and_leave_reach_their_own_group_and_no_other(string name)
    {
        var machine = Machine.Create(StressedMachines.All[name]);
        var start = AddressLayout.Default.SharedBase;
        var ids = new long[2];
        Running.Together([.. Enumerable.Range(0, 4).Select<int, Action>(me => () =>
        {
            using var task = machine.StartTask(uid: 7);
            for (var round = 0; round < 400; round++)
            {
                if (task.TryJoin(new(Volatile.Read(ref ids[me % 2]))).Error == XvmaError.NoSuchGroup)
                    Volatile.Write(ref ids[me % 2], task.CreateSharedXmm().Value);
                var id = task.Membership!.Value;
                task.TryMapShared(4096, PageSize.Of4K, at: start);
                var cause = task.Gru.TryCompareAndSwap(start, 8, 0, (ulong)id.Value, out var old);
                if (cause == FaultCause.None) Assert.True(old == 0 || old == (ulong)id.Value, $"{old} in {id}");
                else Assert.Equal(FaultCause.NotMapped, cause);
                if (round % 5 == 0) task.TryUnmap(new(start, 4096));
                task.Leave();
                Assert.Equal(FaultCause.NotMapped, task.Gru.TryLoad(start, 8, out _));
            }
        })]);
        Holds.Nothing(machine);
    }

    [Theory]
    [MemberData(nameof(StressedMachines.Names), MemberType = typeof(StressedMachines))]
    [Trait("Clause", "TRD-5")]
    [Trait("Clause", "TRD-8")]
    [Trait("Clause", "INV-12")]
    public void Tasks_that_are_killed_at_any_moment_leave_nothing_behind(string name)
    {
        var machine = Machine.Create(StressedMachines.All[name]);
        using var founder = machine.StartTask(uid: 7);
        var group = founder.CreateSharedXmm();
        var shared = founder.MapShared(Pages * 4096, PageSize.Of4K);
        for (var round = 0; round < 150; round++)
        {
            var task = machine.StartTask(uid: 7);
            using var second = task.OpenGru();
            var own = task.MapPrivate(Pages * 4096, PageSize.Of4K);
            Running.Together(
                () =>
                {
                    task.TryJoin(group);
                    while (task.TryProtect(own.Range, Rights.Read).IsOk && task.TryProtect(own.Range, Rights.ReadWrite).IsOk)
                    {
                    }
                },
                () => UseUntilGone(task.Gru, own.Start),
                () => UseUntilGone(second, shared.Start),
                () =>
                {
                    for (var i = 0; i < 20; i++) founder.Gru.FetchAdd(shared.Start + (((ulong)i % Pages) * 4096), 1UL);
                    Assert.True(task.TryKill().IsOk);
                });
        }

        founder.Exit();
        Holds.Nothing(machine);

        static void UseUntilGone(Gru gru, ExtendedAddress start)
        {
            for (var i = 0UL; ; i++)
            {
                switch (gru.TryCopy(start + (i % Pages * 4096), start + ((i + 1) % Pages * 4096), 512, out _))
                {
                    case FaultCause.TaskGone: return;
                    case FaultCause.None or FaultCause.NotMapped or FaultCause.NotPermitted: continue;
                    case var cause: Assert.Fail($"{cause}"); return;
                }
            }
        }
    }

    [Fact]
    [Trait("Clause", "INV-5")]
    [Trait("Clause", "TSK-2")]
    public void A_uid_that_changes_while_its_task_joins_is_never_a_members_uid()
    {
        var machine = Machine.Create();
        using var founder = machine.StartTask(uid: 7);
        var group = founder.CreateSharedXmm();
        var start = founder.MapShared(4096, PageSize.Of4K).Start;
        using var task = machine.StartTask(uid: 7);
        for (var round = 0; round < 1500; round++)
        {
            Running.Together(() => task.TryJoin(group), () => task.ChangeUid(round % 2 == 0 ? 0 : 7));
            var now = machine.Snapshot();
            Assert.Equal(task.Membership == group, now.Groups[0].Members.Contains(task.Id));
            if (task.Membership is not null) Assert.Equal(7, task.Uid);
            Assert.Equal(task.Membership is null ? FaultCause.NotMapped : FaultCause.None, task.Gru.TryLoad(start, 8, out _));
            task.TryLeave();
        }
    }

    private static ulong Stamp(ExtendedAddress at) => at.Value | 0x5A;
}
