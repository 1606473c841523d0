namespace Xvma.Model;

/// <summary>
/// Two members send to a queue whose half is used up, while its receiver waits for them: one turns to the other half, which has had a long
/// message in it before, and the other one finds it turned.
/// </summary>
[Scenario("flip by two senders", "MSG-2", "MSG-3", "MSG-4", "MSG-6")]
internal sealed class TwoTurns(World world) : Scenario(world)
{
    private QueueArrangement? queue;
    private Outcome<ulong> first = null!;
    private Outcome<ulong> second = null!;

    protected override MachineOptions Options => base.Options with { ContextsPerChiplet = 3 };

    protected override void Arrange()
    {
        var group = Group(uid: 1000, Receiver, FirstSender, SecondSender);
        queue = QueueArrangement.Of(group.First, group.Maps(PageSize.Of64K));
        queue.Sent(1, QueueArrangement.Long).Received().Sent(2, QueueArrangement.Long).Received();
        for (var sender = 1; sender < 3; sender++) Machine.FindTask(group.First.Id + sender)!.Gru.Store(queue.Address + 16, 0UL); // what follows are hits
        first = Outcome<ulong>("received first");
        second = Outcome<ulong>("received second");
    }

    [Actor]
    private void Receiver(FaultBehaviour me)
    {
        first.Record(QueueArrangement.WordOf(me.Receive(queue!.Address)));
        second.Record(QueueArrangement.WordOf(me.Receive(queue.Address)));
    }

    [Actor]
    private void FirstSender(FaultBehaviour me) => Send(me, 3);

    [Actor]
    private void SecondSender(FaultBehaviour me) => Send(me, 4);

    protected override void AtRest() =>
        QueueArrangement.Came([.. new[] { first.Value!.Value, second.Value!.Value }.Where(word => word != 0), .. queue!.Rest()], [3], [4]);

    private void Send(FaultBehaviour me, ulong word) => Expect.That(me.Send(queue!.Address, word) == default, "MSG-6", "There is room, and it was not sent.");
}
