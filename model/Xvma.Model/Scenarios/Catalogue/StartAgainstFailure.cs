namespace Xvma.Model;

/// <summary>A task is started in a partition while that fails: it is refused, or ends with the others.</summary>
[Scenario("start against failure", "PAR-3", "TSK-1", "INV-11")]
internal sealed class StartAgainstFailure(World world) : Scenario(world)
{
    protected override MachineOptions Options => SmallMachine.TwoPartitions;

    protected override void Arrange() => _ = Task(uid: 1000);

    [Actor]
    private static void Starter(FabricBehaviour me) => Expect.OneOf(me.Start(uid: 1000, partition: 1).Outcome, XvmaError.None, XvmaError.PartitionFailed);

    [Actor]
    private static void Monitor(FabricBehaviour me) => Expect.Ok(me.Fail(1));
}
