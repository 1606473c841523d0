namespace Xvma.Model;

/// <summary>
/// A member reads a page that has memory but no TLB entry, so that the interrupt can drop it in; another removes it and its neighbours.
/// The reader sees the page or nothing, never what came after.
/// </summary>
[Scenario(
    "fault against unmap",
    "MAP-5", "MAP-10", "SHM-3", "MEM-2", "MEM-5", "INS-7", "INS-8", "INS-11", "FLT-3", "FLT-4", "FLT-5", "FLT-7", "FLT-8",
    "FLT-10", "IVL-1", "IVL-2", "IVL-4", "IVL-5", "IVL-6", "TRD-1", "INV-4", "INV-6", "INV-7")]
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
