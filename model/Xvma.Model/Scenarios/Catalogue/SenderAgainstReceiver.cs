namespace Xvma.Model;

/// <summary>A member sends a short message and a long one, which turns to the other half, while another receives: in order, whole, each once.</summary>
[Scenario("sender against receiver", "MSG-2", "MSG-3", "MSG-4", "MSG-6")]
internal sealed class SenderAgainstReceiver(World world) : Scenario(world)
{
    private QueueArrangement? queue;
    private Outcome<ulong> first = null!;
    private Outcome<ulong> second = null!;

    protected override void Arrange()
    {
        var group = Group(uid: 1000, Receiver, Sender);
        queue = QueueArrangement.Of(group.First, group.Maps(PageSize.Of64K));
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
    private void Sender(FaultBehaviour me)
    {
        Expect.That(me.Send(queue!.Address, 1) == default, "MSG-2", "There is room, and it was not sent.");
        Expect.That(me.Send(queue.Address, 2, QueueArrangement.Long) == default, "MSG-6", "The other half is free, and it was not sent.");
    }

    protected override void AtRest() =>
        QueueArrangement.Came([.. new[] { first.Value!.Value, second.Value!.Value }.Where(word => word != 0), .. queue!.Rest()], [1, 2]);
}
