namespace Xvma.Model;

/// <summary>
/// A member moves a page while another reads first its new address, then its old one: whoever has found it at the new one does not find
/// it at the old one any more.
/// </summary>
[Scenario("move against fault", "MAP-15", "FLT-3", "IVL-3", "IVL-4", "IVL-10", "MEM-6", "INV-3", "INV-4")]
internal sealed class MoveAgainstFault(World world) : Scenario(world)
{
    private Window window;
    private ExtendedAddress target;

    protected override void Arrange()
    {
        var group = Group(uid: 1000, Mover, Reader);
        window = group.Maps(PageSize.Of64K);
        target = window.Start + (4 * PageSize.Of64K.Bytes);
        group.First.Gru.Store(window.Start, 7UL);
    }

    [Actor]
    private void Reader(FaultBehaviour me)
    {
        var there = me.Load(target);
        Expect.ValueOr(FaultCause.NotMapped, there, 7);
        var before = me.Load(window.Start);
        if (there.Cause == FaultCause.None) Expect.Fault(FaultCause.NotMapped, before);
        else Expect.ValueOr(FaultCause.NotMapped, before, 7);
    }

    [Actor]
    private void Mover(GroupBehaviour me) => Expect.Ok(me.Move(window.Range, Placement.At(target)));
}
