namespace Xvma.Model;

/// <summary>A member maps over a page while somebody reads it: the old value or the new memory's zero, and never nothing.</summary>
[Scenario("replace against fault", "MAP-13", "FLT-3", "IVL-4", "MEM-2", "INV-3", "INV-4", "INV-6")]
internal sealed class ReplaceAgainstFault(World world) : Scenario(world)
{
    private Window window;

    protected override void Arrange()
    {
        var group = Group(uid: 1000, Replacer, Reader);
        window = group.Maps(PageSize.Of64K);
        group.First.Gru.Store(window.Start, 7UL);
    }

    [Actor]
    private void Reader(FaultBehaviour me) => Expect.Value(me.Load(window.Start), 7, 0);

    [Actor]
    private void Replacer(GroupBehaviour me) => Expect.Ok(me.Map(window.Range.Length, window.PageSize, Placement.Over(window.Start)));
}
