namespace Xvma.Model;

/// <summary>A task starts a child while its partition fails: who lets it fail takes no lock that the fork waits for, and the child is refused or ends with the others.</summary>
[Scenario("fork against failure", "PAR-3", "TSK-5", "TSK-8", "INV-11", "INV-12")]
internal sealed class ForkAgainstFailure(World world) : Scenario(world)
{
    protected override MachineOptions Options => SmallMachine.TwoPartitions;

    protected override void Arrange() => TaskIn(1, uid: 1000, Parent);

    [Actor]
    private static void Parent(TaskBehaviour me) => Expect.OneOf(me.Fork().Outcome, XvmaError.None, XvmaError.PartitionFailed, XvmaError.TaskGone);

    [Actor]
    private static void Monitor(FabricBehaviour me) => Expect.Ok(me.Fail(1));
}
