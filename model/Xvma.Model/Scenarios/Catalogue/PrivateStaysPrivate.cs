namespace Xvma.Model;

/// <summary>Two tasks use the same private address at the same time: each reads what it wrote.</summary>
[Scenario("private addresses stay private", "MAP-1", "FLT-5", "CTX-3", "CTX-7", "INV-2")]
internal sealed class PrivateStaysPrivate(World world) : Scenario(world)
{
    private Window window;

    protected override void Arrange()
    {
        window = Map(Task(uid: 1000, First));
        Expect.That(Map(Task(uid: 1000, Second)) == window, "MAP-4", "Two fresh tasks are given different first addresses.");
    }

    [Actor]
    private void First(FaultBehaviour me) => WriteAndRead(me, 1);

    [Actor]
    private void Second(FaultBehaviour me) => WriteAndRead(me, 2);

    private static Window Map(XvmaTask task) => task.MapPrivate(PageSize.Of64K.Bytes, PageSize.Of64K);

    private void WriteAndRead(FaultBehaviour me, ulong value)
    {
        Expect.Done(me.Store(window.Start, value));
        Expect.Value(me.Load(window.Start), value);
    }
}
