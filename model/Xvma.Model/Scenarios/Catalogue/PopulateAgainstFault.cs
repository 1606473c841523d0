namespace Xvma.Model;

/// <summary>A member gives two pages memory beforehand while another writes one of them: each has one frame, and what was written stays.</summary>
[Scenario("populate against fault", "MEM-9", "MEM-1", "MEM-4", "INV-8")]
internal sealed class PopulateAgainstFault(World world) : Scenario(world)
{
    private Window window;

    protected override void Arrange() => window = Group(uid: 1000, Populator, Writer).Maps(PageSize.Of64K, pages: 2);

    [Actor]
    private void Writer(FaultBehaviour me)
    {
        Expect.Done(me.Store(window.Start, 7));
        Expect.Value(me.Load(window.Start), 7);
    }

    [Actor]
    private void Populator(GroupBehaviour me) => Expect.Ok(me.Populate(window.Range));
}
