namespace Xvma.Model;

/// <summary>The page is in the TLB of both. What one has removed it cannot read any more, whatever the other's instruction brings in.</summary>
[Scenario("unmap is final", "IVL-3", "IVL-10", "INV-4")]
internal sealed class UnmapIsFinal(World world) : Scenario(world)
{
    private Window window;

    protected override void Arrange()
    {
        var group = Group(uid: 1000, Remover, Reader);
        window = group.Maps(PageSize.Of64K);
        group.First.Gru.Store(window.Start, 7UL);
    }

    [Actor]
    private void Reader(FaultBehaviour me) => Expect.ValueOr(FaultCause.NotMapped, me.Load(window.Start), 7);

    [Actor]
    private void Remover(GroupBehaviour me)
    {
        Expect.Ok(me.Unmap(window.Range));
        Expect.Fault(FaultCause.NotMapped, me.Load(window.Start));
    }
}
