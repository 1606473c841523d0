namespace Xvma.Model;

/// <summary>A member removes a page and maps another at its address while somebody reads: the old value, the new one, or nothing; no third.</summary>
[Scenario("remap against fault", "MAP-1", "MAP-5", "FLT-3", "IVL-4", "INV-3", "INV-4", "INV-6")]
internal sealed class RemapAgainstFault(World world) : Scenario(world)
{
    private Window window;

    protected override void Arrange()
    {
        var group = Group(uid: 1000, Remapper, Reader);
        window = group.Maps(PageSize.Of64K);
        group.First.Gru.Store(window.Start, 7UL);
    }

    [Actor]
    private void Reader(FaultBehaviour me) => Expect.ValueOr(FaultCause.NotMapped, me.Load(window.Start), 7, 0);

    [Actor]
    private void Remapper(GroupBehaviour me)
    {
        Expect.Ok(me.Unmap(window.Range));
        Expect.Ok(me.Map(window.Range.Length, window.PageSize, window.Start));
    }
}
