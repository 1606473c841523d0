namespace Xvma.Model;

/// <summary>A task is killed between two tries of an instruction: that ends, and what it reached for is not held any longer.</summary>
[Scenario("lost request against kill", "PAR-6", "INS-9", "INS-14", "TSK-3", "TRD-4", "INV-12")]
internal sealed class LostRequestAgainstKill(World world) : Scenario(world)
{
    private Window far;

    protected override MachineOptions Options => SmallMachine.TwoPartitions;

    protected override void Arrange()
    {
        var lent = SegmentArrangement.Of(TaskIn(1, uid: 1000));
        var reader = Task(uid: 1000, Reader, Killer);
        far = lent.AttachedBy(reader);
        reader.Gru.Load<ulong>(far.Start);
        Machine.LoseRequests(1, 2);
    }

    [Actor]
    private void Reader(FaultBehaviour me)
    {
        var loaded = me.Load(far.Start);
        Expect.OneOf(loaded.Cause, FaultCause.None, FaultCause.NotMapped, FaultCause.TaskGone);
        if (loaded.Cause == FaultCause.None) Expect.Value(loaded, 7);
    }

    [Actor]
    private static void Killer(TaskBehaviour me) => Expect.Ok(me.Kill());
}
