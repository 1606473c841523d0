namespace Xvma.Model;

/// <summary>Two tasks fault on a chiplet with room for one context: each gets to run, with its own memory.</summary>
[Scenario("context steal against fault", "TSK-8", "FLT-2", "FLT-6", "FLT-8", "CTX-2", "CTX-6", "CTX-8", "IVL-7", "INV-2", "INV-12")]
internal sealed class ContextStealAgainstFault(World world) : Scenario(world)
{
    private Window first;
    private Window second;

    protected override MachineOptions Options => base.Options with { ContextsPerChiplet = 1 };

    protected override void Arrange()
    {
        first = Private(Task(uid: 1000, First), 1);
        second = Private(Task(uid: 1000, Second), 2);
    }

    [Actor]
    private void First(FaultBehaviour me) => Expect.Value(me.Load(first.Start), 1);

    [Actor]
    private void Second(FaultBehaviour me) => Expect.Value(me.Load(second.Start), 2);

    private static Window Private(XvmaTask task, ulong value)
    {
        var window = task.MapPrivate(PageSize.Of64K.Bytes, PageSize.Of64K);
        task.Gru.Store(window.Start, value);
        return window;
    }
}
