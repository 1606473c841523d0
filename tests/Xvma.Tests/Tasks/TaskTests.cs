using Xvma.Tests.Support;

namespace Xvma.Tests.Tasks;

public sealed class TaskTests
{
    private readonly Machine machine = Machine.Create();

    [Fact]
    [Trait("Clause", "TSK-1")]
    public void A_new_task_is_alive_and_holds_nothing()
    {
        using var task = machine.StartTask(uid: 7);
        Assert.Equal((1, 7, TaskState.Alive, null), (task.Id, task.Uid, task.State, task.Membership));
        Assert.Same(task, machine.FindTask(task.Id));
        var now = machine.Snapshot();
        var seen = Assert.Single(now.Tasks);
        Assert.Empty(seen.Private.Mappings);
        Assert.All(now.Chiplets, chiplet => Assert.Empty(chiplet.Contexts));
        Assert.Equal(0, now.LiveFrames);
    }

    [Fact]
    [Trait("Clause", "INV-9")]
    public void An_id_of_a_task_is_never_given_twice()
    {
        var seen = new HashSet<long>();
        for (var i = 0; i < 20; i++)
        {
            using var task = machine.StartTask(uid: 7);
            using var child = task.Fork();
            Assert.True(seen.Add(task.Id) && seen.Add(child.Id));
        }

        Assert.Null(machine.FindTask(1));
        Assert.Null(machine.FindTask(0));
        Assert.Null(machine.FindTask(long.MaxValue));
    }

    [Fact]
    [Trait("Clause", "TSK-3")]
    public void Every_operation_on_a_dead_task_answers_TaskGone()
    {
        using var other = machine.StartTask(uid: 7);
        var group = other.CreateSharedXmm();
        var task = machine.StartTask(uid: 7);
        var window = task.MapPrivate(PageSize.Of64K.Bytes, PageSize.Of64K);
        task.Exit();
        var before = Picture.Of(machine);

        Assert.All<Result>(
            [
                task.TryOpenGru().Outcome, task.TryCreateSharedXmm().Outcome, task.TryJoin(group), task.TryLeave(),
                task.TryMapShared(4096, PageSize.Of4K).Outcome, task.TryMapPrivate(4096, PageSize.Of4K).Outcome,
                task.TryUnmap(window.Range), task.TryProtect(window.Range, Rights.Read), task.TryChangeUid(8), task.TryMigrate(0), task.TryFork().Outcome,
                task.TryExec(), task.TryExit(), task.TryKill(),
            ],
            result => Assert.Equal(XvmaError.TaskGone, result.Error));
        Assert.Equal(before, Picture.Of(machine));
    }

    [Fact]
    [Trait("Clause", "TSK-4")]
    [Trait("Clause", "INV-5")]
    public void A_change_of_uid_leaves_the_group_and_keeps_private_mappings()
    {
        using var founder = machine.StartTask(uid: 7);
        using var task = machine.StartTask(uid: 7);
        var group = founder.CreateSharedXmm();
        task.Join(group);
        var shared = founder.MapShared(4096, PageSize.Of4K);
        var own = task.MapPrivate(4096, PageSize.Of4K);
        task.Gru.Store(shared.Start, 1UL);
        task.Gru.Store(own.Start, 2UL);

        task.ChangeUid(8);

        Assert.Equal((8, null), (task.Uid, task.Membership));
        Assert.Equal([founder.Id], Assert.Single(machine.Snapshot().Groups).Members);
        Assert.Equal(FaultCause.NotMapped, task.Gru.TryLoad(shared.Start, 8, out _));
        Assert.Equal(2UL, task.Gru.Load<ulong>(own.Start));
        Assert.Equal(XvmaError.NotPermitted, task.TryJoin(group).Error);
        task.ChangeUid(7);
        task.Join(group);
        Assert.Equal(1UL, task.Gru.Load<ulong>(shared.Start));
    }

    [Fact]
    [Trait("Clause", "TSK-4")]
    public void The_same_uid_again_changes_nothing()
    {
        using var task = machine.StartTask(uid: 7);
        task.CreateSharedXmm();
        var before = Picture.Of(machine);
        task.ChangeUid(7);
        Assert.Equal(before, Picture.Of(machine));
    }

    [Fact]
    [Trait("Clause", "TSK-4")]
    public void The_last_member_that_changes_its_uid_takes_the_group_with_it()
    {
        using var task = machine.StartTask(uid: 7);
        var group = task.CreateSharedXmm();
        task.Gru.Store(task.MapShared(4096, PageSize.Of4K).Start, 1UL);
        task.ChangeUid(0);
        Assert.Equal(0, machine.Snapshot().LiveFrames);
        Assert.Equal(XvmaError.NoSuchGroup, task.TryJoin(group).Error);
    }

    [Fact]
    [Trait("Clause", "TSK-5")]
    public void A_child_has_its_parents_uid_and_nothing_else()
    {
        using var parent = machine.StartTask(uid: 7);
        var group = parent.CreateSharedXmm();
        var shared = parent.MapShared(4096, PageSize.Of4K);
        var own = parent.MapPrivate(4096, PageSize.Of4K);
        parent.Gru.Store(own.Start, 5UL);

        using var child = parent.Fork();

        Assert.Equal((7, TaskState.Alive, null), (child.Uid, child.State, child.Membership));
        Assert.NotEqual(parent.Id, child.Id);
        Assert.Equal(FaultCause.NotMapped, child.Gru.TryLoad(own.Start, 8, out _));
        Assert.Equal(FaultCause.NotMapped, child.Gru.TryLoad(shared.Start, 8, out _));
        Assert.Equal(own.Start, child.MapPrivate(4096, PageSize.Of4K).Start);
        Assert.Equal(0UL, child.Gru.Load<ulong>(own.Start));
        Assert.Equal(5UL, parent.Gru.Load<ulong>(own.Start));
        child.Join(group);
    }

    [Fact]
    [Trait("Clause", "TSK-6")]
    public void An_exec_drops_everything_but_id_and_uid()
    {
        using var founder = machine.StartTask(uid: 7);
        var group = founder.CreateSharedXmm();
        using var task = machine.StartTask(uid: 7);
        task.Join(group);
        var shared = founder.MapShared(4096, PageSize.Of4K);
        var own = task.MapPrivate(4096, PageSize.Of4K);
        task.Gru.Store(shared.Start, 1UL);
        task.Gru.Store(own.Start, 2UL);

        task.Exec();

        Assert.Equal((2, 7, TaskState.Alive, null), (task.Id, task.Uid, task.State, task.Membership));
        var now = machine.Snapshot();
        Assert.Empty(now.Tasks[1].Private.Mappings);
        Assert.DoesNotContain(now.Chiplets, chiplet => chiplet.Contexts.Any(context => context.Task == task.Id));
        Assert.Equal(1, now.LiveFrames);
        Assert.Equal(FaultCause.NotMapped, task.Gru.TryLoad(own.Start, 8, out _));
        Assert.Equal(FaultCause.NotMapped, task.Gru.TryLoad(shared.Start, 8, out _));

        Assert.Equal(own.Start, task.MapPrivate(4096, PageSize.Of4K).Start);
        Assert.Equal(0UL, task.Gru.Load<ulong>(own.Start));
        task.Join(group);
        Assert.Equal(1UL, task.Gru.Load<ulong>(shared.Start));
    }

    [Fact]
    [Trait("Clause", "TSK-7")]
    public void A_dead_task_stays_dead()
    {
        var task = machine.StartTask(uid: 7);
        task.Exit();
        Assert.Equal(TaskState.Dead, task.State);
        Assert.Null(machine.FindTask(task.Id));
        Assert.Equal(XvmaError.TaskGone, Assert.Throws<XvmaException>(task.Exec).Error);
        task.Dispose();
        Assert.Equal(TaskState.Dead, task.State);
    }
}
