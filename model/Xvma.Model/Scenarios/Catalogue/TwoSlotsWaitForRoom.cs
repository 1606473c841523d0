namespace Xvma.Model;

/// <summary>
/// Two threads of one task wait for room on a chiplet whose only context another task holds: the one that loads the context must not leave
/// the other waiting for a place that its own task has.
/// </summary>
/// <remarks>Bounded, since all its schedules take a minute: 2.4 million.</remarks>
[Scenario("two slots wait for room", "INS-1", "CTX-2", "CTX-6", "INV-12", Preemptions = 2)]
internal sealed class TwoSlotsWaitForRoom(World world) : Scenario(world)
{
    private Window window;
    private Window other;

    protected override MachineOptions Options => base.Options with { ContextsPerChiplet = 1, SlotsPerContext = 2 };

    protected override void Arrange()
    {
        var task = Task(uid: 1000, FirstThread, SecondThread);
        window = task.MapPrivate(PageSize.Of64K.Bytes, PageSize.Of64K);
        task.Gru.Store(window.Start, 7UL);

        // Loaded last, so it has the chiplet; its page has no entry, so it holds the context while it faults.
        var holder = Task(uid: 1000, Holder);
        other = holder.MapPrivate(2 * PageSize.Of64K.Bytes, PageSize.Of64K);
        holder.Gru.Store(other.Start, 9UL);
    }

    [Actor]
    private void FirstThread(FaultBehaviour me) => Expect.Value(me.Load(window.Start), 7);

    [Actor]
    private void SecondThread(FaultBehaviour me) => Expect.Value(me.Load(window.Start), 7);

    [Actor]
    private void Holder(FaultBehaviour me) => Expect.Value(me.Load(other.Start + PageSize.Of64K.Bytes), 0);
}
