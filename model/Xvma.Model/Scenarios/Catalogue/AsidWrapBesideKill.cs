namespace Xvma.Model;

/// <summary>
/// As in <see cref="AsidWrapAgainstKill"/>, but a context is free for the newcomer: nothing is stolen, so no fence of a steal comes before
/// the wrap, which must order for itself what it flushes and whom it waits for.
/// </summary>
[Scenario("asid wrap beside a kill", "CTX-3", "CTX-4", "INV-2", IsLongWithBuffers = true)]
internal sealed class AsidWrapBesideKill(World world) : Scenario(world)
{
    private Window window;

    // ASIDs for four address spaces before the numbers start again.
    protected override MachineOptions Options => base.Options with { AsidLimit = 40 };

    protected override void Arrange()
    {
        // All tasks map the same address. The victim has the first ASIDs, tasks that have ended had the rest.
        var victim = Task(uid: 1000, Reader, Killer);
        window = Map(victim);
        victim.Gru.Store(window.Start, 1UL);
        for (var former = 0; former < 3; former++)
        {
            var task = Task(uid: 1000);
            task.Gru.Store(Map(task).Start, 9UL);
            task.Exit();
        }

        Map(Task(uid: 1000, Newcomer));
    }

    [Actor]
    private void Newcomer(FaultBehaviour me) => Expect.Value(me.Load(window.Start), 0);

    [Actor]
    private void Killer(TaskBehaviour me) => Expect.Ok(me.Kill());

    [Actor]
    private void Reader(FaultBehaviour me)
    {
        var loaded = me.Load(window.Start);
        Expect.OneOf(loaded.Cause, FaultCause.None, FaultCause.NotMapped, FaultCause.TaskGone);
        if (loaded.Cause == FaultCause.None) Expect.Value(loaded, 1);
    }

    private static Window Map(XvmaTask task) => task.MapPrivate(PageSize.Of64K.Bytes, PageSize.Of64K);
}
