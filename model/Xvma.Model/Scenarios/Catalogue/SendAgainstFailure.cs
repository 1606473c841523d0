namespace Xvma.Model;

/// <summary>A member sends twice to a queue in another partition's memory while that fails: what was sent before it failed was sent, and when the failure has been declared, or one was lost, nothing is sent any more.</summary>
[Scenario("send against failure", "MSG-8", "PAR-2", "INS-8")]
internal sealed class SendAgainstFailure(World world) : Scenario(world)
{
    private ExtendedAddress queue;
    private Outcome<bool>? isOver;

    protected override MachineOptions Options => SmallMachine.TwoPartitions;

    protected override void Arrange()
    {
        isOver = Outcome<bool>("whether the failure has been declared");
        var sender = Task(uid: 1000, Sender);
        var receiver = TaskIn(1, uid: 1000);
        sender.Join(receiver.CreateSharedXmm());
        queue = QueueArrangement.Of(receiver, receiver.MapShared(PageSize.Of64K.Bytes, PageSize.Of64K)).Address;
        sender.Gru.Store(queue + 16, 0UL); // what follows are hits
    }

    [Actor]
    private void Sender(TaskBehaviour me)
    {
        var first = me.Send(queue, 1);
        var isLost = isOver!.Value == true || first.Cause != FaultCause.None;
        var second = me.Send(queue, 2);
        Expect.OneOf(first.Cause, FaultCause.None, FaultCause.PartitionFailed);
        Expect.OneOf(second.Cause, FaultCause.None, FaultCause.PartitionFailed);
        Expect.That(!isLost || second.Cause != FaultCause.None, "PAR-2", "A message was sent to a partition that had failed.");
    }

    [Actor]
    private void Monitor(FabricBehaviour me)
    {
        Expect.Ok(me.Fail(1));
        isOver!.Record(true);
    }
}
