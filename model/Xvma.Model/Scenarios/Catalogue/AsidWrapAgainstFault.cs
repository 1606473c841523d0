namespace Xvma.Model;

/// <summary>The chiplet is out of ASIDs: one task's load wraps them while another's runs. An old entry under a new ASID is nobody's to read.</summary>
[Scenario("asid wrap against fault", "CTX-3", "CTX-4", "INV-2")]
internal sealed class AsidWrapAgainstFault(World world) : Scenario(world)
{
    private Window window;

    // One context, and ASIDs for two address spaces before the numbers start again; a TLB that has room for what they leave behind.
    protected override MachineOptions Options => base.Options with { ContextsPerChiplet = 1, AsidLimit = 24, TlbWays = 4 };

    protected override void Arrange()
    {
        // Three tasks map the same address; the first two use the ASIDs up.
        window = Map(Task(uid: 1000), 1);
        Map(Task(uid: 1000, Known), 2);
        Map(Task(uid: 1000, Newcomer), null);
    }

    [Actor]
    private void Known(FaultBehaviour me) => Expect.Value(me.Load(window.Start), 2);

    [Actor]
    private void Newcomer(FaultBehaviour me)
    {
        // The first load teaches its context the page size; the second could meet what the first task has left.
        Expect.Value(me.Load(window.Start + PageSize.Of64K.Bytes), 0);
        Expect.Value(me.Load(window.Start), 0);
    }

    private static Window Map(XvmaTask task, ulong? value)
    {
        var window = task.MapPrivate(2 * PageSize.Of64K.Bytes, PageSize.Of64K);
        if (value is { } first) task.Gru.Store(window.Start, first);
        return window;
    }
}
