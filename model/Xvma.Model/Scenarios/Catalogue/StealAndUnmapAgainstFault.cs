namespace Xvma.Model;

/// <summary>Two members share a chiplet with room for one context, and a third removes the page they read: steal, fault and unmap at once.</summary>
[Scenario("steal and unmap against fault", "CTX-2", "CTX-6", "FLT-3", "IVL-2", "IVL-3", "INV-4", "INV-6", "INV-12", IsLongWithBuffers = true)]
internal sealed class StealAndUnmapAgainstFault(World world) : Scenario(world)
{
    private Window window;

    protected override MachineOptions Options => base.Options with { ContextsPerChiplet = 1 };

    protected override void Arrange()
    {
        var group = Group(uid: 1000, FirstReader, SecondReader, Remover);
        window = group.Maps(PageSize.Of64K);
        group.First.Gru.Store(window.Start, 7UL);
    }

    [Actor]
    private void FirstReader(FaultBehaviour me) => Expect.ValueOr(FaultCause.NotMapped, me.Load(window.Start), 7);

    [Actor]
    private void SecondReader(FaultBehaviour me) => Expect.ValueOr(FaultCause.NotMapped, me.Load(window.Start), 7);

    [Actor]
    private void Remover(GroupBehaviour me) => Expect.Ok(me.Unmap(window.Range));
}
