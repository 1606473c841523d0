namespace Xvma.Model;

/// <summary>
/// A member reads its group's memory in another partition while that fails. Nothing takes the translation away; but when the failure has been declared, or once a
/// read was lost, nothing is read any more.
/// </summary>
[Scenario("access after failure", "PAR-2", "PAR-5", "INS-8", "INV-11")]
internal sealed class AccessAfterFailure(World world) : Scenario(world)
{
    private Window far;
    private Outcome<bool>? isOver;

    protected override MachineOptions Options => SmallMachine.TwoPartitions;

    protected override void Arrange()
    {
        isOver = Outcome<bool>("whether the failure has been declared");
        var member = Task(uid: 1000, Member);
        var founder = TaskIn(1, uid: 1000);
        member.Join(founder.CreateSharedXmm());
        far = founder.MapShared(PageSize.Of64K.Bytes, PageSize.Of64K);
        member.Gru.Store(far.Start, 7UL);
    }

    [Actor]
    private void Member(TaskBehaviour me)
    {
        var first = me.Load(far.Start);
        var isLost = isOver!.Value == true || first.Cause != FaultCause.None;
        var second = me.Load(far.Start);
        Expect.ValueOr(FaultCause.PartitionFailed, first, 7);
        Expect.ValueOr(FaultCause.PartitionFailed, second, 7);
        Expect.That(!isLost || second.Cause != FaultCause.None, "PAR-2", "What was lost was read again.");
    }

    [Actor]
    private void Monitor(FabricBehaviour me)
    {
        Expect.Ok(me.Fail(1));
        isOver!.Record(true);
    }
}
