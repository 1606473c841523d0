namespace Xvma.Model;

/// <summary>
/// An interrupt has taken the bit of a context that goes before it is served: the place, and the fault it finds there, are another's, whose own
/// interrupt may be looking it up. It gives that fault to the user, which overtakes the look-up; who is not killed reads what is its own.
/// </summary>
[Scenario("bit outlives its context", "FLT-2", "FLT-8", "FLT-9", "FLT-10", "CTX-8", "INV-12")]
internal sealed class BitOutlivesItsContext(World world) : Scenario(world)
{
    private static readonly PageSize Size = PageSize.Of64K;

    private XvmaTask? loser;
    private Window lost;
    private Window kept;

    protected override MachineOptions Options => base.Options with { ContextsPerChiplet = 1 };

    protected override void Arrange()
    {
        kept = Pages(Task(uid: 1000, Rival), 2);
        loser = Task(uid: 1000, Loser);
        lost = Pages(loser, 3); // one more than there are entries: it is loaded, and misses on the first
    }

    [Actor]
    private void Loser(FaultBehaviour me) => Expect.ValueOr(FaultCause.TaskGone, me.Load(lost.Start), 7);

    // Begins with the end of the other's task, as its parent would: a third actor, of which only this matters, is many times the schedules.
    [Actor]
    private void Rival(FaultBehaviour me)
    {
        Expect.Ok(loser!.TryKill());
        Expect.Value(me.Load(kept.Start), 7); // loads its context
        Expect.Value(me.Load(kept.Start + Size.Bytes), 7); // misses with it loaded
    }

    private static Window Pages(XvmaTask task, ulong count)
    {
        var pages = task.MapPrivate(count * Size.Bytes, Size);
        for (ulong page = 0; page < count; page++) task.Gru.Store(pages.Start + (page * Size.Bytes), 7UL);
        return pages;
    }
}
