namespace Xvma.Model;

/// <summary>
/// A request for another partition's memory is lost, and the owner unmaps that before the instruction is tried again: it reads what is there or
/// gets a bus error, and no try goes on with the translation of the one before.
/// </summary>
[Scenario("lost request against unmap", "PAR-6", "INS-14", "INS-15", "XPM-8", "IVL-3", "MEM-4", "INV-6")]
internal sealed class LostRequestAgainstUnmap(World world) : Scenario(world)
{
    private SegmentArrangement? lent;
    private Window attached;

    protected override MachineOptions Options => SmallMachine.TwoPartitions;

    protected override void Arrange()
    {
        lent = SegmentArrangement.Of(TaskIn(1, uid: 1000, Owner));
        var reader = Task(uid: 1000, Reader);
        attached = lent.AttachedBy(reader);
        reader.Gru.Load<ulong>(attached.Start); // its translation is in the TLB
        Machine.LoseRequests(1, 1);
    }

    [Actor]
    private void Reader(TaskBehaviour me) => Expect.ValueOr(FaultCause.NotMapped, me.Load(attached.Start), 7);

    [Actor]
    private void Owner(TaskBehaviour me) => Expect.Ok(me.Unmap(lent!.Memory.Range));
}
