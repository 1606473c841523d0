namespace Xvma.Model;

/// <summary>One member reads the second of two pages; the other removes both. The reader sees the page or nothing, never what came after.</summary>
[Scenario("fault against unmap", "FLT-3", "MAP-5", "SHM-3", "IVL-1", "IVL-2", "IVL-4", "IVL-5", "INV-4", "INV-6", "INV-7", "TRD-1")]
internal sealed class FaultAgainstUnmap(World world) : Scenario(world)
{
    private Window window;

    protected override void Arrange() => window = Group(uid: 1000, Reader, Remover).Maps(PageSize.Of64K, pages: 2);

    [Actor]
    private void Reader(FaultBehaviour me) => Expect.ValueOr(FaultCause.NotMapped, me.Load(window.Start + PageSize.Of64K.Bytes), 0);

    [Actor]
    private void Remover(GroupBehaviour me) => Expect.Ok(me.Unmap(window.Range));
}
