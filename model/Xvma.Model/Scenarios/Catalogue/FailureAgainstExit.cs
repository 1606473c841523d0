namespace Xvma.Model;

/// <summary>A task ends while its partition fails: one of the two tears it down, both return, and nothing of it is left.</summary>
[Scenario("failure against the owner's exit", "PAR-3", "TRD-4", "TRD-6", "TRD-8", "XPM-6", "INV-12")]
internal sealed class FailureAgainstExit(World world) : Scenario(world)
{
    private Window attached;

    protected override MachineOptions Options => SmallMachine.TwoPartitions;

    protected override void Arrange()
    {
        var other = Task(uid: 1000);
        attached = SegmentArrangement.Of(TaskIn(1, uid: 1000, Owner)).AttachedBy(other);
        other.Gru.Load<ulong>(attached.Start);
    }

    protected override void AtRest() => Expect.That(Machine.Snapshot().Partitions[1].LiveFrames == 0, "PAR-3", "Memory of the partition is left.");

    [Actor]
    private static void Owner(TaskBehaviour me) => Expect.OneOf(me.Exit(), XvmaError.None, XvmaError.TaskGone);

    [Actor]
    private static void Monitor(FabricBehaviour me) => Expect.Ok(me.Fail(1));
}
