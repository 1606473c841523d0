namespace Xvma.Model;

/// <summary>One member takes the right to write away while another writes: the write is done before, or refused.</summary>
[Scenario("protect against store", "MAP-6", "FLT-3", "IVL-10", "INV-4", "INV-10")]
internal sealed class ProtectAgainstStore(World world) : Scenario(world)
{
    private Window window;

    protected override void Arrange() => window = Group(uid: 1000, Writer, Protector).Maps(PageSize.Of64K);

    [Actor]
    private void Writer(FaultBehaviour me) => Expect.OneOf(me.Store(window.Start, 7), FaultCause.None, FaultCause.NotPermitted);

    [Actor]
    private void Protector(GroupBehaviour me) => Expect.Ok(me.Protect(window.Range, Rights.Read));
}
