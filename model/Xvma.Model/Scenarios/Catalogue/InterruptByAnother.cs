namespace Xvma.Model;

/// <summary>The interrupt handler runs on a processor of its own, beside the thread that faults and the one that unmaps.</summary>
[Scenario("interrupt by another", "FLT-11")]
internal sealed class InterruptByAnother(World world) : Scenario(world)
{
    private Window window;

    protected override MachineOptions Options => base.Options with { Delivery = InterruptDelivery.ByCaller };

    protected override void Arrange() => window = Group(uid: 1000, Reader, Remover).Maps(PageSize.Of64K);

    [Actor]
    private void Reader(FaultBehaviour me)
    {
        Expect.ValueOr(FaultCause.NotMapped, me.Load(window.Start), 0);
        Machine.RaiseInterrupt(0);
    }

    [Actor]
    private void Remover(GroupBehaviour me) => Expect.Ok(me.Unmap(window.Range));

    [Actor]
    private static void Handler(InterruptBehaviour me) => me.ServeUntilSpurious();
}
