namespace Xvma.Model;

/// <summary>Two tasks send to a queue in another partition's memory while requests are lost: each message comes once.</summary>
[Scenario("send over a lossy fabric", "PAR-6", "INS-15", "MSG-2", "MSG-4")]
internal sealed class SendOverALossyFabric(World world) : Scenario(world)
{
    private QueueArrangement? queue;

    protected override MachineOptions Options => SmallMachine.TwoPartitions;

    protected override void Arrange()
    {
        var (first, second) = (Task(uid: 1000, First), Task(uid: 1000, Second));
        var receiver = TaskIn(1, uid: 1000);
        var group = receiver.CreateSharedXmm();
        first.Join(group);
        second.Join(group);
        queue = QueueArrangement.Of(receiver, receiver.MapShared(PageSize.Of64K.Bytes, PageSize.Of64K));
        first.Gru.Store(queue.Address + 16, 0UL); // what follows are hits
        second.Gru.Store(queue.Address + 16, 0UL);
        Machine.LoseRequests(1, 2);
    }

    [Actor]
    private void First(TaskBehaviour me) => Expect.Done(me.Send(queue!.Address, 1).Cause);

    [Actor]
    private void Second(TaskBehaviour me) => Expect.Done(me.Send(queue!.Address, 2).Cause);

    protected override void AtRest() => QueueArrangement.Came(queue!.Rest(), [1], [2]);
}
