namespace Xvma.Model;

/// <summary>Of two members one exits and one unmaps while a third task joins and reads: who is in sees the page or nothing, and all is given back.</summary>
[Scenario("exit against join and unmap", "GRP-2", "SHM-3", "TRD-4", "INV-2", "INV-4", "INV-5", "INV-8", "INV-11", IsLongWithBuffers = true)]
internal sealed class ExitAgainstJoinAndUnmap(World world) : Scenario(world)
{
    private GroupId group;
    private Window window;

    protected override void Arrange()
    {
        var arranged = Group(uid: 1000, Leaver, Remover);
        group = arranged.Id;
        window = arranged.Maps(PageSize.Of64K);
        arranged.First.Gru.Store(window.Start, 7UL);
        Task(uid: 1000, Joiner);
    }

    [Actor]
    private static void Leaver(TaskBehaviour me) => Expect.Ok(me.Exit());

    [Actor]
    private void Remover(GroupBehaviour me) => Expect.Ok(me.Unmap(window.Range));

    [Actor]
    private void Joiner(GroupBehaviour me)
    {
        Expect.Ok(me.Join(group));
        Expect.ValueOr(FaultCause.NotMapped, me.Load(window.Start), 7);
    }
}
