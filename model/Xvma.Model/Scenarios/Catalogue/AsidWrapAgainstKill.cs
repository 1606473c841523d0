namespace Xvma.Model;

/// <summary>
/// A task is killed in the middle of its last instruction while another task's load wraps the ASIDs: what the first still uses is given
/// to nobody before the instruction has ended.
/// </summary>
/// <remarks>Bounded in the daily check; <c>--unbounded</c> explores all of its 750,000 schedules in half a minute.</remarks>
[Scenario("asid wrap against kill", "CTX-3", "CTX-4", "IVL-3", "TRD-5", "INV-2", Preemptions = 2, IsLongWithBuffers = true)]
internal sealed class AsidWrapAgainstKill(World world) : Scenario(world)
{
    private Window window;

    // ASIDs for four address spaces before the numbers start again.
    protected override MachineOptions Options => base.Options with { AsidLimit = 40 };

    protected override void Arrange()
    {
        // All tasks map the same address. The victim has the first ASIDs, the idle ones use up the rest, each stealing a context;
        // the victim takes its own back, with the ASIDs it had.
        var victim = Task(uid: 1000, Reader, Killer);
        window = Map(victim);
        victim.Gru.Store(window.Start, 1UL);
        for (var idle = 0; idle < 3; idle++)
        {
            var task = Task(uid: 1000);
            task.Gru.Store(Map(task).Start, 9UL);
            victim.Gru.Load<ulong>(window.Start);
        }

        Map(Task(uid: 1000, Newcomer));
    }

    [Actor]
    private void Reader(FaultBehaviour me)
    {
        var loaded = me.Load(window.Start);
        Expect.OneOf(loaded.Cause, FaultCause.None, FaultCause.TaskGone);
        if (loaded.Cause == FaultCause.None) Expect.Value(loaded, 1);
    }

    [Actor]
    private void Killer(TaskBehaviour me) => Expect.Ok(me.Kill());

    [Actor]
    private void Newcomer(FaultBehaviour me) => Expect.Value(me.Load(window.Start), 0);

    private static Window Map(XvmaTask task) => task.MapPrivate(PageSize.Of64K.Bytes, PageSize.Of64K);
}
