using Xvma.Tests.Support;

namespace Xvma.Tests.Tasks;

public sealed class TeardownTests
{
    private readonly Machine machine = Machine.Create();

    [Fact]
    [Trait("Clause", "TRD-4")]
    public void An_exit_gives_back_everything()
    {
        using var founder = machine.StartTask(uid: 7);
        var group = founder.CreateSharedXmm();
        var before = Picture.Of(machine);
        var task = machine.StartTask(uid: 7);
        task.Join(group);
        var second = task.OpenGru();
        var own = task.MapPrivate(2 * ByteUnits.MiB, PageSize.Of64K);
        second.Fill(own.Start, own.Range.Length, 1);
        task.Exit();
        Assert.Equal(TaskState.Dead, task.State);
        Assert.Equal(before, Picture.Of(machine));
        Assert.Equal(FaultCause.TaskGone, second.TryLoad(own.Start, 8, out _));
    }

    [Fact]
    [Trait("Clause", "TRD-5")]
    [Trait("Clause", "TRD-6")]
    public void Two_kills_both_return_when_the_task_is_dead()
    {
        for (var round = 0; round < 200; round++)
        {
            var task = machine.StartTask(uid: 7);
            task.Gru.Fill(task.MapPrivate(ByteUnits.MiB, PageSize.Of4K).Start, ByteUnits.MiB, 1);
            var results = new Result[2];
            Running.Together(() => Kill(0), () => Kill(1));
            Assert.Equal([XvmaError.None, XvmaError.TaskGone], results.Select(result => result.Error).Order());
            Holds.Nothing(machine);

            void Kill(int who)
            {
                results[who] = task.TryKill();
                Assert.Equal(TaskState.Dead, task.State);
            }
        }
    }

    [Fact]
    [Trait("Clause", "TRD-1")]
    [Trait("Clause", "TSK-3")]
    [Trait("Clause", "INS-9")]
    public void A_killed_task_ends_its_own_threads_instructions()
    {
        for (var round = 0; round < 100; round++)
        {
            var task = machine.StartTask(uid: 7);
            var window = task.MapPrivate(16 * 4096, PageSize.Of4K);
            using var under = new ManualResetEventSlim();
            var victim = new Running(() =>
            {
                var address = window.Start;
                FaultCause cause;
                while ((cause = task.Gru.TryStore(address, 8, 1)) == FaultCause.None)
                {
                    under.Set();
                    address = address.Value + 8 < window.Range.Last.Value ? address + 8 : window.Start;
                }

                Assert.Equal(FaultCause.TaskGone, cause);
            });
            under.Wait(TestContext.Current.CancellationToken);
            Assert.True(task.TryKill().IsOk);
            Assert.Equal(0, machine.Snapshot().LiveFrames);
            victim.Join();
        }

        Holds.Nothing(machine);
    }

    [Fact]
    [Trait("Clause", "TRD-8")]
    [Trait("Clause", "MEM-4")]
    [Trait("Clause", "INV-8")]
    public void After_the_last_task_nothing_is_held()
    {
        var tasks = Enumerable.Range(0, 40).Select(_ => machine.StartTask(uid: 7)).ToArray();
        var group = tasks[0].CreateSharedXmm();
        foreach (var task in tasks[1..]) task.Join(group);
        foreach (var task in tasks)
        {
            var shared = task.MapShared(4 * 4096, PageSize.Of4K);
            var own = task.MapPrivate(ByteUnits.MiB, PageSize.Of256K);
            tasks[^1].Gru.Fill(shared.Start, shared.Range.Length, 1);
            task.Gru.Fill(own.Start, own.Range.Length, 2);
        }

        var full = machine.Snapshot();
        Assert.Equal(40 * 8, full.LiveFrames);
        Assert.Equal(40 * (16_384 + (1 << 20)), full.LiveBytes);
        Assert.All(full.Groups[0].Shared.Frames, page => Assert.Equal((1, 0), (page.References, page.Pins)));
        foreach (var task in tasks) task.Exit();
        Holds.Nothing(machine);
    }
}
