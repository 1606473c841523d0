namespace Xvma.Model;

/// <summary>A member drops the contents of a page while another reads it twice: the old value, then zero for good; never a bus error.</summary>
[Scenario("advise free against fault", "MEM-10", "MEM-2", "FLT-3", "FLT-10", "IVL-4", "IVL-6", "IVL-10", "INV-4", "INV-6")]
internal sealed class AdviseFreeAgainstFault(World world) : Scenario(world)
{
    private Window window;

    protected override void Arrange()
    {
        var group = Group(uid: 1000, Freer, Reader);
        window = group.Maps(PageSize.Of64K);
        group.First.Gru.Store(window.Start, 7UL);
    }

    [Actor]
    private void Reader(FaultBehaviour me)
    {
        var first = me.Load(window.Start);
        Expect.Value(first, 7, 0);
        Expect.Value(me.Load(window.Start), first.Value, 0);
    }

    [Actor]
    private void Freer(GroupBehaviour me) => Expect.Ok(me.AdviseFree(window.Range));
}
