namespace Xvma.Model;

/// <summary>One thread of a task joins while another changes the task's uid: no order leaves a member of another uid behind.</summary>
[Scenario("join against change of uid", "TSK-2", "TSK-4", "GRP-4", "INV-5", "INV-11")]
internal sealed class JoinAgainstChangeOfUid(World world) : Scenario(world)
{
    private GroupId group;

    protected override void Arrange()
    {
        group = Group(Task(uid: 1000)).Id;
        Task(uid: 1000, Joiner, Changer);
    }

    [Actor]
    private void Joiner(GroupBehaviour me) => Expect.OneOf(me.Join(group), XvmaError.None, XvmaError.NotPermitted);

    [Actor]
    private void Changer(TaskBehaviour me) => Expect.Ok(me.ChangeUid(2000));

    protected override void AtRest() =>
        Expect.That(Machine.Snapshot().Groups is [{ Members: [_] }], "TSK-4", "The task is still a member under its new uid.");
}
