namespace Xvma.Model;

/// <summary>A member sends while the receiver stops the queue and starts it again, and once more if it was not taken: it comes once, or not at all when it never was.</summary>
[Scenario("send against stop", "MSG-2", "MSG-7", "INV-11")]
internal sealed class SendAgainstStop(World world) : Scenario(world)
{
    private QueueArrangement? queue;
    private Outcome<MessageStatus> sent = null!;

    protected override void Arrange()
    {
        var group = Group(uid: 1000, Receiver, Sender);
        queue = QueueArrangement.Of(group.First, group.Maps(PageSize.Of64K));
        sent = Outcome<MessageStatus>("sent");
    }

    [Actor]
    private void Receiver(FaultBehaviour me)
    {
        Expect.That(me.Stop(queue!.Address) == default, "MSG-7", "The queue is not stopped.");
        Expect.That(me.Start(queue.Address) == default, "MSG-7", "The queue is not started.");
    }

    [Actor]
    private void Sender(FaultBehaviour me)
    {
        var tried = me.Send(queue!.Address, 1);
        if (tried.Status == MessageStatus.Nacked) tried = me.Send(queue.Address, 1);
        Expect.Done(tried.Cause);
        sent.Record(tried.Status);
    }

    protected override void AtRest()
    {
        Expect.That(sent.Value is MessageStatus.Done or MessageStatus.Nacked, "MSG-7", $"The send has ended with {sent.Value}.");
        queue!.Sent(2);
        QueueArrangement.Came(queue.Rest(), sent.Value == MessageStatus.Done ? [1, 2] : [2]);
    }
}
