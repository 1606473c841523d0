namespace Xvma.Model;

/// <summary>
/// Two threads of one task find their context unloaded and the chiplet full: the one that takes the place must not leave the other waiting
/// for a place that its own task has.
/// </summary>
[Scenario("two slots wait for room", "INS-1", "CTX-2", "CTX-6", "INV-12")]
internal sealed class TwoSlotsWaitForRoom(World world) : Scenario(world)
{
    private Window window;

    protected override MachineOptions Options => base.Options with { ContextsPerChiplet = 1, SlotsPerContext = 2 };

    protected override void Arrange()
    {
        var task = Task(uid: 1000, FirstThread, SecondThread);
        window = task.MapPrivate(PageSize.Of64K.Bytes, PageSize.Of64K);
        task.Gru.Store(window.Start, 7UL);

        // Another task takes the chiplet's only context.
        var other = Task(uid: 1000);
        other.Gru.Store(other.MapPrivate(PageSize.Of64K.Bytes, PageSize.Of64K).Start, 9UL);
    }

    [Actor]
    private void FirstThread(FaultBehaviour me) => Expect.Value(me.Load(window.Start), 7);

    [Actor]
    private void SecondThread(FaultBehaviour me) => Expect.Value(me.Load(window.Start), 7);
}
