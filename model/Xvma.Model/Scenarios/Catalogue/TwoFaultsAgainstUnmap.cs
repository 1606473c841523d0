namespace Xvma.Model;

/// <summary>Two members on two chiplets read one page for the first time while a third removes it: one page, one frame, freed once.</summary>
[Scenario("two faults against unmap", "MEM-3", "MEM-4", "FLT-3", "FLT-4", "IVL-2", "INV-3", "INV-4", "INV-6", "INV-8", IsLongWithBuffers = true)]
internal sealed class TwoFaultsAgainstUnmap(World world) : Scenario(world)
{
    private Window window;

    protected override MachineOptions Options => base.Options with { Chiplets = 2 };

    protected override void Arrange() => window = Group(uid: 1000, FirstReader, SecondReader, Remover).Maps(PageSize.Of64K);

    [Actor]
    private void FirstReader(FaultBehaviour me) => Expect.ValueOr(FaultCause.NotMapped, me.Load(window.Start), 0);

    [Actor]
    private void SecondReader(FaultBehaviour me) => Expect.ValueOr(FaultCause.NotMapped, me.Load(window.Start), 0);

    [Actor]
    private void Remover(GroupBehaviour me) => Expect.Ok(me.Unmap(window.Range));
}
