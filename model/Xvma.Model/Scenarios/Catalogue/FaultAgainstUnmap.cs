namespace Xvma.Model;

/// <summary>
/// A member reads a page that has memory but no TLB entry, so that the interrupt can drop it in; another removes it and its neighbours.
/// The reader sees the page or nothing, never what came after.
/// </summary>
[Scenario("fault against unmap", "FLT-3", "MAP-5", "SHM-3", "IVL-1", "IVL-2", "IVL-4", "IVL-5", "INV-4", "INV-6", "INV-7", "TRD-1")]
internal sealed class FaultAgainstUnmap(World world) : Scenario(world)
{
    private Window window;
    private ExtendedAddress target;

    protected override void Arrange()
    {
        var group = Group(uid: 1000, Reader, Remover);
        window = group.Maps(PageSize.Of64K, pages: 3);
        target = window.Start;

        // The TLB has room for two: the neighbours push the target out.
        group.First.Gru.Store(target, 7UL);
        group.First.Gru.Load<ulong>(target + PageSize.Of64K.Bytes);
        group.First.Gru.Load<ulong>(target + (2 * PageSize.Of64K.Bytes));
    }

    [Actor]
    private void Reader(FaultBehaviour me) => Expect.ValueOr(FaultCause.NotMapped, me.Load(target), 7);

    [Actor]
    private void Remover(GroupBehaviour me) => Expect.Ok(me.Unmap(window.Range));
}
