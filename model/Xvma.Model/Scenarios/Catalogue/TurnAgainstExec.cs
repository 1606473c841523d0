namespace Xvma.Model;

/// <summary>
/// A copy has the turn of its chiplet when its task drops its context and its pages, and another takes the only place and waits for the turn: the first
/// gives it back before it waits for the place, and when it ends in an exception.
/// </summary>
[Scenario("turn against exec", "FLT-16", "CTX-6", "TSK-6", "INV-12", IsLongWithBuffers = true)]
internal sealed class TurnAgainstExec(World world) : Scenario(world)
{
    private static readonly PageSize Size = PageSize.Of64K;

    private XvmaTask? loser;
    private Window lost;
    private Window kept;

    protected override MachineOptions Options =>
        base.Options with { ContextsPerChiplet = 1, MissesBeforeTurn = 1, Interrupts = InterruptVariant.SwitchToPolling };

    protected override void Arrange()
    {
        kept = Pages(Task(uid: 1000, Rival));
        loser = Task(uid: 1000, Loser);
        lost = Pages(loser);
        Pages(loser); // which take the others' entries: it is loaded, and misses
    }

    [Actor]
    private void Loser(FaultBehaviour me) =>
        Expect.OneOf(me.Copy(lost.Start, lost.Start + Size.Bytes, 8).Cause, FaultCause.None, FaultCause.NotMapped);

    // Begins with the exec of the other's task, as one of its threads would: a third actor, of which only this matters, is a hundred times the schedules.
    [Actor]
    private void Rival(FaultBehaviour me)
    {
        Expect.Ok(loser!.TryExec());
        Expect.OneOf(me.Copy(kept.Start, kept.Start + Size.Bytes, 8).Cause, FaultCause.None);
    }

    private static Window Pages(XvmaTask task)
    {
        var pages = task.MapPrivate(2 * Size.Bytes, Size);
        task.Gru.Store(pages.Start, 7UL);
        task.Gru.Store(pages.Start + Size.Bytes, 0UL);
        return pages;
    }
}
