namespace Xvma.Model;

/// <summary>As fault against unmap, where the interrupt only hands faults to the user: all translation in user context.</summary>
[Scenario("fault against unmap, polling", "FLT-4", "FLT-12", "IVL-5")]
internal sealed class FaultAgainstUnmapPolling(World world) : Scenario(world)
{
    private Window window;

    protected override MachineOptions Options => base.Options with { Interrupts = InterruptVariant.SwitchToPolling };

    protected override void Arrange() => window = Group(uid: 1000, Reader, Remover).Maps(PageSize.Of64K);

    [Actor]
    private void Reader(FaultBehaviour me) => Expect.ValueOr(FaultCause.NotMapped, me.Load(window.Start), 0);

    [Actor]
    private void Remover(GroupBehaviour me) => Expect.Ok(me.Unmap(window.Range));
}
