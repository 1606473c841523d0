namespace Xvma.Model;

/// <summary>A partition is let return while it fails, and while a group gives the last memory of it up: refused, or it is empty.</summary>
[Scenario("failure against return", "PAR-3", "PAR-4", "PAR-5", "INV-11")]
internal sealed class FailureAgainstReturn(World world) : Scenario(world)
{
    private Window far;
    private Outcome<bool>? hasReturned;

    protected override MachineOptions Options => SmallMachine.TwoPartitions;

    protected override void Arrange()
    {
        hasReturned = Outcome<bool>("whether the partition has returned");
        var member = Task(uid: 1000, Member);
        var founder = TaskIn(1, uid: 1000);
        member.Join(founder.CreateSharedXmm());
        far = founder.MapShared(PageSize.Of64K.Bytes, PageSize.Of64K);
        founder.Gru.Store(far.Start, 7UL);
        founder.Exit(); // the mapping is the group's; its memory is the partition's
    }

    [Actor]
    private void Member(GroupBehaviour me)
    {
        Expect.That(hasReturned!.Value != true, "PAR-4", "The partition has returned, and the group still maps memory of it from before.");
        Expect.Ok(me.Unmap(far.Range));
    }

    [Actor]
    private static void Monitor(FabricBehaviour me) => Expect.Ok(me.Fail(1));

    [Actor]
    private void Operator(FabricBehaviour me)
    {
        var returned = me.Return(1);
        Expect.OneOf(returned, XvmaError.None, XvmaError.PartitionNotFailed, XvmaError.PartitionInUse);
        hasReturned!.Record(returned.IsOk);
    }
}
