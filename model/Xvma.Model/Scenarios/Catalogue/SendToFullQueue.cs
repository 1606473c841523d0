namespace Xvma.Model;

/// <summary>A member sends to a full queue while its receiver takes what is in one half: there is no room before the last of it has been received.</summary>
[Scenario("send to a full queue", "MSG-2", "MSG-3", "MSG-5", "MSG-6")]
internal sealed class SendToFullQueue(World world) : Scenario(world)
{
    private QueueArrangement? queue;
    private Outcome<MessageStatus> sent = null!;

    protected override void Arrange()
    {
        var group = Group(uid: 1000, Receiver, Sender);
        queue = QueueArrangement.Of(group.First, group.Maps(PageSize.Of64K)).Sent(1, QueueArrangement.Long).Sent(2).Sent(3);
        sent = Outcome<MessageStatus>("sent");
    }

    [Actor]
    private void Receiver(FaultBehaviour me)
    {
        Expect.That(QueueArrangement.WordOf(me.Receive(queue!.Address)) == 1, "MSG-3", "The first message is not the one received first.");
        Expect.That(QueueArrangement.WordOf(me.Receive(queue.Address)) == 2, "MSG-3", "The second message is not the one received second.");
    }

    [Actor]
    private void Sender(FaultBehaviour me)
    {
        var tried = me.Send(queue!.Address, 4);
        Expect.Done(tried.Cause);
        sent.Record(tried.Status);
    }

    protected override void AtRest()
    {
        Expect.That(sent.Value is MessageStatus.Done or MessageStatus.Full, "MSG-5", $"The send has ended with {sent.Value}.");
        QueueArrangement.Came(queue!.Rest(), sent.Value == MessageStatus.Done ? [3, 4] : [3]);
    }
}
