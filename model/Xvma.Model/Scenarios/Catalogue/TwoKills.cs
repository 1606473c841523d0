namespace Xvma.Model;

/// <summary>Two kill one task, which is in a group: one does it, the other is told so, and it is torn down once.</summary>
[Scenario("two kills", "TRD-5", "TRD-6", "INV-11")]
internal sealed class TwoKills(World world) : Scenario(world)
{
    private Outcome<Result> one = null!;
    private Outcome<Result> other = null!;

    protected override void Arrange()
    {
        one = Outcome<Result>("one kill");
        other = Outcome<Result>("other kill");
        var task = Task(uid: 1000, OneKiller, OtherKiller);
        Group(task);
        task.Gru.Store(task.MapPrivate(PageSize.Of64K.Bytes, PageSize.Of64K).Start, 7UL);
    }

    [Actor]
    private void OneKiller(TaskBehaviour me) => Kill(me, one);

    [Actor]
    private void OtherKiller(TaskBehaviour me) => Kill(me, other);

    protected override void AtRest() =>
        Expect.That(one.Value!.Value.IsOk != other.Value!.Value.IsOk, "TRD-6", "Exactly one of two kills must have done it.");

    private static void Kill(TaskBehaviour me, Outcome<Result> outcome)
    {
        Expect.OneOf(outcome.Record(me.Kill()), XvmaError.None, XvmaError.TaskGone);
        Expect.That(me.Task.State == TaskState.Dead, "TRD-5", "A kill has returned and the task is not dead.");
    }
}
