namespace Xvma.Model;

/// <summary>The chiplet is out of ASIDs: one task's load wraps them while another's runs. An old entry under a new ASID is nobody's to read.</summary>
[Scenario("asid wrap against fault", "CTX-3", "CTX-4", "INV-2", "INV-4")]
internal sealed class AsidWrapAgainstFault(World world) : Scenario(world)
{
    private Window window;

    // One context, and ASIDs for two address spaces before the numbers start again.
    protected override MachineOptions Options => base.Options with { ContextsPerChiplet = 1, AsidLimit = 24 };

    protected override void Arrange()
    {
        // Three tasks map the same address; the first two use the ASIDs up.
        window = Store(Task(uid: 1000), 1);
        Store(Task(uid: 1000, Known), 2);
        Store(Task(uid: 1000, Newcomer), null);
    }

    [Actor]
    private void Known(FaultBehaviour me) => Expect.Value(me.Load(window.Start), 2);

    [Actor]
    private void Newcomer(FaultBehaviour me) => Expect.Value(me.Load(window.Start), 0);

    private static Window Store(XvmaTask task, ulong? value)
    {
        var window = task.MapPrivate(PageSize.Of64K.Bytes, PageSize.Of64K);
        if (value is { } first) task.Gru.Store(window.Start, first);
        return window;
    }
}
